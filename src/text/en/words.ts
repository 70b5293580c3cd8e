import type { Kind, HopReason, State } from '../../domain/appeal.ts';
import type { DeskField, PersonField, Role } from '../../domain/desk.ts';
import type { Tier } from '../../domain/scheme.ts';
import type { UnitField } from '../../domain/unit-plan.ts';
import type { Category, NameKind } from '../../domain/unit.ts';
import type { VolumeChannel } from '../../domain/volume.ts';

/** The field's words for codes. */
export const words = {
  tier: {
    dedicated: 'dedicated',
    attached: 'attached',
    designated: 'designated',
  } satisfies Record<Tier, string> as Record<Tier, string>,
  tierMeaning: {
    dedicated: 'a separate mass work section',
    attached: 'the name added to an existing office',
    designated: 'a designated post',
  } satisfies Record<Tier, string> as Record<Tier, string>,
  category: {
    department: 'department',
    town: 'town',
    enterprise: 'enterprise',
    institution: 'institution',
  } satisfies Record<Category, string> as Record<Category, string>,
  nameKind: {
    official: 'official name',
    short: 'short name',
    alias: 'alias',
    former: 'former name',
  } satisfies Record<NameKind, string> as Record<NameKind, string>,
  channel: {
    hotline: 'hotline',
    online: 'online',
    letter: 'letter',
    visit: 'visit',
    other: 'other',
    total: 'total',
  } satisfies Record<VolumeChannel, string> as Record<VolumeChannel, string>,
  kind: {
    consultation: 'consultation',
    request: 'request',
    complaint: 'complaint',
    tipoff: 'tipoff',
    suggestion: 'suggestion',
    praise: 'praise',
    other: 'other',
  } satisfies Record<Kind, string> as Record<Kind, string>,
  state: {
    unassigned: 'at the transfer desk',
    sent: 'sent',
    accepted: 'accepted',
    replied: 'replied',
    closed: 'closed',
  } satisfies Record<State, string> as Record<State, string>,
  reason: {
    'wrong-unit': 'wrong unit',
    'shared-duty': 'shared duty',
    place: 'place',
    reorganised: 'reorganised',
    ruling: 'ruling',
    other: 'other',
  } satisfies Record<HopReason, string> as Record<HopReason, string>,
  role: {
    'leader-in-charge': 'leader in charge',
    head: 'head',
    liaison: 'liaison',
  } satisfies Record<Role, string> as Record<Role, string>,
  level: { municipal: 'municipal', county: 'county' },
  batchKind: {
    units: 'units',
    volumes: 'volumes',
    desks: 'desks',
    offices: 'offices',
    appeals: 'appeals',
    undo: 'undo',
  },
  transferDesk: 'transfer desk',
  deskField: {
    form: 'form',
    name: 'desk',
    sign: 'sign',
    hostOffice: 'host office',
    replacedOffice: 'replaced office',
    duties: 'duties',
    hours: 'duty hours',
    phones: 'phones',
    establishedOn: 'established on',
    documentNo: 'document no',
    confirmedOn: 'confirmed on',
  } satisfies Record<DeskField, string> as Record<DeskField, string>,
  personField: {
    name: 'name',
    post: 'post',
    phone: 'phone',
    mobile: 'mobile',
  } satisfies Record<PersonField, string> as Record<PersonField, string>,
  successionKind: { renamed: 'renamed', merged: 'merged', split: 'split' },
  registerField: {
    unit: 'unit',
    alias: 'alias',
    from: 'from',
    until: 'until',
    successor: 'successor',
  },
  unitField: {
    name: 'name',
    shortName: 'short name',
    category: 'category',
    group: 'group',
    sort: 'sort',
    parent: 'parent',
    officeLimit: 'office limit',
    outsideReason: 'outside the scheme because',
    leader: 'first responsible person',
    leaderTitle: 'title',
  } satisfies Record<UnitField, string> as Record<UnitField, string>,
};
