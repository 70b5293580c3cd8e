import type { SheetData } from 'write-excel-file/node';
import type { Desk, DeskPerson, Role } from '../domain/desk.ts';
import type { DeskField } from '../domain/desk-fields.ts';
import { deskFieldFacts, deskFields } from '../domain/desk-fields.ts';
import type { Tier } from '../domain/scheme.ts';
import type { Day } from '../domain/time.ts';
import { officialDay } from '../domain/time.ts';
import { official } from '../text/official.ts';
import { deskViews as zhDesk } from '../text/zh/desk.ts';
import { fixZipTimes } from './papers/fix-zip-times.ts';
import { coverNames, writableText } from './papers/workbook.ts';
import { wrapText } from './wrap.ts';

/** What a form asks, with what is on record of a unit. */
export interface DeskFormFacts {
  readonly code: string;
  readonly unit: string;
  readonly tier: Tier;
  readonly desk: Desk | undefined;
  readonly duties: string;
  readonly offices: readonly string[];
  readonly allOffices: readonly string[];
  readonly leader: { readonly name: string; readonly title: string | null } | undefined;
}

/** What all forms of a city have alike: the day they are made on, the day to send them back by, the area code of its numbers. */
export interface DeskFormTerms {
  readonly day: Day;
  readonly due: Day | null;
  readonly areaCode: string | null;
}

/** Widths of the three columns: what is asked, the answer, a word about it. */
const widths = [18, 52, 40] as const;
const linePoints = 16;

interface Line {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  /** Whether there is room for a seal. */
  readonly isTall?: boolean;
  /** What can be chosen from. */
  readonly choices?: readonly string[];
}

/** Writes the form of one unit as an Excel workbook: a line for each field, filled in as far as it is known, with choices where there are any. */
export async function writeDeskForm(facts: DeskFormFacts, terms: DeskFormTerms): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const { form } = official;
  const { day, due, areaCode } = terms;
  const lines = listLines(facts, areaCode ?? form.hints.noArea);
  const names = coverNames([
    facts.unit,
    ...lines.flatMap(({ label, value, hint }) => [label, value, hint ?? '']),
  ]);
  const text = (value: string, more: object = {}) =>
    ({
      value: names.cover(writableText(value)),
      type: String,
      wrap: true,
      alignVertical: 'center',
      ...more,
    }) as const;
  const border = { borderStyle: 'thin' } as const;
  const title = (value: string, more: object) => [{ ...text(value, more), columnSpan: 3 }, null, null];
  const data = [
    title(form.title, { fontWeight: 'bold', fontSize: 16, align: 'center', height: 30 }),
    title(
      `${form.intro(facts.unit, official.tier[facts.tier], form.requires[facts.tier])}${due === null ? '' : form.due(officialDay(due))}`,
      { height: 3 * linePoints },
    ),
    ...lines.map(({ label, value, hint = '', isTall = false }) => {
      const height = linePoints * Math.max(1, wrapText(value, widths[1] - 2).length, wrapText(hint, widths[2] - 2).length, isTall ? 4 : 1) + 6; // prettier-ignore
      // As text, so that a phone keeps its leading zero.
      const answer = {
        ...(value === '' ? { value: '', type: String, wrap: true } : text(value)),
        ...border,
        format: '@',
      };
      return [
        text(label, { ...border, fontWeight: 'bold', height, backgroundColor: '#EEEEEE' }),
        { ...answer, backgroundColor: '#FFFFE0' },
        text(hint, { ...border, textColor: '#666666' }),
      ];
    }),
  ];
  const bytes = await writeXlsxFile(
    data as SheetData,
    { columns: widths.map((width) => ({ width })), sheet: form.tab },
    { fontSize: 11 },
  ).toBuffer();
  const first = 3;
  return fixZipTimes(new Uint8Array(bytes), day, (parts) => {
    names.uncover(parts);
    const sheet = 'xl/worksheets/sheet1.xml';
    const choices = lines.flatMap(({ choices: of = [] }, at) => writeChoices(of, `B${String(first + at)}`));
    const validations =
      choices.length === 0
        ? ''
        : `<dataValidations count="${String(choices.length)}">${choices.join('')}</dataValidations>`;
    const setup =
      '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
      '<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/>';
    parts.write(
      sheet,
      parts
        .read(sheet)
        .replace(/<pageMargins[^>]*\/>|<pageSetup[^>]*\/>/gu, '')
        .replace(/(<worksheet[^>]*>)(?!<sheetPr)/u, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
        .replace('</worksheet>', `${validations}${setup}</worksheet>`),
    );
  });
}

/** A drop-down on a cell. A list inside the file may have 255 characters and no commas of its own; a longer one has no drop-down. */
function writeChoices(choices: readonly string[], cell: string): string[] {
  const list = choices.join(',');
  if (list === '' || list.length > 255 || choices.some((choice) => /[,"]/u.test(choice))) return [];
  const escaped = list.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return [
    `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${cell}"><formula1>"${escaped}"</formula1></dataValidation>`,
  ];
}

function listLines(facts: DeskFormFacts, area: string): Line[] {
  const { unit, desk } = facts;
  const { labels, hints } = official.form;
  const person = (role: Role): DeskPerson | undefined => desk?.persons.find((one) => one.role === role);
  const [leader, head, liaison] = [person('leader-in-charge'), person('head'), person('liaison')];
  const own = (value: string | null | undefined): string => value ?? '';
  const asked = deskFields.filter((field) => {
    const { askedOf } = deskFieldFacts(field);
    return askedOf === undefined || askedOf === facts.tier;
  });
  return [
    { label: labels.unit, value: unit, hint: hints.unit },
    // Whoever filled it in says last on which day.
    { label: labels.firstResponsible, value: own(facts.leader?.name), hint: hints.firstResponsible },
    { label: labels.firstResponsiblePost, value: own(facts.leader?.title) },
    ...asked.filter((field) => field !== 'confirmedOn').map((field) => makeLine(field, facts, area)),
    { label: labels.leaderInCharge, value: own(leader?.name) },
    { label: labels.leaderInChargePost, value: own(leader?.post) },
    { label: labels.head, value: own(head?.name) },
    { label: labels.headPost, value: own(head?.post) },
    { label: labels.headPhone, value: own(head?.phone), hint: hints.headPhone(area) },
    { label: labels.liaison, value: own(liaison?.name) },
    { label: labels.liaisonPost, value: own(liaison?.post) },
    { label: labels.mobile, value: own(liaison?.mobile), hint: hints.mobile },
    makeLine('confirmedOn', facts, area),
    // Who answers for the paper, which is sealed; none of it goes in.
    { label: labels.filledBy, value: '', hint: hints.filledBy },
    { label: labels.reviewedBy, value: '' },
    { label: labels.seal, value: '', hint: hints.seal, isTall: true },
  ];
}

/** The line that asks for a field, with what is on record of it, or what is proposed. */
function makeLine(
  field: DeskField,
  { tier, desk, duties, offices, allOffices }: DeskFormFacts,
  area: string,
): Line {
  const proposed: Partial<Record<DeskField, string>> = {
    tier: official.tier[tier],
    duties: desk?.duties ?? duties,
    confirmedOn: '',
  };
  const choices: Partial<Record<DeskField, readonly string[]>> = {
    tier: Object.values(official.tier),
    hostOffice: offices,
    replacedOffice: allOffices,
  };
  const { hints: said } = official.form;
  const hints: Partial<Record<DeskField, string>> = { ...said, phones: said.phones(area) };
  return {
    label: zhDesk.fields[field].name,
    value: proposed[field] ?? desk?.[field] ?? '',
    ...(choices[field] === undefined ? {} : { choices: choices[field] }),
    ...(hints[field] === undefined ? {} : { hint: hints[field] }),
  };
}
