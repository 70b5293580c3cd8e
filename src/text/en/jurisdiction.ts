/** What commands say of a new database. */
export const initViews = {
  done: (name: string, path: string) => `Created the database of ${name}: ${path}`,
};

/** What commands say of jurisdictions. */
export const jurisdictionViews = {
  title: 'Jurisdictions',
  code: 'code',
  name: 'name',
  level: 'level',
  scheme: 'scheme',
  timeZone: 'time zone',
  areaCode: 'area code',
  issuers: 'issuers',
  recipients: 'recipients',
  unitLimit: 'units that may lead an appeal',
  parent: 'belongs to',
  workHours: 'working hours',
  added: (name: string, code: string) => `Added ${name} (${code}).`,
  used: (name: string, code: string) => `${name} (${code}) is meant from now on where no --in is given.`,
  usual: 'meant where none is named',
  set: (name: string) => `${name} was changed.`,
};
