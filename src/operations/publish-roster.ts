import { AppError } from '../errors.ts';
import type { EditionHead, RosterEntry, RosterSource } from '../domain/roster.ts';
import { makeRoster } from '../domain/roster.ts';
import type { Instant } from '../domain/time.ts';
import { localDay } from '../domain/time.ts';
import type { Db } from '../store/database.ts';
import type { Edition } from '../store/editions.ts';
import { getEdition, listEditions, listEntries, recordEdition } from '../store/editions.ts';
import type { Jurisdiction } from '../domain/jurisdiction.ts';
import type { LocalWork } from './change.ts';
import { change } from './change.ts';
import type { CheckedDesk, DeskCheck } from './check-desks.ts';
import { checkAllDesks, listBlocked } from './check-desks.ts';
import { digestOf } from './digest.ts';

/** The roster as it would be published today. */
export interface RosterDraft {
  readonly check: DeskCheck;
  readonly entries: readonly RosterEntry[];
  readonly blocked: readonly CheckedDesk[];
}

/** Drafts the roster from the run in force and the desks of today. */
export async function draftRoster(db: Db, jurisdiction: Jurisdiction, now: Instant): Promise<RosterDraft> {
  const check = await checkAllDesks(db, jurisdiction, now);
  const sources = check.desks.map(({ unit, desk, leader }): RosterSource => ({
    unitCode: unit.code,
    unit: unit.name,
    group: unit.group,
    sort: unit.sort,
    tier: unit.tier,
    desk,
    firstResponsible: leader?.name ?? null,
  }));
  return { check, entries: makeRoster(sources, jurisdiction.areaCode), blocked: listBlocked(check) };
}

/** An edition with its entries. */
export interface PublishedRoster {
  readonly edition: Edition;
  readonly entries: readonly RosterEntry[];
  /** Whether head and entries still have the digest they were sealed with. */
  readonly isIntact: boolean;
}

/** Publishes the roster as the next edition, sealed with a copy of every line. Errors: `roster-blocked` while something blocks. */
export async function publishRoster(
  work: LocalWork,
  terms: { readonly documentNo: string; readonly on?: string },
): Promise<PublishedRoster> {
  const { jurisdiction } = work;
  return change(work, async (trx, operation) => {
    const { check, entries, blocked } = await draftRoster(trx, jurisdiction, work.now);
    if (blocked.length > 0) {
      const findings = blocked.reduce(
        (sum, one) => sum + one.findings.filter((finding) => finding.blocks).length,
        0,
      );
      throw new AppError('roster-blocked', { findings, units: blocked.map(({ unit }) => unit.name) });
    }
    const number = ((await listEditions(trx, jurisdiction.id)).at(-1)?.number ?? 0) + 1;
    const head: EditionHead = {
      jurisdiction: jurisdiction.code,
      number,
      publishedOn: terms.on ?? localDay(work.now, jurisdiction.timeZone),
      documentNo: terms.documentNo,
      issuers: jurisdiction.issuers,
      run: check.run.number,
    };
    const digest = await digestEdition(head, entries);
    await operation.seal({ digest });
    const unitIds = new Map(check.desks.map(({ unit }) => [unit.code, unit.unitId]));
    await recordEdition(trx, jurisdiction.id, {
      number,
      publishedOn: head.publishedOn,
      documentNo: head.documentNo,
      issuers: head.issuers,
      runId: check.run.id,
      digest,
      at: work.now,
      by: work.by,
      operationId: operation.id,
      entries: entries.map((entry) => ({ unitId: unitIds.get(entry.unitCode) ?? 0, entry })),
    });
    const edition = await getEdition(trx, jurisdiction.id, number);
    return {
      result: { edition, entries, isIntact: true },
      summary: { edition: number, entries: entries.length },
    };
  });
}

async function digestEdition(head: EditionHead, entries: readonly RosterEntry[]): Promise<string> {
  return digestOf({ head, entries });
}

/** Reads a published edition and checks it against its digest. */
export async function readEdition(
  db: Db,
  jurisdiction: Jurisdiction,
  number: number | undefined,
): Promise<PublishedRoster> {
  const edition = await getEdition(db, jurisdiction.id, number);
  const entries = await listEntries(db, edition.id);
  const { publishedOn, documentNo, issuers, run } = edition;
  const head = {
    jurisdiction: jurisdiction.code,
    number: edition.number,
    publishedOn,
    documentNo,
    issuers,
    run,
  };
  return { edition, entries, isIntact: (await digestEdition(head, entries)) === edition.digest };
}
