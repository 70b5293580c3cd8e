import type { Desk, DeskPerson, Finding } from '../domain/desk.ts';
import { deskFields, roles } from '../domain/desk.ts';
import type { Tier } from '../domain/scheme.ts';
import { tiers } from '../domain/scheme.ts';
import type { Texts } from '../text/shape.ts';
import type { Cell, View } from './view.ts';

/** The sentence of a finding. */
export function describeFinding(finding: Finding, text: Texts): string {
  const word = (value: string | null): string => {
    const tier = tiers.find((one) => one === value);
    return tier === undefined ? (value ?? '') : text.words.tier[tier];
  };
  return text.views.desk.findings[finding.code](word(finding.value), word(finding.expected));
}

/** The command that mends a finding, ready to be completed. */
export function mendingCommand(finding: Finding, unit: string): string {
  const options: Readonly<Record<Finding['code'], string>> = {
    'desk-missing': '--name … --duties … --phones …',
    'form-differs': `--form ${finding.expected ?? '…'}`,
    'name-missing': '--name …',
    'duties-missing': '--duties …',
    'phones-missing': '--phones …',
    'phone-not-valid': '--phones …',
    'phones-run-together': '--phones …',
    'replaced-office-missing': '--replaced-office …',
    'host-office-missing': '--host-office …',
    'hours-missing': '--hours …',
    'first-responsible-missing': '',
    'head-missing': '--head …',
    'liaison-missing': '--liaison … --mobile …',
    'mobile-missing': '--mobile …',
    'confirmation-missing': '--confirmed-on …',
    'confirmation-old': '--confirmed-on …',
  };
  return finding.code === 'first-responsible-missing'
    ? 'liaison unit import FILE.csv'
    : `liaison desk set ${unit} ${options[finding.code]}`;
}

export interface DeskLine {
  readonly code: string;
  readonly name: string;
  readonly desk: Desk;
}

export function deskListView(jurisdiction: string, lines: readonly DeskLine[], text: Texts): View {
  const say = text.views.desk;
  return [
    { kind: 'title', text: say.title(jurisdiction) },
    {
      kind: 'table',
      table: {
        columns: [
          { title: say.unit },
          { title: say.form },
          { title: say.desk },
          { title: say.phones },
          { title: say.liaison },
        ],
        rows: lines.map(({ name, desk }) => [
          name,
          text.words.tier[desk.form],
          [desk.name ?? '', desk.sign === null ? '' : `（${desk.sign}）`].join(''),
          desk.phones ?? '',
          desk.persons.find((person) => person.role === 'liaison')?.name ?? '',
        ]),
      },
    },
  ];
}

export function deskView(unit: string, desk: Desk, text: Texts): View {
  const { none } = text.labels;
  const rows: [string, Cell][] = deskFields.map((field) => {
    const value = desk[field];
    return [text.words.deskField[field], field === 'form' ? text.words.tier[desk.form] : (value ?? none)];
  });
  for (const role of roles) {
    const person = desk.persons.find((one) => one.role === role);
    rows.push([text.words.role[role], person === undefined ? none : describePerson(person, text)]);
  }
  return [
    { kind: 'title', text: unit },
    { kind: 'facts', rows },
  ];
}

function describePerson(person: DeskPerson, text: Texts): string {
  const phones = [person.phone, person.mobile].filter((phone) => phone !== null).join('、');
  return text.views.desk.person(person.name, person.post, phones);
}

/** One unit's findings. */
export interface CheckLine {
  readonly unit: { readonly name: string; readonly tier: Tier };
  readonly findings: readonly Finding[];
}

export function deskCheckView(
  run: { readonly number: number; readonly year: number },
  desks: readonly CheckLine[],
  text: Texts,
): View {
  const say = text.views.desk;
  const findings = desks.flatMap((line) => line.findings.map((finding) => ({ line, finding })));
  if (findings.length === 0) return [];
  findings.sort((a, b) => Number(b.finding.blocks) - Number(a.finding.blocks));
  const blocking = findings.filter(({ finding }) => finding.blocks).length;
  return [
    { kind: 'title', text: say.checkTitle(run.number, run.year) },
    { kind: 'lines', lines: [say.summary(blocking, findings.length - blocking)] },
    {
      kind: 'table',
      table: {
        columns: [{ title: say.severity }, { title: say.unit }, { title: say.finding }, { title: say.mend }],
        rows: findings.map(({ line, finding }) => [
          finding.blocks ? { text: say.blocks, tone: 'bad' } : { text: say.warns, tone: 'warning' },
          line.unit.name,
          describeFinding(finding, text),
          mendingCommand(finding, line.unit.name),
        ]),
      },
    },
  ];
}
