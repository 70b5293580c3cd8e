import type { Choice } from '../../cli/ask/choose.ts';
import { joinPath, listFiles } from '../../cli/ask/list-files.ts';
import type { Context, Session } from '../../cli/context.ts';
import type { State } from '../../domain/appeal.ts';
import type { CourseVerb } from '../../domain/course-rules.ts';
import { verbStates } from '../../domain/course-rules.ts';
import { AppError } from '../../errors.ts';
import { hasEnded } from '../../domain/span.ts';
import { addDays, localDay } from '../../domain/time.ts';
import type { VerbName } from '../../text/shape.ts';
import { openOperationLog } from '../../operations/database/operation-log.ts';
import type { AppealLine } from '../../operations/appeal/list-appeals.ts';
import { listAppealLines } from '../../operations/appeal/list-appeals.ts';
import { listCountedMatters } from '../../operations/appeal/matters.ts';
import { listPublishedBulletins } from '../../operations/report/published-bulletins.ts';
import { listStudiesAsked } from '../../operations/study/list-studies.ts';
import { describeBands } from '../../output/scheme-view.ts';
import { listBatches } from '../../store/batches.ts';
import { listRuns } from '../../store/classifications.ts';
import { listDeadlineRules } from '../../store/deadlines.ts';
import { listEditions } from '../../store/editions.ts';
import { listJurisdictions } from '../../store/jurisdictions.ts';
import { listOffices } from '../../store/offices.ts';
import { listRulings } from '../../store/rulings.ts';
import { listSchemes } from '../../store/schemes.ts';
import { listNamedUnits } from '../../store/units.ts';
import { listVolumeYears } from '../../store/volumes.ts';
import { deadlinePresets } from '../../domain/deadline-presets.ts';
import { schemePresets } from '../../domain/scheme-presets.ts';
import type { QuestionKind } from './kinds.ts';

/** For whom choices are looked up: the command, and of which verb a value is asked for. */
export interface Asking {
  readonly context: Context;
  readonly verb: VerbName;
  /** What was said before: the first value of each argument and option. */
  readonly said: (name: string) => string | undefined;
  /** Folder that a file is looked for in, as the answer names it; '' is the one a person is in. */
  readonly folder: string;
  /** Names of files that the result could be written into. */
  readonly files: readonly string[];
}

/** Kinds whose choices are the files of a folder. */
export type FileKind = 'spreadsheet' | 'document' | 'database' | 'folder';

/** Kinds of questions that offer choices out of what is there. */
export type ChosenKind = Exclude<
  QuestionKind,
  'choice' | 'several' | 'flag' | 'name' | 'line' | 'text' | 'number' | 'moment'
>;

/** States in the order in which their appeals are offered. */
const allStates: readonly State[] = ['unassigned', 'sent', 'accepted', 'replied', 'closed'];

/** As many of a long list as are offered; of the rest something is typed. */
const offered = 200;

/** What can be chosen for each kind, the likeliest first. */
const listers: Readonly<
  Record<Exclude<ChosenKind, FileKind>, (asking: Asking, session: Session) => Promise<readonly Choice[]>>
> = {
  unit: async (_asking, { store, jurisdiction }) =>
    (await listNamedUnits(store.db, jurisdiction.id))
      .filter(({ unit }) => !hasEnded(unit))
      .map(({ unit, names }) => ({
        value: unit.name,
        label: unit.name,
        note: unit.code,
        words: names.map(({ name }) => name).join(' '),
      })),
  appeal: listAppealChoices,
  year: async (asking, { store, jurisdiction, now }) => {
    const known = await listVolumeYears(store.db, jurisdiction.id);
    const year = Number(localDay(now, jurisdiction.timeZone).slice(0, 4));
    return [...new Set([...[...known].sort((one, other) => other - one), year - 1, year])].map((one) => ({
      value: String(one),
      label: asking.context.text.questions.year(one),
    }));
  },
  run: async ({ context, verb }, { store, jurisdiction }) =>
    (await listRuns(store.db, jurisdiction.id))
      .filter(({ adoption }) => verb !== 'tier adopt' || adoption === null)
      .reverse()
      .map(({ number, year, adoption, unitCount }) => ({
        value: String(number),
        label: context.text.questions.run(number, year, unitCount),
        note: adoption?.documentNo ?? context.text.questions.draft,
      })),
  edition: async ({ context }, { store, jurisdiction }) =>
    (await listEditions(store.db, jurisdiction.id)).reverse().map(({ number, publishedOn, documentNo }) => ({
      value: String(number),
      label: context.text.questions.edition(number),
      note: `${publishedOn} ${documentNo}`,
    })),
  issue: async ({ context }, { store, jurisdiction }) =>
    (await listPublishedBulletins(store.db, jurisdiction.id))
      .reverse()
      .map(({ number, publishedOn, documentNo }) => ({
        value: String(number),
        label: context.text.questions.edition(number),
        note: `${publishedOn} ${documentNo}`,
      })),
  batch: async ({ context, verb }, { store, jurisdiction }) =>
    (await listBatches(store.db, jurisdiction.id))
      .filter(({ undoneBy, undoes }) => verb !== 'import undo' || (undoneBy === null && undoes === null))
      .reverse()
      .map(({ number, kind, file, rows, at }) => ({
        value: String(number),
        label: context.text.questions.batch(number, context.text.codeNames.batchKind[kind], file, rows),
        note: localDay(at, jurisdiction.timeZone),
      })),
  operation: async ({ context }, session) => {
    const { pages } = await openOperationLog(session, { limit: offered });
    const summaries: Readonly<Record<string, string | undefined>> = context.summaries.verbs;
    const choices: Choice[] = [];
    for await (const page of pages())
      for (const { operation, command, at, by, undoneBy } of page)
        if (undoneBy === null)
          choices.push({
            value: String(operation),
            label: context.text.questions.operation(operation, summaries[command] ?? command),
            note: `${localDay(at, session.jurisdiction.timeZone)} ${by}`,
          });
    return choices.reverse();
  },
  ruling: async (_asking, { store, jurisdiction }) =>
    (await listRulings(store.db, jurisdiction.id))
      .filter(({ supersededBy }) => supersededBy === null)
      .reverse()
      .map(({ number, matter, appeal, on }) => ({
        value: String(number),
        label: `${String(number)}  ${matter ?? appeal ?? ''}`,
        note: on,
      })),
  study: async (_asking, { store, jurisdiction, now }) =>
    (await listStudiesAsked({ store, jurisdiction, now }, {}))
      .map(({ study, unit }) => ({
        value: String(study.number),
        label: `${String(study.number)}  ${unit.name}  ${study.matter}`,
        note: study.on,
      }))
      .reverse(),
  scheme: async ({ context }, { store, jurisdiction }) =>
    (await listSchemes(store.db, jurisdiction.id)).map((scheme) => ({
      value: scheme.code,
      label: scheme.code,
      note: describeBands(scheme, context.text),
    })),
  rules: async (_asking, { store, jurisdiction }) =>
    (await listDeadlineRules(store.db, jurisdiction.id)).map(({ code, name }) => ({
      value: code,
      label: code,
      note: name,
    })),
  jurisdiction: async (_asking, { store }) =>
    (await listJurisdictions(store.db)).map(({ code, name }) => ({ value: code, label: name, note: code })),
  matter: async (_asking, { store, jurisdiction }) =>
    (await listCountedMatters(store.db, jurisdiction)).map(({ name, group }) => ({
      value: name,
      label: name,
      ...(group === null ? {} : { note: group }),
    })),
  group: async (_asking, { store, jurisdiction }) => {
    const units = await listNamedUnits(store.db, jurisdiction.id);
    const groups = new Set(units.flatMap(({ unit }) => (unit.group === null ? [] : [unit.group])));
    return [...groups].map((value) => ({ value, label: value }));
  },
  office: async ({ said }, { store, jurisdiction }) => {
    const named = said('unit');
    const units = await listNamedUnits(store.db, jurisdiction.id);
    const unit = units.find(({ unit: one }) => one.name === named || one.code === named)?.unit;
    const offices = await listOffices(store.db, jurisdiction.id);
    return (unit === undefined ? [] : (offices.get(unit.id) ?? [])).map(({ name }) => ({
      value: name,
      label: name,
    }));
  },
  period: ({ context }, { jurisdiction, now }) => {
    const today = localDay(now, jurisdiction.timeZone);
    const year = Number(today.slice(0, 4));
    const month = Number(today.slice(5, 7));
    const months = Array.from({ length: 13 }, (_, back) => {
      const at = year * 12 + month - 1 - back;
      return `${String(Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}`;
    });
    const quarter = Math.ceil(month / 3);
    const quarters = Array.from({ length: 4 }, (_, back) => {
      const at = year * 4 + quarter - 1 - back;
      return `${String(Math.floor(at / 4))}-Q${String((at % 4) + 1)}`;
    });
    const years = [String(year - 1), String(year)];
    // What is over is asked for oftener than what has begun.
    const [current = '', ...over] = months;
    return Promise.resolve(
      [...over, current, ...quarters, ...years].map((value) => ({
        value,
        label: value,
        words: context.text.questions.periodWords(value),
      })),
    );
  },
  day: ({ context }, { jurisdiction, now }) => {
    const today = localDay(now, jurisdiction.timeZone);
    const { questions } = context.text;
    return Promise.resolve([
      { value: today, label: questions.today(today) },
      { value: addDays(today, -1), label: questions.yesterday(addDays(today, -1)) },
    ]);
  },
};

/** Endings of the files that are offered. */
const fileEndings: Readonly<Record<FileKind, readonly string[]>> = {
  spreadsheet: ['.xlsx', '.xlsm', '.xls', '.csv', '.tsv', '.txt', '.ods', '.html', '.htm', '.json'],
  document: ['.md', '.txt', '.json', '.docx', '.db', '.csv'],
  database: ['.db', '.bak', '.sqlite'],
  folder: [],
};

/** Choices that need no database: what the tool brings. */
const presets: Readonly<Partial<Record<ChosenKind, (context: Context) => readonly Choice[]>>> = {
  scheme: (context) =>
    schemePresets.map((scheme) => ({
      value: scheme.code,
      label: scheme.code,
      note: describeBands(scheme, context.text),
    })),
  year: (context) => {
    const year = Number(context.today.slice(0, 4));
    return [year - 1, year].map((one) => ({ value: String(one), label: context.text.questions.year(one) }));
  },
  rules: () => deadlinePresets.map(({ code, name }) => ({ value: code, label: code, note: name })),
};

/** Whether a kind is asked for with the files of a folder. */
export function isFileKind(kind: QuestionKind): kind is FileKind {
  return Object.hasOwn(fileEndings, kind);
}

/** What can be chosen for a kind of question; where there is no database yet, what the tool brings. */
export async function listChoices(kind: ChosenKind, asking: Asking): Promise<readonly Choice[]> {
  const { context } = asking;
  if (isFileKind(kind)) return listFileChoices(asking, fileEndings[kind]);
  if (asking.verb === 'init' || asking.verb === 'annual') return presets[kind]?.(context) ?? [];
  try {
    return await listers[kind](asking, await context.session(asking.verb));
  } catch (error) {
    // What is wrong the command says when it runs, in its own words.
    if (error instanceof AppError) return [];
    throw error;
  }
}

async function listAppealChoices({ context, verb }: Asking, session: Session): Promise<readonly Choice[]> {
  const course = verb.replace(/^appeal /u, '');
  const states: readonly State[] = Object.hasOwn(verbStates, course)
    ? verbStates[course as CourseVerb]
    : allStates;
  const lines: AppealLine[] = [];
  for (const state of states)
    lines.push(...(await listAppealLines(session, { state, limit: offered, sort: 'waiting' })).lines);
  return lines
    .filter(({ wait }) => course !== 'decide' || wait === 'return')
    .map(({ appeal, personal }) => ({
      value: appeal.number,
      label: `${appeal.number}  ${personal.title}`,
      note: [context.text.codeNames.state[appeal.state], appeal.holder?.name ?? ''].join(' '),
      words: `${appeal.externalNumber ?? ''} ${appeal.matter ?? ''}`,
    }));
}

function listFileChoices({ context, folder }: Asking, endings: readonly string[]): Choice[] {
  const { questions } = context.text;
  const found = listFiles(context.resolvePath(folder === '' ? '.' : folder), endings);
  return [
    ...found.map(({ name, isFolder, size, changedAt }) => ({
      value: joinPath(folder, isFolder ? `${name}/` : name),
      label: isFolder ? `${name}/` : name,
      note: isFolder ? questions.folder : questions.file(size, changedAt.toISOString().slice(0, 10)),
    })),
    { value: joinPath(folder, '../'), label: '../', note: questions.folderAbove },
  ];
}
