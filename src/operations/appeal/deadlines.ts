import { AppError } from '../../errors.ts';
import type { Appeal } from '../../domain/appeal.ts';
import { usualRules } from '../../domain/deadline-presets.ts';
import type { CountingRules } from '../../domain/counting-rules.ts';
import { dueOf, rulesOf } from '../../domain/counting-rules.ts';
import { canonicalJson } from '../../domain/canonical.ts';
import type { DeadlineRules, Due } from '../../domain/deadline.ts';
import { findGaps, rulesCodeOn } from '../../domain/deadline.ts';
import type { Day } from '../../domain/time.ts';
import { localDay } from '../../domain/time.ts';
import type { SourceFile } from '../../intake/source-file.ts';
import { getCountingRules } from '../../store/counting-rules.ts';
import type { Db } from '../../store/db.ts';
import {
  getDeadlineRules,
  insertDeadlineRules,
  insertDeadlineUse,
  listDeadlineRules,
  listDeadlineUses,
} from '../../store/deadlines.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { transaction } from '../kernel/transaction.ts';
import { getActedAppeal } from './record-event.ts';

/** Deadline rules, and since when they hold for what is received. */
export interface ListedRules {
  readonly rules: DeadlineRules;
  /** Whether they hold for what is received today. */
  readonly isInUse: boolean;
  /** Days from which they were taken into use, the newest decision first. */
  readonly usedFrom: readonly Day[];
}

/** Lists the deadline rules a jurisdiction can use, and which of them hold today. */
export async function listRules(
  work: Pick<LocalWork, 'store' | 'jurisdiction' | 'now'>,
): Promise<ListedRules[]> {
  const { store, jurisdiction, now } = work;
  const uses = await listDeadlineUses(store.db, jurisdiction.id);
  const inUse = rulesCodeOn(uses, localDay(now, jurisdiction.timeZone)) ?? usualRules;
  const all = await listDeadlineRules(store.db, jurisdiction.id);
  return all.map((rules) => ({
    rules,
    isInUse: rules.code === inUse,
    usedFrom: uses.filter(({ code }) => code === rules.code).map(({ fromDay }) => fromDay),
  }));
}

/**
 * Adds deadline rules from a JSON file, such as `deadline show --json` writes; they never change from then on.
 *
 * Errors: `file-not-json`, `deadline-invalid` with the place of each fault, `deadline-code-taken`.
 */
export async function importDeadlineRules(
  asked: LocalWork,
  source: SourceFile,
): Promise<{ readonly rules: DeadlineRules; readonly isNew: boolean }> {
  const { parseDeadlineFile } = await import('../../intake/deadline-file.ts');
  const reading = parseDeadlineFile(source);
  const problems = 'problems' in reading ? reading.problems : findGaps(reading.rules);
  if ('problems' in reading || problems.length > 0)
    throw new AppError('deadline-invalid', { file: source.name }, { problems });
  const { rules } = reading;
  const there = (await listDeadlineRules(asked.store.db, asked.jurisdiction.id)).find(
    ({ code }) => code === rules.code,
  );
  if (there !== undefined) {
    if (canonicalJson(there) === canonicalJson(rules)) return { rules, isNew: false };
    throw new AppError('deadline-code-taken', { code: rules.code });
  }
  return transaction(asked, async (trx, { id: operationId }, work) => {
    const { jurisdiction, now: at, by } = work;
    await insertDeadlineRules(trx, { jurisdictionId: jurisdiction.id, rules, at, by, operationId });
    return { result: { rules, isNew: true }, summary: { deadline: rules.code } };
  });
}

/** Takes deadline rules into use for what is received from a day on, today unless said; what was received before keeps its own. Errors: `deadline-not-found`. */
export async function takeDeadlineRules(
  asked: LocalWork,
  terms: { readonly code: string; readonly from?: Day | undefined },
): Promise<{ readonly rules: DeadlineRules; readonly fromDay: Day }> {
  return transaction(asked, async (trx, { id: operationId }, work) => {
    const { jurisdiction, now: at, by } = work;
    const rules = await getDeadlineRules(trx, jurisdiction.id, terms.code);
    const fromDay = terms.from ?? localDay(at, jurisdiction.timeZone);
    const { code } = rules;
    await insertDeadlineUse(trx, { jurisdictionId: jurisdiction.id, code, fromDay, at, by, operationId });
    return { result: { rules, fromDay }, summary: { deadline: code, from: fromDay } };
  });
}

/** The due day of an appeal with everything that led to it. */
export interface ExplainedDue {
  readonly appeal: Appeal;
  readonly rules: DeadlineRules;
  readonly due: Due;
  readonly calendar: CountingRules['calendar'];
  /** Whether the rules hold only because nobody took any. */
  readonly isDefault: boolean;
}

/** Explains the due day of an appeal. Errors: `appeal-not-found`, `deadline-none`, `calendar-missing`. */
export async function explainDue(db: Db, jurisdiction: Jurisdiction, number: string): Promise<ExplainedDue> {
  const { appeal, events } = await getActedAppeal(db, jurisdiction, number);
  const counting = await getCountingRules(db, jurisdiction);
  const rules = rulesOf(counting, events);
  const due = dueOf(counting, appeal, events);
  if (rules === undefined || due === null) throw new AppError('deadline-none', { number: appeal.number });
  const uses = await listDeadlineUses(db, jurisdiction.id);
  return { appeal, rules, due, calendar: counting.calendar, isDefault: uses.length === 0 };
}
