import type { Desk, DeskPerson, Role } from './desk.ts';
import type { ClearableDeskField } from './desk-fields.ts';
import { deskFieldFacts } from './desk-fields.ts';
import type { Office } from './office.ts';
import { findOffice, isWithdrawn } from './office.ts';
import { maskPhone } from './masking-phones.ts';
import type { Phone } from './phone.ts';
import { parsePhones, writePhone } from './phone.ts';
import type { Tier } from './scheme.ts';
import type { Day } from './time.ts';
import { daysBetween } from './time.ts';
import { nameKey } from './unit-name.ts';

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
  'fields-not-fitting',
  'area-code-missing',
  'group-missing',
  'group-apart',
  'replaced-office-missing',
  'replaced-office-unknown',
  'replaced-office-in-force',
  'host-office-missing',
  'host-office-unknown',
  'host-office-withdrawn',
  'offices-missing',
  'offices-over-limit',
  'hours-missing',
  'first-responsible-missing',
  'head-missing',
  'liaison-missing',
  'mobile-missing',
  'person-phone-not-valid',
  'person-twice',
  'phone-twice',
  'form-unanswered',
  'confirmation-missing',
  'confirmation-old',
] as const;

export type FindingCode = (typeof blockingFindings)[number] | (typeof warningFindings)[number];

/** Whether a form is still out: nothing was confirmed since it was sent. A form that comes back confirms the desk, and so does a word by phone. */
export function isFormOut(sentOn: Day, confirmedOn: Day | null | undefined): boolean {
  return (confirmedOn ?? '') < sentOn;
}

/** Something missing or wrong at a unit's desk. */
export interface Finding {
  readonly code: FindingCode;
  readonly blocks: boolean;
  /** What was found, where a value is wrong. */
  readonly value: string | null;
  /** What the rule wants, where it wants one thing. */
  readonly expected: string | null;
  /** The other unit, where two have one thing. */
  readonly other: string | null;
  /** Whose it is, where it is about one person. */
  readonly role: Role | null;
}

/** A unit as its desk is checked. */
export interface DeskFacts {
  readonly unit: string;
  readonly tier: Tier;
  /** Group under whose heading it is printed; null where it has none of its own, or follows the unit it is subordinate to. */
  readonly group: string | null;
  /** Whether it stands under the heading of the unit it is subordinate to. */
  readonly isSubordinate: boolean;
  readonly desk: Desk | undefined;
  readonly hasFirstResponsible: boolean;
  /** Internal offices on record, withdrawn ones included. */
  readonly offices: readonly Office[];
  /** How many internal offices it may have; null where that is not on record. */
  readonly officeLimit: number | null;
  /** The day its last form was sent to it. */
  readonly formSentOn: Day | null;
}

/** A confirmation older than this many days is pointed out. */
export const confirmationDays = 180;

const isBlank = (text: string | null): boolean => text === null || text.trim() === '';

type Note = (code: FindingCode, more?: Partial<Omit<Finding, 'code' | 'blocks'>>) => void;

function makeNote(findings: Finding[]): Note {
  return (code, more = {}) => {
    const blocks = (blockingFindings as readonly string[]).includes(code);
    findings.push({ code, blocks, value: null, expected: null, other: null, role: null, ...more });
  };
}

/**
 * Checks desks against the tiers of their units, each alone and all against each other; gives the findings of each, in
 * the order of the desks. What the public copy of the roster prints and is missing or wrong blocks, the rest warns.
 */
export function checkDesks(
  desks: readonly DeskFacts[],
  terms: { readonly today: Day; readonly areaCode: string | null },
): Finding[][] {
  const all = desks.map((facts) => checkDesk(facts, terms));
  const shared = [findSharedPeople(desks), findSharedPhones(desks, terms.areaCode), findStrayGroups(desks)];
  return all.map((findings, at) => [...findings, ...shared.flatMap((found) => found[at] ?? [])]);
}

/** Checks one unit's desk by itself. */
export function checkDesk(
  facts: DeskFacts,
  { today, areaCode }: { readonly today: Day; readonly areaCode: string | null },
): Finding[] {
  const findings: Finding[] = [];
  const note = makeNote(findings);
  const { desk, tier } = facts;
  if (desk === undefined) {
    note('desk-missing', { expected: tier });
  } else {
    if (desk.tier !== tier) note('form-differs', { value: desk.tier, expected: tier });
    if (isBlank(desk.name)) note('name-missing');
    if (isBlank(desk.duties)) note('duties-missing');
    checkPhones(desk, areaCode, note);
    checkFit(tier, desk, note);
    checkOffices(facts, desk, today, note);
    if (isBlank(desk.hours)) note('hours-missing');
    checkPeople(desk, note);
    if (desk.confirmedOn === null) note('confirmation-missing');
    else if (daysBetween(desk.confirmedOn, today) > confirmationDays)
      note('confirmation-old', { value: desk.confirmedOn });
  }
  const { formSentOn } = facts;
  if (formSentOn !== null && isFormOut(formSentOn, desk?.confirmedOn))
    note('form-unanswered', { value: formSentOn });
  if (!facts.hasFirstResponsible) note('first-responsible-missing');
  return findings;
}

/** Fields that a tier has no use for: what a desk has of them is left from another tier. */
const notFitting: Readonly<Record<Tier, readonly ClearableDeskField[]>> = {
  dedicated: ['hostOffice'],
  attached: ['replacedOffice'],
  designated: ['sign', 'hostOffice', 'replacedOffice'],
};

/** Points out what no longer fits since the unit is in another tier: the sign of an office at one who is designated. */
function checkFit(tier: Tier, desk: Desk, note: Note): void {
  const left = notFitting[tier].filter((field) => !isBlank(desk[field]));
  if (left.length > 0)
    note('fields-not-fitting', {
      value: left.map((field) => deskFieldFacts(field).option).join(','),
      expected: tier,
    });
}

function checkPhones(desk: Desk, areaCode: string | null, note: Note): void {
  if (isBlank(desk.phones)) {
    note('phones-missing');
    return;
  }
  const reading = parsePhones(desk.phones ?? '');
  if (reading.kind === 'not-a-phone') note('phone-not-valid', { value: reading.part });
  if (reading.kind === 'run-together') note('phones-run-together', { value: reading.part });
  if (areaCode !== null || reading.kind !== 'phones') return;
  const local = reading.phones.filter((phone) => phone.kind === 'landline' && phone.areaCode === null);
  if (local.length > 0)
    note('area-code-missing', { value: local.map((phone) => writePhone(phone, null)).join('、') });
}

/**
 * Checks what a desk says of internal offices (撤一建一: a dedicated section takes the place of an office that is
 * withdrawn, within the limit; an attached name stands at an office that exists). Offices that are not on record
 * cannot be checked, which is said once.
 */
function checkOffices({ offices, officeLimit }: DeskFacts, desk: Desk, today: Day, note: Note): void {
  const inForce = offices.filter((office) => !isWithdrawn(office, today));
  const isOnRecord = offices.length > 0;
  if (!isOnRecord && desk.tier !== 'designated') note('offices-missing');
  if (desk.tier === 'dedicated') {
    if (desk.replacedOffice === null || isBlank(desk.replacedOffice)) note('replaced-office-missing');
    else if (isOnRecord) {
      const replaced = findOffice(offices, desk.replacedOffice);
      if (replaced === undefined) note('replaced-office-unknown', { value: desk.replacedOffice });
      else if (!isWithdrawn(replaced, today)) note('replaced-office-in-force', { value: replaced.name });
    }
  }
  if (desk.tier === 'attached') {
    if (desk.hostOffice === null || isBlank(desk.hostOffice)) note('host-office-missing');
    else if (isOnRecord) {
      const host = findOffice(offices, desk.hostOffice);
      if (host === undefined) note('host-office-unknown', { value: desk.hostOffice });
      else if (isWithdrawn(host, today)) note('host-office-withdrawn', { value: host.name });
    }
  }
  // The section of a dedicated desk is an office itself, whether or not the list has it already.
  const isListed = desk.name !== null && findOffice(inForce, desk.name) !== undefined;
  const count = inForce.length + (desk.tier === 'dedicated' && !isListed ? 1 : 0);
  if (isOnRecord && officeLimit !== null && count > officeLimit) {
    note('offices-over-limit', { value: String(count), expected: String(officeLimit) });
  }
}

function checkPeople(desk: Desk, note: Note): void {
  const liaison = desk.persons.find((person) => person.role === 'liaison');
  if (!desk.persons.some((person) => person.role === 'head')) note('head-missing');
  if (liaison === undefined) note('liaison-missing');
  else if (isBlank(liaison.mobile)) note('mobile-missing', { value: liaison.name });
  for (const { role, phone, mobile } of desk.persons) {
    for (const given of [phone, mobile]) {
      if (given === null || isBlank(given)) continue;
      const reading = parsePhones(given);
      if (reading.kind !== 'phones') note('person-phone-not-valid', { value: reading.part, role });
    }
  }
}

/**
 * Units, in their official order, that stand apart from their group: one without a group behind others that have one, and one whose group begins
 * elsewhere. The roster prints them in a place of their own.
 */
function findStrayGroups(desks: readonly DeskFacts[]): Finding[][] {
  const begun = new Set<string>();
  let last: string | null = null;
  let before: string | null = null;
  return desks.map(({ unit, group, isSubordinate }) => {
    const findings: Finding[] = [];
    if (isSubordinate) return findings;
    const note = makeNote(findings);
    if (group === null && last !== null) note('group-missing', { value: last });
    if (group !== null && group !== last && begun.has(group))
      note('group-apart', { value: group, other: before });
    if (group !== null) {
      begun.add(group);
      last = group;
    }
    before = unit;
    return findings;
  });
}

/** Those who are at the desk itself; a leader in charge may oversee several. */
function listStaff({ desk }: DeskFacts): readonly DeskPerson[] {
  return desk?.persons.filter(({ role }) => role !== 'leader-in-charge') ?? [];
}

/** A person's own number, whatever way it is written; undefined where none is given. */
function numberOf({ mobile, phone }: DeskPerson): string | undefined {
  const given = mobile ?? phone;
  if (given === null) return undefined;
  const reading = parsePhones(given);
  return reading.kind === 'phones' && reading.phones[0] !== undefined
    ? numberKey(reading.phones[0], null)
    : given;
}

/** Two of one name are one person unless their numbers tell them apart. */
function isSamePerson(a: DeskPerson, b: DeskPerson): boolean {
  if (nameKey(a.name) !== nameKey(b.name)) return false;
  const [one, other] = [numberOf(a), numberOf(b)];
  return one === undefined || other === undefined || one === other;
}

function findSharedPeople(desks: readonly DeskFacts[]): Finding[][] {
  const byName = Map.groupBy(
    desks.flatMap((facts) => listStaff(facts).map((person) => ({ facts, person }))),
    ({ person }) => nameKey(person.name),
  );
  return desks.map((facts) => {
    const findings: Finding[] = [];
    const note = makeNote(findings);
    const told = new Set<string>();
    for (const person of listStaff(facts)) {
      const key = nameKey(person.name);
      if (told.has(key)) continue;
      const twins = byName.get(key)?.filter((one) => one.facts !== facts && isSamePerson(one.person, person));
      const units = [...new Set(twins?.map((twin) => twin.facts.unit))];
      if (units.length === 0) continue;
      told.add(key);
      note('person-twice', { value: person.name, other: units.join('、'), role: person.role });
    }
    return findings;
  });
}

/** A number as it is compared: with its area code, without its note. */
function numberKey(phone: Phone, areaCode: string | null): string {
  return writePhone({ ...phone, note: null }, areaCode);
}

/** The numbers by which a desk is reached; a short code such as 12345 belongs to nobody alone. */
function listNumbers({ desk }: DeskFacts, areaCode: string | null): string[] {
  const texts = [desk?.phones ?? null, ...(desk?.persons.map((person) => person.mobile) ?? [])];
  const numbers = texts.flatMap((text) => {
    const reading = parsePhones(text ?? '');
    return reading.kind === 'phones' ? reading.phones : [];
  });
  const written = numbers.filter(({ kind }) => kind !== 'short').map((phone) => numberKey(phone, areaCode));
  return [...new Set(written)];
}

/** Whether a number is among those of the desk itself, which the public copy prints; others are a person's. */
function isPrinted({ desk }: DeskFacts, number: string, areaCode: string | null): boolean {
  const reading = parsePhones(desk?.phones ?? '');
  return reading.kind === 'phones' && reading.phones.some((phone) => numberKey(phone, areaCode) === number);
}

function findSharedPhones(desks: readonly DeskFacts[], areaCode: string | null): Finding[][] {
  const numbers = desks.map((facts) => listNumbers(facts, areaCode));
  const owners = new Map<string, number[]>();
  for (const [at, own] of numbers.entries()) {
    for (const number of own) owners.set(number, [...(owners.get(number) ?? []), at]);
  }
  return desks.map((facts, at) => {
    const findings: Finding[] = [];
    const note = makeNote(findings);
    for (const number of numbers[at] ?? []) {
      const others = (owners.get(number) ?? []).flatMap((one) => desks[one] ?? []);
      // One person at two desks has one number, and is told as a person.
      const units = others.filter((other) => other !== facts && !isOfOnePerson(facts, other, number));
      if (units.length > 0)
        note('phone-twice', {
          value: isPrinted(facts, number, areaCode) ? number : maskPhone(number),
          other: units.map(({ unit }) => unit).join('、'),
        });
    }
    return findings;
  });
}

function isOfOnePerson(one: DeskFacts, other: DeskFacts, number: string): boolean {
  const holder = (facts: DeskFacts) => listStaff(facts).find((person) => numberOf(person) === number);
  const [a, b] = [holder(one), holder(other)];
  return a !== undefined && b !== undefined && isSamePerson(a, b);
}
