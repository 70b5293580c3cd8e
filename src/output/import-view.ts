import type { DeskChangeField, DeskPlan } from '../domain/desk-plan.ts';
import { showChange } from '../domain/desk-plan.ts';
import type { FieldChange, UnitPlan } from '../domain/unit-plan.ts';
import type { VolumePlan } from '../domain/volume-plan.ts';
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
        return say.isNew(answer.name);
      case 'outside':
        return say.isOutside(answer.name, answer.reason);
    }
  };
  return [{ kind: 'lines', lines: answers.map(describe) }];
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
    ...(rounded === 0 ? [] : [say.rounded(rounded)]),
    ...(plan.runs.length === 0 ? [] : [say.runsStay(text.labels.list(plan.runs.map(String)))]),
  ];
  return lines.length === 0 ? view : [...view, { kind: 'lines', lines }];
}

export function deskPlanView(
  file: string,
  plan: DeskPlan & { readonly unanswered: readonly string[] },
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
  if (plan.unanswered.length === 0) return view;
  const line = say.unanswered(plan.unanswered.length, text.labels.list(plan.unanswered));
  return [...view, { kind: 'lines', lines: [{ text: line, tone: 'warning' }] }];
}

/** What becomes of a field of a desk: its name, and from what to what; a mobile is masked. */
export function deskChangeCells(change: FieldChange<DeskChangeField>, text: Texts): string[] {
  const { field, before, after } = showChange(change);
  // Two numbers may read alike once they are masked.
  const now = before === after ? text.views.desk.otherNumber(after) : after;
  return [deskFieldName(field, text), before ?? '', now];
}

/** A field of a desk or of one of its people in words: `liaison: mobile`. */
export function deskFieldName(field: DeskChangeField, text: Texts): string {
  const role = roles.find((one) => field.startsWith(`${one}.`));
  if (role === undefined) return text.views.desk.fields[field as DeskField].name;
  const part = field.slice(role.length + 1) as keyof Texts['codeNames']['personField'];
  return `${text.codeNames.role[role]} ${text.codeNames.personField[part]}`;
}

export function appealPlanView(
  file: string,
  counts: { readonly added: number; readonly unchanged: number },
  text: Texts,
): View {
  return planView(file, counts, [], text);
}
