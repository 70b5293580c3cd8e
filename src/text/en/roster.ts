import type { RosterField } from '../../domain/roster-diff.ts';
import { n } from '../numbers.ts';

/** What commands say of rosters. */
export const rosterViews = {
  title: (name: string) => `${name}: liaison contact roster`,
  edition: (number: number, on: string, documentNo: string) => `Edition ${n(number)}, ${on}, ${documentNo}`,
  draft: (blocked: number) =>
    blocked === 0
      ? 'Draft; nothing blocks its publication.'
      : `Draft; units that block its publication: ${n(blocked)}.`,
  number: 'no',
  unit: 'unit',
  desk: 'desk and sign',
  duties: 'duties',
  phones: 'phones',
  hours: 'duty hours',
  list: 'Editions',
  on: 'published on',
  documentNo: 'document no',
  run: 'run',
  entries: 'units',
  digest: 'digest',
  published: (number: number, entries: number) =>
    `Published edition ${n(number)}; units in it: ${n(entries)}.`,
  notIntact: (number: number) =>
    `Edition ${n(number)} does not have the digest it was sealed with: its content was changed outside the tool.`,
  form: 'form',
  full: 'full',
  changesSince: (number: number) => `changes since edition ${n(number)}`,
  supersedes: (number: number, reason: string | null) =>
    `supersedes edition ${n(number)}${reason === null ? '' : `: ${reason}`}`,
  supersededBy: (number: number) => `superseded by edition ${n(number)}`,
  hasGaps: 'published with gaps',
  intact: 'as it was sealed',
  issuers: 'issuers',
  recipients: 'recipients',
  publishedBy: 'published by',
  notice: 'notice',
  noIssuers: 'No issuers are on record: liaison jurisdiction set --issuer NAME',
  diffTitle: (from: number, to: number | null, copy: string) =>
    `Edition ${n(from)} → ${to === null ? 'today' : `edition ${n(to)}`}, ${copy}`,
  copies: { public: 'public copy', internal: 'internal copy' },
  noDiff: 'Nothing differs.',
  diffCount: (units: number) => `Units that differ: ${n(units)}`,
  change: 'change',
  diffKinds: { new: 'new', gone: 'gone', changed: 'changed' },
  fields: {
    unit: 'unit',
    desk: 'desk',
    tier: 'tier',
    phones: 'phones',
    firstResponsible: 'first responsible person',
    leaderInCharge: 'leader in charge',
    head: 'head',
    liaison: 'liaison',
    mobile: 'mobile',
    confirmedOn: 'confirmed on',
  } satisfies Record<RosterField, string> as Record<RosterField, string>,
  findTitle: (wanted: string) => `Who answers for “${wanted}”`,
  foundThrough: 'found by',
  foundBy: { name: 'name', phone: 'phone', person: 'person', desk: 'desk', duties: 'duties' },
  withoutTier: (units: string) => `Not in the roster, for the run gives them no tier: ${units}`,
  countiesWithout: (names: string) => `Counties without an edition, left out: ${names}`,
  templateTaken: (kind: string) => `The template ${kind} is in use from now on.`,
  internalLogged: 'The making of this internal copy is on record (privacy log).',
};
