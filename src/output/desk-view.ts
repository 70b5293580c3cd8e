import type { Desk, DeskPerson, Role } from '../domain/desk.ts';
import type { Finding } from '../domain/desk-check.ts';
import type { PersonColumn } from '../domain/desk-fields.ts';
import { clearableDeskFields, deskFieldFacts, deskFields, personColumns } from '../domain/desk-fields.ts';
import { roles } from '../domain/desk.ts';
import type { Tier } from '../domain/scheme.ts';
import { tiers } from '../domain/scheme.ts';
import type { Texts } from '../text/shape.ts';
import type { Cell, View } from './view.ts';

/** The texts that a finding is told with. */
export interface FindingTexts {
  readonly views: { readonly desk: Pick<Texts['views']['desk'], 'findings' | 'fields'> };
  readonly labels: Pick<Texts['labels'], 'list'>;
  readonly codeNames: Pick<Texts['codeNames'], 'tier'>;
}

/** The sentence of a finding. */
export function describeFinding(finding: Finding, text: FindingTexts): string {
  const word = (value: string | null): string => {
    const tier = tiers.find((one) => one === value);
    return tier === undefined ? (value ?? '') : text.codeNames.tier[tier];
  };
  const { code, value, expected, other } = finding;
  if (code === 'fields-not-fitting') {
    const left = new Set(value?.split(','));
    const names = clearableDeskFields
      .filter((field) => left.has(deskFieldFacts(field).option))
      .map((field) => text.views.desk.fields[field].name);
    return text.views.desk.findings[code](text.labels.list(names), word(expected), '');
  }
  return text.views.desk.findings[code](word(value), word(expected), other ?? '');
}

/** The options of `desk set` that name a person, and the phones of one. */
const personOptions: Readonly<Record<Role, { readonly name: string; readonly phone: string }>> = {
  'leader-in-charge': { name: '--leader-in-charge …', phone: '--leader-in-charge …' },
  head: { name: '--head … --head-phone …', phone: '--head-phone …' },
  liaison: { name: '--liaison … --mobile …', phone: '--mobile …' },
};

/** The command that mends a finding of a unit, by its code, ready to be completed. */
export function mendingCommand(
  { code, value, expected, role }: Finding,
  unit: string,
  { labels: { fill } }: Pick<Texts, 'labels'>,
): string {
  const desk = (options: string): string => `liaison desk set ${unit} ${options}`;
  const office = (name: string, options: string): string =>
    `liaison office set ${unit} ${name} ${options}`.trim();
  const given = value ?? '…';
  const person = personOptions[role ?? 'liaison'];
  const commands: Readonly<Record<Finding['code'], string>> = {
    'desk-missing': desk('--name … --duties … --phones …'),
    'form-differs': desk(`--form ${expected ?? '…'}`),
    'fields-not-fitting': desk(`--clear ${value ?? '…'}`),
    'area-code-missing': 'liaison jurisdiction set --area-code …',
    'group-missing': `liaison unit set ${unit} --group …`,
    'group-apart': `liaison unit move ${unit} --after …`,
    'name-missing': desk('--name …'),
    'duties-missing': desk('--duties …'),
    'phones-missing': desk('--phones …'),
    'phone-not-valid': desk('--phones …'),
    'phones-run-together': desk('--phones …'),
    'replaced-office-missing': desk('--replaced-office …'),
    'replaced-office-unknown': office(given, '--withdrawn-on …'),
    'replaced-office-in-force': office(given, '--withdrawn-on …'),
    'host-office-missing': desk('--host-office …'),
    'host-office-unknown': office(given, ''),
    'host-office-withdrawn': desk('--host-office …'),
    'offices-missing': `liaison office import ${fill.file}.csv`,
    'offices-over-limit': office('…', '--withdrawn-on …'),
    'hours-missing': desk('--hours …'),
    'first-responsible-missing': `liaison unit set ${unit} --leader …`,
    'head-missing': desk('--head …'),
    'liaison-missing': desk('--liaison … --mobile …'),
    'mobile-missing': desk('--mobile …'),
    'person-phone-not-valid': desk(person.phone),
    'person-twice': desk(person.name),
    'phone-twice': desk('--phones …'),
    'form-unanswered': `liaison desk import ${fill.file}.xlsx`,
    'confirmation-missing': `liaison desk confirm ${unit}`,
    'confirmation-old': `liaison desk confirm ${unit}`,
  };
  return commands[code];
}

export interface DeskLine {
  readonly code: string;
  readonly name: string;
  readonly desk: Desk;
}

/** Desks in a table; with the mobiles of their liaisons where these are revealed. */
export function deskListView(
  jurisdiction: string,
  lines: readonly DeskLine[],
  isRevealed: boolean,
  text: Texts,
): View {
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
          ...(isRevealed ? [{ title: text.codeNames.personField.mobile }] : []),
        ],
        rows: lines.map(({ name, desk }) => [
          name,
          text.codeNames.tier[desk.tier],
          [desk.name ?? '', desk.sign === null ? '' : `（${desk.sign}）`].join(''),
          desk.phones ?? '',
          desk.persons.find((person) => person.role === 'liaison')?.name ?? '',
          ...(isRevealed
            ? [
                desk.persons
                  .map(({ mobile }) => mobile ?? '')
                  .filter((one) => one !== '')
                  .join('、'),
              ]
            : []),
        ]),
      },
    },
  ];
}

/** Desks with every column that an import of desks takes. Mobiles stand in it only where they are revealed; what is left out stays as it is when the list goes in again. */
export function deskFieldsView(
  jurisdiction: string,
  lines: readonly DeskLine[],
  isRevealed: boolean,
  text: Texts,
): View {
  const persons = (Object.keys(personColumns) as PersonColumn[]).filter(
    (column) => isRevealed || personColumns[column].field !== 'mobile',
  );
  const personCell = ({ persons: all }: Desk, column: PersonColumn): string => {
    const { role, field } = personColumns[column];
    const value = all.find((one) => one.role === role)?.[field] ?? '';
    // A number that is masked is none that could go in again.
    return value.includes('*') ? '' : value;
  };
  return [
    { kind: 'title', text: text.views.desk.title(jurisdiction) },
    {
      kind: 'table',
      table: {
        columns: [
          // In a list of desks `name` is the desk's.
          { title: text.labels.header(['unit', '单位名称']) },
          ...deskFields.map((field) => ({ title: text.labels.header(deskFieldFacts(field).headers) })),
          ...persons.map((column) => ({ title: text.labels.header(personColumns[column].headers) })),
        ],
        rows: lines.map(({ name, desk }) => [
          name,
          ...deskFields.map((field) =>
            field === 'tier' ? text.codeNames.tier[desk.tier] : (desk[field] ?? ''),
          ),
          ...persons.map((column) => personCell(desk, column)),
        ]),
      },
    },
  ];
}

export function deskView(unit: string, desk: Desk, text: Texts): View {
  const { none } = text.labels;
  const rows: [string, Cell][] = deskFields.map((field) => {
    const value = desk[field];
    return [
      text.views.desk.fields[field].name,
      field === 'tier' ? text.codeNames.tier[desk.tier] : (value ?? none),
    ];
  });
  for (const role of roles) {
    const person = desk.persons.find((one) => one.role === role);
    rows.push([text.codeNames.role[role], person === undefined ? none : describePerson(person, text)]);
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
  readonly unit: { readonly code: string; readonly name: string; readonly tier: Tier };
  readonly findings: readonly Finding[];
}

/** A finding with the units it is told of. */
interface FindingGroup {
  readonly finding: Finding;
  readonly said: string;
  readonly lines: readonly CheckLine[];
}

/** Findings that say the same of many units are told once. */
function groupFindings(
  findings: readonly { readonly line: CheckLine; readonly finding: Finding }[],
  text: Texts,
): FindingGroup[] {
  const told = findings.map((one) => ({ ...one, said: describeFinding(one.finding, text) }));
  return [...Map.groupBy(told, ({ finding, said }) => `${finding.code} ${said}`).values()].flatMap(
    (group): FindingGroup[] => {
      const [first] = group;
      if (first === undefined) return [];
      const { finding, said } = first;
      // Where each needs a command of its own, each has its line, as long as they are few.
      if (
        group.length < manyUnits &&
        mendingCommandOf(finding, ['', ''], text).startsWith('liaison desk form')
      )
        return group.map((one) => ({ finding: one.finding, said, lines: [one.line] }));
      return [{ finding, said, lines: group.map(({ line }) => line) }];
    },
  );
}

/** From so many units on, findings that are mended one by one are told in one line. */
const manyUnits = 4;
/** The command for several units where each is mended by itself: a form asks all of them. */
const severally = 'liaison desk form … -o forms';

/** The command that mends one finding of several units. */
function mendingCommandOf(finding: Finding, codes: readonly string[], text: Texts): string {
  const [first = '…'] = codes;
  if (codes.length === 1) return mendingCommand(finding, first, text);
  switch (finding.code) {
    case 'confirmation-missing':
    case 'confirmation-old':
      return `liaison desk confirm ${codes.join(' ')}`;
    case 'offices-missing':
    case 'form-unanswered':
    case 'area-code-missing':
      return mendingCommand(finding, first, text);
    case 'first-responsible-missing':
      return `liaison unit import ${text.labels.fill.file}.csv`;
    default:
      return severally.replace('…', codes.join(' '));
  }
}

function describeUnits(lines: readonly CheckLine[], text: Texts): string {
  const shown = lines.slice(0, 3).map(({ unit }) => unit.name);
  return text.views.desk.unitsOf(shown, lines.length);
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
        columns: [
          { title: say.severity },
          { title: say.unit },
          { title: say.finding },
          { title: say.mend, isCommand: true },
        ],
        rows: groupFindings(findings, text).map(({ finding, said, lines }) => [
          finding.blocks ? { text: say.blocks, tone: 'bad' } : { text: say.warns, tone: 'warning' },
          lines.length === 1 ? (lines[0]?.unit.name ?? '') : describeUnits(lines, text),
          said,
          mendingCommandOf(
            finding,
            lines.map(({ unit }) => unit.code),
            text,
          ),
        ]),
      },
    },
  ];
}
