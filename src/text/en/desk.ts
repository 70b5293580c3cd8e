import type { FindingCode } from '../../domain/desk-check.ts';
import { n } from '../numbers.ts';
import type { DeskField } from '../../domain/desk-fields.ts';

/** A sentence for every finding, of what was found, what is wanted, and the other unit. */
type FindingTexts = Record<FindingCode, (value: string, expected: string, other: string) => string>;

interface DeskFieldTexts {
  readonly name: string;
  readonly help: string;
}

/** What commands say of desks. */
export const deskViews = {
  otherNumber: (number: string) => `${number} (another number)`,
  /** Each field by its name, and what the option that sets it says. */
  fields: {
    tier: { name: 'form', help: 'what was set up (else the unit’s tier)' },
    name: { name: 'desk', help: 'name of the section, office or post' },
    sign: { name: 'sign', help: 'sign it carries' },
    hostOffice: { name: 'host office', help: 'office the name was added to' },
    replacedOffice: { name: 'replaced office', help: 'office that was withdrawn for it' },
    duties: { name: 'duties', help: 'duties' },
    hours: { name: 'duty hours', help: 'duty hours' },
    phones: { name: 'phones', help: 'phones, separated by 、' },
    address: { name: 'address', help: 'address of its office' },
    establishedOn: { name: 'established on', help: 'established on' },
    documentNo: { name: 'document no', help: 'number of the document it is done by' },
    confirmedOn: { name: 'confirmed on', help: 'confirmed on' },
  } satisfies Record<DeskField, DeskFieldTexts> as Record<DeskField, DeskFieldTexts>,
  title: (name: string) => `Desks of ${name}`,
  unit: 'unit',
  form: 'form',
  desk: 'desk',
  phones: 'phones',
  liaison: 'liaison',
  person: (name: string, post: string | null, phones: string) =>
    [name, post ?? '', phones].filter((part) => part !== '').join(', '),
  set: (unit: string) => `The desk of ${unit} was changed.`,
  same: (unit: string) => `The desk of ${unit} is as it was; nothing was written.`,
  confirmed: (count: number, on: string) => `Confirmed as of ${on}: ${n(count)}`,
  forms: (count: number, folder: string) => `Forms written into ${folder}: ${n(count)}`,
  formsWithout: (units: string) => `No form, for the run gives them no tier: ${units}`,
  checkTitle: (run: number, year: number) => `Desks against run ${n(run)} of ${n(year)}`,
  blocks: 'blocks',
  warns: 'warns',
  severity: '',
  finding: 'finding',
  mend: 'mend with',
  unitsOf: (names: readonly string[], count: number) =>
    `${names.join(', ')}${count > names.length ? ' …' : ''} (${n(count)} units)`,
  summary: (blocking: number, warning: number) =>
    `Findings that block: ${n(blocking)}, that warn: ${n(warning)}`,
  findings: {
    'desk-missing': (_value, expected) => `no desk; the tier is ${expected}`,
    'form-differs': (value, expected) => `the form is ${value}, the tier ${expected}`,
    'fields-not-fitting': (value, expected) => `does not fit a unit that is ${expected}: ${value}`,
    'area-code-missing': () => 'its phone has no area code, nor has the jurisdiction',
    'group-missing': () => 'has no group; the roster puts it under “other units”',
    'group-apart': (value) => `stands apart from its group, ${value}, in the official order`,
    'name-missing': () => 'the desk has no name',
    'duties-missing': () => 'the duties are missing',
    'phones-missing': () => 'there is no phone',
    'phone-not-valid': (value) => `“${value}” does not read as a phone number`,
    'phones-run-together': (value) => `“${value}” looks like two phones run together`,
    'replaced-office-missing': () => 'which office was withdrawn for it is missing',
    'replaced-office-unknown': (value) => `the withdrawn office “${value}” is not on record`,
    'replaced-office-in-force': (value) => `the office “${value}” is to be withdrawn for it, but is in force`,
    'host-office-missing': () => 'the host office is missing',
    'host-office-unknown': (value) => `the host office “${value}” is not on record`,
    'host-office-withdrawn': (value) => `the host office “${value}” has been withdrawn`,
    'offices-missing': () => 'its internal offices are not on record, so they cannot be checked',
    'offices-over-limit': (value, expected) => `${value} internal offices, the limit is ${expected}`,
    'hours-missing': () => 'the duty hours are missing',
    'first-responsible-missing': () => 'the first responsible person is missing',
    'head-missing': () => 'the head is missing',
    'liaison-missing': () => 'the liaison is missing',
    'mobile-missing': (value) => `the liaison ${value} has no mobile`,
    'person-phone-not-valid': (value) => `“${value}”, a person’s phone, does not read as a phone number`,
    'person-twice': (value, _expected, other) => `${value} stands at the desk of ${other} too`,
    'phone-twice': (value, _expected, other) => `the phone ${value} is that of ${other} too`,
    'form-unanswered': (value) => `the form of ${value} has not come back`,
    'confirmation-missing': () => 'never confirmed',
    'confirmation-old': (value) => `last confirmed on ${value}`,
  } satisfies FindingTexts as FindingTexts,
};
