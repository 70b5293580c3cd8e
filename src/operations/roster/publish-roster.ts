import { AppError } from '../../errors.ts';
import { documentNoKey } from '../../domain/document-number.ts';
import type { EditionHead } from '../../domain/roster.ts';
import { firstLayout } from '../../domain/roster.ts';
import type { Day } from '../../domain/time.ts';
import { localDay, officialDay } from '../../domain/time.ts';
import type { Edition } from '../../store/editions.ts';
import { getEdition, listEditions, listEntries, recordEdition } from '../../store/editions.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { refuseNumbers } from '../privacy/refuse-personal.ts';
import { transaction } from '../kernel/transaction.ts';
import type { CheckedDesk } from './check-desks.ts';
import { digestOf } from '../kernel/digest.ts';
import { compareWithToday } from './draft-roster.ts';
import type { PublishedRoster } from './published-roster.ts';
import { getPublishedRoster } from './published-roster.ts';
import { makeNotice } from './write-notice.ts';

/** How a roster is published. */
export interface PublishTerms {
  readonly documentNo: string;
  readonly on?: Day | undefined;
  /** A numbered notice of what changed since the edition before. */
  readonly changes: boolean;
  /** Publish although something blocks; what is missing is printed as a gap. */
  readonly withGaps: boolean;
  readonly withCounties: boolean;
  /** The edition that is put right, and why. */
  readonly supersedes?: number | undefined;
  readonly reason?: string | undefined;
  /** Number of the layout in which the edition is printed from now on. */
  readonly layout: number;
}

/**
 * Publishes the roster as the next edition, sealed with a copy of every line and of the notice that goes with it.
 *
 * Errors: `roster-blocked` with each finding while something blocks, `roster-unchanged` for changes where there are none,
 * `edition-none` for changes without an edition before, `edition-superseded-already`, `time-in-future`, `edition-out-of-order`, `document-no-taken`.
 */
export async function publishRoster(
  asked: LocalWork,
  terms: PublishTerms,
): Promise<
  PublishedRoster & { readonly countiesWithout: readonly string[]; readonly withoutTier: readonly string[] }
> {
  const { id } = asked.jurisdiction;
  // What is printed and sealed must tell nobody.
  refuseNumbers({ reason: terms.reason });
  return transaction(asked, async (trx, operation, work) => {
    const { jurisdiction, now } = work;
    const editions = await listEditions(trx, id);
    const before = editions.at(-1);
    refuseTakenNumber(editions, terms.documentNo);
    const base = terms.changes ? await getEdition(trx, id, undefined) : undefined;
    const baseEntries = base === undefined ? [] : await listEntries(trx, base.id);
    // What the public copy does not print is no matter for a notice.
    const compared = await compareWithToday(trx, jurisdiction, now, {
      before: baseEntries,
      copy: 'public',
      withCounties: terms.withCounties,
    });
    const { draft } = compared;
    const { check, entries, unitIds, blocked, countiesWithout } = draft;
    if (blocked.length > 0 && !terms.withGaps) refuseBlocked(blocked);
    const diffs = base === undefined ? [] : compared.diffs;
    if (base !== undefined && diffs.length === 0)
      throw new AppError('roster-unchanged', { number: base.number });
    const wrong = terms.supersedes === undefined ? undefined : await getEdition(trx, id, terms.supersedes);
    if (typeof wrong?.supersededBy === 'number') {
      throw new AppError('edition-superseded-already', { number: wrong.number, by: wrong.supersededBy });
    }
    const number = (before?.number ?? 0) + 1;
    const publishedOn = decidePublicationDay(work, terms.on, before);
    const { documentNo, reason, layout } = terms;
    const notice = await makeNotice(trx, jurisdiction, {
      number, date: officialDay(publishedOn), documentNo, entries, base, wrong, diffs,
    }); // prettier-ignore
    const withGaps = blocked.length > 0 || draft.countiesHaveGaps;
    const head: EditionHead = {
      jurisdiction: jurisdiction.code,
      number,
      publishedOn,
      documentNo,
      issuers: jurisdiction.issuers,
      run: check.run.number,
      ...(base === undefined ? {} : { changesSince: base.number }),
      ...(wrong === undefined ? {} : { supersedes: wrong.number }),
      ...(reason === undefined ? {} : { reason }),
      notice,
      ...(withGaps ? { withGaps } : {}),
      ...(layout === firstLayout ? {} : { layout }),
    };
    const digest = await digestOf({ head, entries });
    await operation.seal({ digest });
    await recordEdition(trx, id, {
      number,
      form: base === undefined ? 'full' : 'changes',
      publishedOn,
      documentNo,
      issuers: jurisdiction.issuers,
      runId: check.run.id,
      baseEditionId: base?.id ?? null,
      supersedesEditionId: wrong?.id ?? null,
      reason: reason ?? null,
      notice,
      withGaps,
      layout,
      digest,
      at: now,
      by: work.by,
      operationId: operation.id,
      entries: entries.map((entry, at) => ({ unitId: unitIds[at] ?? 0, entry })),
    });
    return {
      result: {
        ...(await getPublishedRoster(trx, jurisdiction, number)),
        countiesWithout,
        withoutTier: check.withoutTier,
      },
      summary: { edition: number, entries: entries.length },
    };
  });
}

/** Refuses a document number that an edition carries already, however it is written. Errors: `document-no-taken`. */
function refuseTakenNumber(editions: readonly Edition[], documentNo: string): void {
  const there = editions.find((edition) => documentNoKey(edition.documentNo) === documentNoKey(documentNo));
  if (there !== undefined) throw new AppError('document-no-taken', { documentNo, number: there.number });
}

/** The day of publication: the one said, else today; not to come, and not before the edition before. */
function decidePublicationDay(
  { now, jurisdiction }: LocalWork,
  said: Day | undefined,
  before: Edition | undefined,
): Day {
  const today = localDay(now, jurisdiction.timeZone);
  const on = said ?? today;
  if (on > today) throw new AppError('time-in-future', { time: on });
  if (before !== undefined && on < before.publishedOn) {
    throw new AppError('edition-out-of-order', { on, number: before.number, last: before.publishedOn });
  }
  return on;
}

function refuseBlocked(blocked: readonly CheckedDesk[]): never {
  const findings = blocked.flatMap(({ unit, findings: found }) =>
    found
      .filter((finding) => finding.blocks)
      .map(({ code, value, expected, other }) => ({ unit: unit.name, code, value, expected, other })),
  );
  throw new AppError('roster-blocked', { findings, units: blocked.map(({ unit }) => unit.name) });
}
