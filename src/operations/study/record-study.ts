import { AppError } from '../../errors.ts';
import type { Appeal } from '../../domain/appeal.ts';
import type { Day } from '../../domain/time.ts';
import { localDay } from '../../domain/time.ts';
import { getAppeal } from '../../store/appeals.ts';
import type { Db } from '../../store/db.ts';
import { insertStudy, insertStudyClose, nextStudyNumber } from '../../store/studies.ts';
import { findLeader, findLeaderOn } from '../../store/units.ts';
import { getMatter } from '../appeal/matters.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { transaction } from '../kernel/transaction.ts';
import { refuseNumbers, refusePersonal } from '../privacy/refuse-personal.ts';
import { getUnitByName, refuseRetired } from '../unit/find-unit.ts';
import type { StudyDetails } from './list-studies.ts';
import { getStudy } from './list-studies.ts';

/** What is put on record of a study. */
export interface StudyRecord {
  readonly unit: string;
  readonly matter: string;
  readonly decision: string;
  /** The day until which the decision is to be carried out. */
  readonly until: Day;
  /** Numbers of the appeals it was about, their own or those they have elsewhere. */
  readonly appeals?: readonly string[] | undefined;
  /** The day of the meeting; today unless said. */
  readonly on?: Day | undefined;
}

/**
 * Puts a study meeting of a unit on record: who answers for its decision is who was the first responsible person on that day.
 *
 * Errors: `time-in-future`, `study-until-early`, `unit-not-found`, `unit-retired`, `study-leader-missing`, `matter-unknown`, `appeal-not-found`,
 * `appeal-voided`, `text-personal`.
 */
export async function addStudy(asked: LocalWork, terms: StudyRecord): Promise<StudyDetails> {
  return transaction(asked, async (trx, operation, work) => {
    const { jurisdiction, now: at, by } = work;
    const { until, decision } = terms;
    const today = localDay(at, jurisdiction.timeZone);
    const on = decideDay(today, terms.on);
    if (until < on) throw new AppError('study-until-early', { on, until });
    const unit = await getUnitByName(trx, jurisdiction, terms.unit);
    await refuseRetired(trx, jurisdiction, unit);
    const leader = await findLeaderOn(trx, unit.id, on);
    if (leader === undefined) {
      const now = await findLeader(trx, unit.id);
      throw new AppError('study-leader-missing', { unit: unit.name, on, now: now?.name ?? null });
    }
    const matter = (await getMatter(trx, jurisdiction, terms.matter)) ?? terms.matter;
    const appeals = await getAppeals(trx, work, terms.appeals ?? []);
    const appealIds = appeals.map(({ id }) => id);
    refuseNumbers({ decision, matter });
    await refusePersonal(trx, appealIds, { decision, matter });
    const number = await nextStudyNumber(trx, jurisdiction.id);
    const content = { number, unitId: unit.id, on, matter, decision, until, leader, appealIds, at, by };
    await insertStudy(trx, {
      ...content,
      jurisdictionId: jurisdiction.id,
      digest: await operation.seal(content),
      operationId: operation.id,
    });
    return {
      result: await getStudy(trx, jurisdiction, { number, today }),
      summary: {
        study: number,
        unit: unit.code,
        on,
        until,
        appeals: appeals.map((appeal) => appeal.number),
      },
    };
  });
}

/**
 * Puts on record that the decision of a study was carried out.
 *
 * Errors: `study-not-found`, `study-closed-already`, `time-in-future`, `study-close-early`, `text-personal`.
 */
export async function closeStudy(
  asked: LocalWork,
  terms: { readonly number: number; readonly on?: Day | undefined; readonly result: string },
): Promise<StudyDetails> {
  const { number, result } = terms;
  return transaction(asked, async (trx, operation, work) => {
    const { jurisdiction, now: at, by } = work;
    const today = localDay(at, jurisdiction.timeZone);
    const { study, unit, appeals } = await getStudy(trx, jurisdiction, { number, today });
    if (study.closedOn !== null) throw new AppError('study-closed-already', { number, on: study.closedOn });
    const on = decideDay(today, terms.on);
    if (on < study.on) throw new AppError('study-close-early', { number, on, held: study.on });
    refuseNumbers({ result });
    await refusePersonal(
      trx,
      appeals.map(({ id }) => id),
      { result },
    );
    const content = { studyId: study.id, on, result, at, by };
    await insertStudyClose(trx, {
      ...content,
      digest: await operation.seal(content),
      operationId: operation.id,
    });
    return {
      result: await getStudy(trx, jurisdiction, { number, today }),
      summary: { study: number, unit: unit.code, on },
    };
  });
}

/** The day something happened: the one said, else today. Never to come. */
function decideDay(today: Day, said: Day | undefined): Day {
  if (said !== undefined && said > today) throw new AppError('time-in-future', { time: said });
  return said ?? today;
}

/** Gets the appeals of which numbers are given, each once. */
async function getAppeals(
  db: Db,
  { jurisdiction }: Pick<LocalWork, 'jurisdiction'>,
  numbers: readonly string[],
): Promise<Appeal[]> {
  const appeals = new Map<number, Appeal>();
  for (const number of numbers) {
    const appeal = await getAppeal(db, jurisdiction.id, number);
    if (appeal.isVoided) throw new AppError('appeal-voided', { number: appeal.number });
    appeals.set(appeal.id, appeal);
  }
  return [...appeals.values()];
}
