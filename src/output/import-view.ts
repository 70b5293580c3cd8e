import type { Leader } from '../domain/unit.ts';
import { quote } from '../text/quote.ts';
import type { DeskChangeField, DeskPlan } from '../domain/desk-plan.ts';
import { showChange } from '../domain/desk-plan.ts';
import type { FieldChange, UnitPlan } from '../domain/unit-plan.ts';
import type { VolumePlan } from '../domain/volume-plan.ts';
import type { NameReading } from '../domain/unit-finder.ts';
import type { NameAnswer } from '../domain/name-answer.ts';
import type { DeskField } from '../domain/desk-fields.ts';
import { roles } from '../domain/desk.ts';
import type { Texts } from '../text/shape.ts';
import type { Block, Cell, Table, View } from './view.ts';

export type PlanCount = keyof Texts['views']['import']['counts'];

/** Counts of a plan in words: `added 34, unchanged 0`. */
export function describePlanCounts(
  counts: Readonly<Partial<Record<PlanCount, number>>>,
  text: Texts,
): string {
  const say = text.views.import.counts;
  const entries = Object.entries(counts) as [PlanCount, number][];
  return text.labels.list(entries.map(([kind, count]) => `${say[kind]} ${String(count)}`));
}

/** What reading a file found that a person is to be told: what was read, what was left out, and what was said of it. */
export function describeNotes(
  task: {
    readonly source: { readonly name: string };
    readonly encoding: string;
    readonly rows: number;
    readonly notes: ImportNotes;
  },
  text: Texts,
): string[] {
  const say = text.views.import;
  const { tab, said, unknownHeaders, skipped, setAside, blanks } = task.notes;
  const words = [...blanks].slice(0, longestNote).map(([word, count]) => `${word} × ${String(count)}`);
  const headers = unknownHeaders.slice(0, longestNote);
  return [
    say.read(task.source.name, task.encoding, task.rows),
    ...(tab === undefined ? [] : [say.tab(tab)]),
    ...(skipped > 0 ? [say.skipped(skipped)] : []),
    ...setAside.slice(0, longestNote).map(({ label, row }) => say.setAside(label.slice(0, 60), row)),
    ...(setAside.length > longestNote ? [say.setAsideMore(setAside.length - longestNote)] : []),
    ...[...said.mapped].map(([header, column]) =>
      column === '' ? say.setAsideHeader(header) : say.mapped(header, column),
    ),
    ...said.values.map(({ header, value, meaning }) => say.mappedValue(header, value, meaning)),
    ...[...said.constants].map(([column, value]) => say.constant(column, value)),
    ...(unknownHeaders.length > 0
      ? [say.unknownHeaders(listShown(unknownHeaders.length, headers, text))]
      : []),
    ...(blanks.size > 0 ? [say.blanks(listShown(blanks.size, words, text))] : []),
  ];
}

/** What reading a file found that may be wrong, and is told even where only warnings are wanted: hidden rows, rows nobody sees, totals nobody could check. */
export function describeDoubts(
  { hiddenRows, unseenRows, uncheckedTotals }: ImportNotes,
  text: Texts,
): string[] {
  const say = text.views.import;
  const shown = hiddenRows.slice(0, longestNote).map(String);
  return [
    ...(hiddenRows.length > 0
      ? [say.hiddenRows(hiddenRows.length, listShown(hiddenRows.length, shown, text))]
      : []),
    ...(unseenRows > 0 ? [say.unseenRows(unseenRows)] : []),
    ...(uncheckedTotals > 0 ? [say.uncheckedTotals(uncheckedTotals)] : []),
  ];
}

function listShown(whole: number, shown: readonly string[], { labels }: Texts): string {
  return labels.list(whole > shown.length ? [...shown, '…'] : shown);
}

/** Names of a file that were read as those of units which are not registered under them. */
export function describeReadings(readings: readonly NameReading[], text: Texts): View {
  const say = text.views.import;
  if (readings.length === 0) return [];
  const lines = readings
    .slice(0, 40)
    .map(({ name, unit, as }) => say.readAs(name, unit, say.readingKind[as]));
  const left = readings.length - lines.length;
  return [{ kind: 'lines', lines: left > 0 ? [...lines, `… ${String(left)}`] : lines }];
}

/** What is told of reading a file. */
interface ImportNotes {
  readonly tab: string | undefined;
  readonly said: {
    readonly mapped: ReadonlyMap<string, string>;
    readonly values: readonly { readonly header: string; readonly value: string; readonly meaning: string }[];
    readonly constants: ReadonlyMap<string, string>;
  };
  readonly unknownHeaders: readonly string[];
  readonly skipped: number;
  readonly setAside: readonly { readonly label: string; readonly row: number }[];
  readonly hiddenRows: readonly number[];
  readonly unseenRows: number;
  readonly uncheckedTotals: number;
  readonly blanks: ReadonlyMap<string, number>;
}

/** So many of a kind are told one by one. */
const longestNote = 12;

/** What a person said that names of a file stand for. */
export function describeAnswers(answers: readonly NameAnswer[], text: Texts): View {
  const say = text.views.import;
  if (answers.length === 0) return [];
  const describe = (answer: NameAnswer): string => {
    switch (answer.kind) {
      case 'alias':
        return say.isAlias(answer.name, answer.unit);
      case 'renamed':
        return say.isRenamed(answer.name, answer.unit, answer.on);
      case 'merged':
        return say.isMerged(answer.name, answer.into, answer.on);
      case 'new':
        return say.isNew(fullNameOf(answer));
      case 'outside':
        return say.isOutside(fullNameOf(answer), answer.reason);
    }
  };
  return [{ kind: 'lines', lines: answers.map(describe) }];
}

/** What a new unit is called, with the name of the file where that is another. */
function fullNameOf({ name, fullName }: { readonly name: string; readonly fullName?: string }): string {
  return fullName === undefined ? name : `${fullName} (${name})`;
}

/** The figures of a plan and, where something is changed, each change from what to what. */
export function planView(
  file: string,
  counts: Readonly<Partial<Record<PlanCount, number>>>,
  tables: readonly Table[],
  text: Texts,
): View {
  return [
    { kind: 'title', text: text.views.import.plan(file) },
    { kind: 'lines', lines: [describePlanCounts(counts, text)] },
    ...tables.filter((table) => table.rows.length > 0).map((table): Block => ({ kind: 'table', table })),
  ];
}

export function unitPlanView(file: string, plan: UnitPlan, text: Texts): View {
  const say = text.views.import;
  const { added, changed, unchanged, notInFile } = plan;
  const counts = {
    added: added.length,
    changed: changed.length,
    unchanged,
    notInFile: notInFile.length,
  };
  return planView(
    file,
    counts,
    [
      {
        columns: [{ title: say.counts.added }, { title: say.unit }],
        rows: added.map((row) => [row.code, row.name]),
      },
      {
        columns: [{ title: say.unit }, { title: say.field }, { title: say.before }, { title: say.after }],
        rows: changed.flatMap(({ unit, changes }) =>
          changes.map(({ field, before, after }) => [
            `${unit.code} ${unit.name}`,
            text.codeNames.unitField[field],
            before ?? '',
            after,
          ]),
        ),
      },
      {
        columns: [{ title: say.counts.notInFile }, { title: say.unit }],
        rows: notInFile.map((unit) => [unit.code, unit.name]),
      },
    ],
    text,
  );
}

export function volumePlanView(
  file: string,
  plan: VolumePlan & { readonly runs: readonly number[] },
  text: Texts,
): View {
  const say = text.views.import;
  const sums = plan.sums.filter(({ before, after }) => before !== after);
  const warnings = plan.warnings.map((warning) => ({
    text:
      warning.kind === 'jump'
        ? say.jump(warning.name, warning.year, warning.before, warning.now)
        : say.yearNotOver(warning.year),
    tone: 'warning' as const,
  }));
  const nameOf = (change: VolumePlan['changed'][number]): string =>
    change.unit.kind === 'new' ? change.unit.name : change.unit.unit.name;
  const counts = {
    added: plan.added.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged,
    newUnits: plan.newUnits.length,
    withoutCount: plan.withoutCount.length,
  };
  const view = planView(
    file,
    counts,
    [
      {
        columns: [{ title: say.counts.newUnits }, { title: say.line, align: 'right' }],
        rows: plan.newUnits.map(({ name, place }) => [name, String(place.row ?? '')]),
      },
      {
        columns: [
          { title: say.unit },
          { title: text.views.volume.year, align: 'right' },
          { title: say.field },
          { title: say.before, align: 'right' },
          { title: say.after, align: 'right' },
        ],
        rows: plan.changed.map((change) => [
          nameOf(change),
          String(change.year),
          text.codeNames.channel[change.channel],
          String(change.before ?? ''),
          String(change.after ?? text.labels.none),
        ]),
      },
      {
        columns: [{ title: say.counts.withoutCount }, { title: text.views.volume.year, align: 'right' }],
        rows: plan.withoutCount.map(({ unit, year }) => [`${unit.code} ${unit.name}`, String(year)]),
      },
    ],
    text,
  );
  const rounded = [...plan.added, ...plan.changed].filter((change) => change.isRounded).length;
  const lines: Cell[] = [
    ...warnings,
    ...sums.map(({ year, before, after }) => say.sums(year, before, after)),
    ...(rounded === 0 ? [] : [say.rounded(rounded)]),
    ...(plan.runs.length === 0 ? [] : [say.runsStay(text.labels.list(plan.runs.map(String)))]),
  ];
  return lines.length === 0 ? view : [...view, { kind: 'lines', lines }];
}

export function deskPlanView(
  file: string,
  plan: DeskPlan & {
    readonly unanswered: readonly string[];
    readonly leaders: readonly {
      readonly code: string;
      readonly unit: string;
      readonly registered: Leader | null;
      readonly told: Leader;
    }[];
  },
  text: Texts,
): View {
  const say = text.views.import;
  const { added, changed, unchanged } = plan;
  const view = planView(
    file,
    { added: added.length, changed: changed.length, unchanged },
    [
      {
        columns: [{ title: say.counts.added }, { title: text.views.desk.desk }],
        rows: added.map(({ unit, after }) => [unit.name, after.name ?? '']),
      },
      {
        columns: [{ title: say.unit }, { title: say.field }, { title: say.before }, { title: say.after }],
        rows: changed.flatMap(({ unit, changes }) =>
          changes.map((change) => [unit.name, ...deskChangeCells(change, text)]),
        ),
      },
    ],
    text,
  );
  const name = (leader: Leader | null): string =>
    leader === null
      ? text.labels.none
      : [leader.name, leader.title ?? ''].filter((part) => part !== '').join(' ');
  const leaders: View =
    plan.leaders.length === 0
      ? []
      : [
          { kind: 'lines', lines: [{ text: say.leadersDiffer(plan.leaders.length), tone: 'warning' }] },
          {
            kind: 'table',
            table: {
              columns: [
                { title: say.unit },
                { title: say.before },
                { title: say.after },
                { title: text.views.desk.mend, isCommand: true },
              ],
              rows: plan.leaders.map(({ code, unit, registered, told }) => [
                unit,
                name(registered),
                name(told),
                `liaison unit set ${code} --leader ${quote(told.name)}${told.title === null ? '' : ` --leader-title ${quote(told.title)}`}`,
              ]),
            },
          },
        ];
  if (plan.unanswered.length === 0) return [...view, ...leaders];
  const line = say.unanswered(plan.unanswered.length, text.labels.list(plan.unanswered));
  return [...view, ...leaders, { kind: 'lines', lines: [{ text: line, tone: 'warning' }] }];
}

/** What becomes of a field of a desk: its name, and from what to what; a mobile is masked. */
export function deskChangeCells(change: FieldChange<DeskChangeField>, text: Texts): string[] {
  const { field, before, after } = showChange(change);
  // Two numbers may read alike once they are masked.
  const now = before === after ? text.views.desk.otherNumber(after) : after;
  return [deskFieldName(field, text), before ?? '', now === '' ? text.labels.none : now];
}

/** A field of a desk or of one of its people in words: `liaison: mobile`. */
export function deskFieldName(field: DeskChangeField, text: Texts): string {
  const role = roles.find((one) => field.startsWith(`${one}.`));
  if (role === undefined) return text.views.desk.fields[field as DeskField].name;
  const part = field.slice(role.length + 1) as keyof Texts['codeNames']['personField'];
  return `${text.codeNames.role[role]} ${text.codeNames.personField[part]}`;
}
