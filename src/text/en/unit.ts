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
  renamed: (before: string, name: string, on: string) => `${before} is called ${name} from ${on}.`,
  ended: (names: string, on: string) => `Ended on ${on}: ${names}`,
  goesOn: (names: string) => `Goes on as: ${names}`,
  moved: (numbers: string) => `Open appeals that went over with it: ${numbers}`,
  waiting: (numbers: string) => `Open appeals that went to the transfer desk, to be handed over: ${numbers}`,
  aliasRemoved: (unit: string, alias: string) => `“${alias}” leads to ${unit} no more.`,
  aliased: (name: string, alias: string) => `${name} is now also found as “${alias}”.`,
};
