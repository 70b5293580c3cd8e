/** What the report for publication says. */
export const openReportViews = {
  title: (name: string) => `${name}: appeals, for publication`,
  small: '<3',
  withheld: '*',
  marks: '<3: one or two, not told; *: withheld so that none of these can be worked out from the sums',
  tooFew: (sections: string) => `too few appeals to publish: ${sections}`,
  figure: 'figure',
  rate: '%',
  rest: 'others',
  joinedUnits: 'other units',
  joinedMatters: 'other',
  confidential: 'confidential',
  joinedNote: 'units and matters of fewer than three appeals stand together as others',
  confidentialNote: 'confidential appeals are told by neither unit nor matter: they count in the sum of all',
  sections: {
    matters: 'unit × matter',
    channel: 'by channel',
    kind: 'by kind',
    timeliness: 'timeliness',
    solved: 'solved',
    satisfied: 'satisfied',
  },
  definitions: [
    ['<3, *', 'counts of one and two are not told; * counts are three or more, withheld with them'],
    ['unit', 'the unit that leads at the end of the period, or led when the appeal was closed'],
    ['matter', 'the upper level of the matter'],
  ] as readonly (readonly [string, string])[],
};
