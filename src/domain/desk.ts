import type { Tier } from './scheme.ts';
import type { Day } from './time.ts';
import { daysBetween } from './time.ts';
import { readPhones } from './phone.ts';

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

/** Findings that keep a desk out of a roster: what the public copy prints and is missing or wrong. */
export const blockingFindings = [
  'desk-missing',
  'form-differs',
  'name-missing',
  'duties-missing',
  'phones-missing',
  'phone-not-valid',
  'phones-run-together',
] as const;

/** Findings that do not keep a desk out of a roster. */
export const warningFindings = [
  'replaced-office-missing',
  'host-office-missing',
  'hours-missing',
  'first-responsible-missing',
  'head-missing',
  'liaison-missing',
  'mobile-missing',
  'confirmation-missing',
  'confirmation-old',
] as const;

export type FindingCode = (typeof blockingFindings)[number] | (typeof warningFindings)[number];

/** Something missing or wrong at a unit's desk. */
export interface Finding {
  readonly code: FindingCode;
  readonly blocks: boolean;
  /** What was found, where a value is wrong. */
  readonly value: string | null;
  /** What the rule wants, where it wants one thing. */
  readonly expected: string | null;
}

/** A confirmation older than this many days is pointed out. */
export const confirmationDays = 180;

const isBlank = (text: string | null): boolean => text === null || text.trim() === '';

/**
 * Checks a unit's desk against its tier. What the public copy of the roster prints and is missing or wrong blocks,
 * the rest warns.
 */
export function checkDesk(
  subject: { readonly tier: Tier; readonly desk: Desk | undefined; readonly hasFirstResponsible: boolean },
  today: Day,
): Finding[] {
  const findings: Finding[] = [];
  const note = (code: FindingCode, value: string | null = null, expected: string | null = null): void => {
    findings.push({ code, blocks: (blockingFindings as readonly string[]).includes(code), value, expected });
  };
  const { desk, tier } = subject;
  if (desk === undefined) {
    note('desk-missing', null, tier);
  } else {
    if (desk.form !== tier) note('form-differs', desk.form, tier);
    if (isBlank(desk.name)) note('name-missing');
    if (isBlank(desk.duties)) note('duties-missing');
    checkPhones(desk, note);
    if (desk.form === 'dedicated' && isBlank(desk.replacedOffice)) note('replaced-office-missing');
    if (desk.form === 'attached' && isBlank(desk.hostOffice)) note('host-office-missing');
    if (isBlank(desk.hours)) note('hours-missing');
    checkPeople(desk, note);
    if (desk.confirmedOn === null) note('confirmation-missing');
    else if (daysBetween(desk.confirmedOn, today) > confirmationDays)
      note('confirmation-old', desk.confirmedOn);
  }
  if (!subject.hasFirstResponsible) note('first-responsible-missing');
  return findings;
}

type Note = (code: FindingCode, value?: string | null) => void;

function checkPhones(desk: Desk, note: Note): void {
  if (isBlank(desk.phones)) {
    note('phones-missing');
    return;
  }
  const reading = readPhones(desk.phones ?? '');
  if (reading.kind === 'not-a-phone') note('phone-not-valid', reading.part);
  if (reading.kind === 'run-together') note('phones-run-together', reading.part);
}

function checkPeople(desk: Desk, note: Note): void {
  const liaison = desk.persons.find((person) => person.role === 'liaison');
  if (!desk.persons.some((person) => person.role === 'head')) note('head-missing');
  if (liaison === undefined) note('liaison-missing');
  else if (isBlank(liaison.mobile)) note('mobile-missing', liaison.name);
}
