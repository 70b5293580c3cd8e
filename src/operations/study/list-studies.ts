import { AppError } from '../../errors.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import { isLateOn, isOpenOn } from '../../domain/study.ts';
import { makeLineage } from '../../domain/succession.ts';
import type { Day } from '../../domain/time.ts';
import { localDay } from '../../domain/time.ts';
import type { Leader, Unit } from '../../domain/unit.ts';
import { endedAmong } from '../../domain/unit.ts';
import type { Db } from '../../store/db.ts';
import type { StudiedAppeal, Study } from '../../store/studies.ts';
import { listStudiedAppeals, listStudies } from '../../store/studies.ts';
import { listSuccessions, listUnits } from '../../store/units.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { maskAppeals } from '../privacy/gate.ts';
import { getUnitByName } from '../unit/find-unit.ts';

/** A study with the unit that held it, the appeals it was about, and where it stands today. */
export interface StudyDetails {
  readonly study: Study;
  readonly unit: Unit;
  /** The unit that it went into since, which carries the decision out. */
  readonly heir: Unit | null;
  readonly appeals: readonly StudiedAppeal[];
  readonly isLate: boolean;
}

/** Which studies a list is of; what is not said does not limit it. */
export interface StudyTerms {
  /** Code or name of the unit that held them, or that the one which did went into. */
  readonly unit?: string | undefined;
  /** Those whose decisions are still to be carried out, and of these those that are late. */
  readonly open?: boolean | undefined;
  readonly late?: boolean | undefined;
}

/** A decision that was still to be carried out on a day. */
export interface OpenStudy {
  readonly number: number;
  /** Name of the unit that held the study. */
  readonly unit: string;
  readonly on: Day;
  readonly matter: string;
  readonly decision: string;
  readonly until: Day;
  readonly leader: Leader;
  readonly isLate: boolean;
}

/** Reads studies with their texts as everybody may see them: what was set right of a caller since may stand in them. */
async function listSeenStudies(
  db: Db,
  jurisdictionId: number,
): Promise<{ readonly study: Study; readonly appeals: readonly StudiedAppeal[] }[]> {
  const about = await listStudiedAppeals(db, jurisdictionId);
  const sights = await maskAppeals(db, [...new Set([...about.values()].flat().map(({ id }) => id))]);
  return (await listStudies(db, jurisdictionId)).map((study) => {
    const appeals = about.get(study.id) ?? [];
    const see = (text: string): string => appeals.reduce((seen, { id }) => sights(id).text(seen), text);
    const { matter, decision, closing } = study;
    return {
      study: {
        ...study,
        matter: see(matter),
        decision: see(decision),
        closing: closing === null ? null : { ...closing, result: see(closing.result) },
      },
      appeals,
    };
  });
}

/** Reads every study of a jurisdiction as it stands on a day. */
async function listStudyDetails(db: Db, jurisdiction: Jurisdiction, today: Day): Promise<StudyDetails[]> {
  const { id } = jurisdiction;
  const units = new Map((await listUnits(db, id)).map((unit) => [unit.id, unit]));
  const { heirOf } = makeLineage(await listSuccessions(db, id));
  return (await listSeenStudies(db, id)).flatMap(({ study, appeals }) => {
    const unit = units.get(study.unitId);
    if (unit === undefined) return [];
    const heir = units.get(heirOf(unit.id, endedAmong(units)) ?? 0) ?? null;
    return [{ study, unit, heir, appeals, isLate: isLateOn(study, today) }];
  });
}

/** Lists studies by what is asked of them. Errors: `unit-not-found`, `unit-name-ambiguous`. */
export async function listStudiesAsked(
  { store, jurisdiction, now }: Pick<LocalWork, 'store' | 'jurisdiction' | 'now'>,
  { unit: name, open = false, late = false }: StudyTerms,
): Promise<StudyDetails[]> {
  const { db } = store;
  const today = localDay(now, jurisdiction.timeZone);
  const unit = name === undefined ? undefined : await getUnitByName(db, jurisdiction, name);
  return (await listStudyDetails(db, jurisdiction, today)).filter(
    (one) =>
      (unit === undefined || one.unit.id === unit.id || one.heir?.id === unit.id) &&
      (!open || one.study.closedOn === null) &&
      (!late || one.isLate),
  );
}

/** Gets one study as it stands on a day. Errors: `study-not-found`. */
export async function getStudy(
  db: Db,
  jurisdiction: Jurisdiction,
  { number, today }: { readonly number: number; readonly today: Day },
): Promise<StudyDetails> {
  const studies = await listStudyDetails(db, jurisdiction, today);
  const found = studies.find(({ study }) => study.number === number);
  if (found === undefined)
    throw new AppError('study-not-found', { number, there: studies.map(({ study }) => study.number) });
  return found;
}

/**
 * Lists the decisions of a jurisdiction that were still to be carried out at the end of a day, the earliest due first. A past day gives what
 * stood then: what was decided later is not among them, what was carried out later is.
 */
export async function listOpenStudies(db: Db, jurisdictionId: number, day: Day): Promise<OpenStudy[]> {
  const units = new Map((await listUnits(db, jurisdictionId)).map(({ id, name }) => [id, name]));
  return (await listSeenStudies(db, jurisdictionId))
    .filter(({ study }) => isOpenOn(study, day))
    .map(({ study }) => {
      const { number, unitId, on, matter, decision, until, leader } = study;
      const unit = units.get(unitId) ?? '';
      return { number, unit, on, matter, decision, until, leader, isLate: isLateOn(study, day) };
    })
    .sort((a, b) => (a.until === b.until ? a.number - b.number : a.until < b.until ? -1 : 1));
}
