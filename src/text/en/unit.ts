import { n } from '../numbers.ts';

/** What commands say of units. */
export const unitViews = {
  title: (name: string, count: number) => `Units of ${name}: ${n(count)}`,
  code: 'code',
  name: 'name',
  shortName: 'short name',
  category: 'category',
  group: 'group',
  leader: 'first responsible person',
  outside: 'outside the scheme',
  volumes: 'volumes',
  tier: 'tier',
  added: (code: string, name: string) => `Added ${code} ${name}.`,
  between: (from: string | null, until: string | null) =>
    `(${[...(from === null ? [] : [`from ${from}`]), ...(until === null ? [] : [`until ${until}`])].join(', ')})`,
  cameOf: 'came of',
  wentInto: 'went into',
  namesLead: (names: string, unit: string) => `Counted from now on for ${unit}: what comes in for ${names}`,
  namesStay: (names: string) => `Still found, as ended: ${names}`,
  desksEnd: (units: string) => `Desks that end: ${units}`,
  rulingsLead: (rulings: string) => `Rulings by which these lead: ${rulings}`,
  confirmReorganisation: (names: readonly string[]) =>
    names.length === 0 ? 'Record this as shown?' : `End ${names.join(', ')} as shown?`,
  stands: (unit: string, after: string | null, sort: number, shifted: number) =>
    `${unit} stands ${after === null ? 'first' : `after ${after}`} (sort number ${n(sort)})${shifted === 0 ? '' : `; ${n(shifted)} others moved on by one`}.`,
  sort: 'sort',
  state: 'state',
  endedOn: (on: string, successors: string) =>
    `ended ${on}${successors === '' ? '' : `, went into ${successors}`}`,
  confirmRename: (before: string, name: string, on: string) => `${before} is called ${name} from ${on} on?`,
  renamed: (before: string, name: string, on: string) => `${before} is called ${name} from ${on}.`,
  ended: (names: string, on: string) => `Ended on ${on}: ${names}`,
  goesOn: (names: string) => `Goes on as: ${names}`,
  moved: (numbers: string) => `Open appeals that went over with it: ${numbers}`,
  waiting: (numbers: string) => `Open appeals that went to the transfer desk, to be handed over: ${numbers}`,
  aliasRemoved: (unit: string, alias: string) => `“${alias}” leads to ${unit} no more.`,
  aliased: (name: string, alias: string) => `${name} is now also found as “${alias}”.`,
};
