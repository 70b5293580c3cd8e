/** What commands say of matters. */
export const matterViews = {
  title: 'Matters',
  group: 'group',
  name: 'matter',
  appeals: 'appeals',
  lead: 'led by',
  notListed: 'not on the list',
  gone: 'no longer on the list',
  askGone: (names: string) => `No longer on the list: ${names}. Go ahead?`,
};
