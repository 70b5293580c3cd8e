import type { Tier } from './scheme.ts';
import type { Day } from './time.ts';

/** Who stands at a desk: the leader in charge 分管负责人, the head 负责人, the liaison 联络员. */
export const roles = ['leader-in-charge', 'head', 'liaison'] as const;
export type Role = (typeof roles)[number];

/** A person at a desk. */
export interface DeskPerson {
  readonly role: Role;
  readonly name: string;
  readonly post: string | null;
  readonly phone: string | null;
  readonly mobile: string | null;
}

/** What a unit set up for appeals (群众工作机构、岗位): section, sign or post. */
export interface Desk {
  readonly form: Tier;
  readonly name: string | null;
  readonly sign: string | null;
  readonly hostOffice: string | null;
  readonly replacedOffice: string | null;
  readonly duties: string | null;
  readonly hours: string | null;
  /** Phones as given, parted by 、. */
  readonly phones: string | null;
  readonly establishedOn: Day | null;
  readonly documentNo: string | null;
  readonly confirmedOn: Day | null;
  readonly persons: readonly DeskPerson[];
}

/** Fields of a desk beside its people, in the order in which they are shown. */
export const deskFields = [
  'form',
  'name',
  'sign',
  'hostOffice',
  'replacedOffice',
  'duties',
  'hours',
  'phones',
  'establishedOn',
  'documentNo',
  'confirmedOn',
] as const satisfies readonly (keyof Desk)[];
export type DeskField = (typeof deskFields)[number];

/** Fields of a person at a desk, the role aside. */
export const personFields = [
  'name',
  'post',
  'phone',
  'mobile',
] as const satisfies readonly (keyof DeskPerson)[];
export type PersonField = (typeof personFields)[number];
