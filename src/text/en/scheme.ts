import { n } from '../numbers.ts';

/** What commands say of schemes. */
export const schemeViews = {
  title: 'Schemes',
  code: 'code',
  from: 'from volume year',
  channels: 'channels counted',
  categories: 'categories covered',
  source: 'source',
  clause: 'no',
  volume: 'appeals a year',
  tier: 'tier',
  whatever: (category: string) => `${category}, whatever the volume`,
  over: (number: number) => `more than ${n(number)}`,
  from_: (number: number) => `${n(number)} and more`,
  upTo: (number: number) => `up to ${n(number)}`,
  under: (number: number) => `less than ${n(number)}`,
  between: (lower: string, upper: string) => `${lower}, ${upper}`,
  any: 'any number',
  inUse: 'in use',
  inUseFrom: (year: number) => `in use from ${n(year)}`,
  usedFrom: (year: number) => `used from ${n(year)}`,
  takenOn: (year: number, on: string, by: string) => `from volume year ${n(year)} (decided on ${on}, ${by})`,
  isDefault: (code: string) =>
    `the tool’s default, decided by nobody here; to decide it:\nliaison scheme use ${code}`,
  bounds: 'bounds',
  written: 'as written',
  added: (code: string) => `Added the scheme ${code}.`,
  sameFile: (code: string) => `The scheme ${code} is there already; nothing was written.`,
  taken: (code: string, name: string, year: number) => `${name} uses ${code} from volume year ${n(year)}.`,
};
