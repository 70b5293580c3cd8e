import { localTime } from '../domain/time.ts';
import type { Effect, EffectField } from '../domain/register.ts';
import type { Tier } from '../domain/scheme.ts';
import type { Category } from '../domain/unit.ts';
import type { Texts } from '../text/shape.ts';
import { deskFieldName, describePlanCounts } from './import-view.ts';
import type { PlanCount } from './import-view.ts';
import type { View } from './view.ts';

/** One import as the list shows it. */
export interface ImportLine {
  readonly number: number;
  readonly kind: keyof Texts['codeNames']['batchKind'];
  readonly file: string;
  readonly encoding: string;
  readonly rows: number;
  readonly summary: Readonly<Record<string, number>>;
  readonly at: string;
  readonly by: string;
  readonly undoneBy: number | null;
  readonly undoes: number | null;
}

export function importListView(batches: readonly ImportLine[], timeZone: string, text: Texts): View {
  const say = text.views.import;
  return [
    { kind: 'title', text: say.title },
    {
      kind: 'table',
      table: {
        columns: [
          { title: say.number, align: 'right' },
          { title: say.at },
          { title: say.kind },
          { title: say.file },
          { title: say.encoding },
          { title: say.rows, align: 'right' },
          { title: say.changes },
          { title: say.by },
          { title: say.state },
        ],
        rows: batches.map((batch) => [
          String(batch.number),
          localTime(batch.at, timeZone),
          text.codeNames.batchKind[batch.kind],
          batch.file,
          batch.encoding,
          String(batch.rows),
          describePlanCounts(batch.summary as Partial<Record<PlanCount, number>>, text),
          batch.by,
          describeUndo(batch, text),
        ]),
      },
    },
  ];
}

function describeUndo({ undoneBy, undoes }: Pick<ImportLine, 'undoneBy' | 'undoes'>, text: Texts): string {
  const say = text.views.import;
  if (undoneBy !== null) return say.undoneBy(undoneBy);
  return undoes === null ? '' : say.undoes(undoes);
}

/** One import with its file and everything it changed, from what to what. */
export function importView(
  batch: ImportLine & { readonly sha256: string; readonly tab: string | null },
  effects: readonly Effect[],
  nameOf: (unitId: number) => string,
  timeZone: string,
  text: Texts,
): View {
  const say = text.views.import;
  const state = describeUndo(batch, text);
  return [
    { kind: 'title', text: say.one(batch.number, batch.file) },
    {
      kind: 'facts',
      rows: [
        [say.kind, text.codeNames.batchKind[batch.kind]],
        [say.encoding, batch.encoding],
        ...(batch.tab === null ? [] : [[say.tabName, batch.tab] as const]),
        [say.rows, String(batch.rows)],
        [say.digest, batch.sha256],
        [say.at, localTime(batch.at, timeZone)],
        [say.by, batch.by],
        [say.changes, describePlanCounts(batch.summary, text)],
        ...(state === '' ? [] : [[say.state, state] as const]),
      ],
    },
    ...effectsView(effects, nameOf, [say.before, say.after], text),
  ];
}

/** What undoing an import puts back, what stays, and which runs are not touched. */
export function undoPlanView(
  plan: {
    readonly batch: ImportLine;
    readonly effects: readonly Effect[];
    readonly kept: readonly Effect[];
    readonly runs: readonly number[];
    readonly keptNames: number;
    readonly voided: readonly string[];
    readonly takenBack: readonly { readonly number: string }[];
    readonly nameOf: (unitId: number) => string;
  },
  text: Texts,
): View {
  const say = text.views.import;
  const { batch, effects, kept, keptNames, runs, voided, takenBack, nameOf } = plan;
  const [first = '', last = ''] = [voided[0], voided.at(-1)];
  const lines = [
    ...(voided.length === 0 ? [] : [say.voided(voided.length, first, last)]),
    ...(takenBack.length === 0
      ? []
      : [say.takenBack(takenBack.length, takenBack[0]?.number ?? '', takenBack.at(-1)?.number ?? '')]),
    ...(kept.length === 0 ? [] : [say.kept(kept.length)]),
    ...(keptNames === 0 ? [] : [say.namesStay(keptNames)]),
    ...(runs.length === 0 ? [] : [say.runsStay(text.labels.list(runs.map(String)))]),
  ];
  return [
    { kind: 'title', text: say.undoPlan(batch.number, batch.file) },
    { kind: 'lines', lines: [say.effects(effects.length)] },
    ...effectsView(effects, nameOf, [say.now, say.back], text),
    ...(lines.length === 0 ? [] : [{ kind: 'lines', lines } as const]),
  ];
}

/** What was changed, unit by unit, from what to what. */
export function effectsView(
  effects: readonly Effect[],
  nameOf: (unitId: number) => string,
  [from, to]: readonly [string, string],
  text: Texts,
): View {
  if (effects.length === 0) return [];
  const say = text.views.import;
  const show = (value: string | number | null, field: EffectField): string => {
    if (value === null) return text.labels.none;
    if (field.of === 'unit' && field.field === 'category') return text.codeNames.category[value as Category];
    if (field.of === 'office' && value === '') return text.views.office.inForce;
    if (field.of === 'desk' && field.field === 'tier') return text.codeNames.tier[value as Tier];
    return String(value);
  };
  return [
    {
      kind: 'table',
      table: {
        columns: [{ title: say.unit }, { title: say.field }, { title: from }, { title: to }],
        rows: effects.map(({ unitId, field, before, after }) => [
          nameOf(unitId),
          effectFieldName(field, text),
          show(before, field),
          before === after && after !== null
            ? text.views.desk.otherNumber(show(after, field))
            : show(after, field),
        ]),
      },
    },
  ];
}

function effectFieldName(field: EffectField, text: Texts): string {
  switch (field.of) {
    case 'unit':
      return text.codeNames.unitField[field.field];
    case 'desk':
      return deskFieldName(field.field, text);
    case 'register':
      return text.codeNames.registerField[field.field];
    case 'office':
      return `${text.views.office.office} ${field.office}`;
    case 'jurisdiction':
      return text.codeNames.jurisdictionField[field.field];
    case 'count':
      return `${String(field.year)} ${text.codeNames.channel[field.channel]}`;
  }
}
