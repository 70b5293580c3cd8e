import type { DeskValues } from './desk-fields.ts';

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

/** What a unit set up for appeals (群众工作机构、岗位): section, sign or post, and the people at it. */
export interface Desk extends DeskValues {
  readonly persons: readonly DeskPerson[];
}

/** Fields of a person at a desk, the role aside. */
export const personFields = [
  'name',
  'post',
  'phone',
  'mobile',
] as const satisfies readonly (keyof DeskPerson)[];
export type PersonField = (typeof personFields)[number];
