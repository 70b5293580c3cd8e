import { AppError } from '../errors.ts';
import type { EditionHead, Notice, RosterEntry, RosterSource } from '../domain/roster.ts';
import { makeRoster } from '../domain/roster.ts';
import type { UnitDiff } from '../domain/roster-diff.ts';
import { compareRosters } from '../domain/roster-diff.ts';
import type { Placeholder } from '../domain/roster-template.ts';
import { fillNotice } from '../domain/roster-template.ts';
import type { Tier } from '../domain/scheme.ts';
import { tiers } from '../domain/scheme.ts';
import type { Day, Instant } from '../domain/time.ts';
import { localDay, officialDay } from '../domain/time.ts';
import type { Db } from '../store/database.ts';
import type { Edition } from '../store/editions.ts';
import type { UnitEntry } from '../store/editions.ts';
import { getEdition, listEditions, listEntries, listUnitEntries, recordEdition } from '../store/editions.ts';
import type { Jurisdiction } from '../domain/jurisdiction.ts';
import { listJurisdictions } from '../store/jurisdictions.ts';
import type { LocalWork } from './change.ts';
import { change } from './change.ts';
import type { CheckedDesk, DeskCheck } from './check-desks.ts';
import { checkAllDesks, listBlocked } from './check-desks.ts';
import { digestOf } from './digest.ts';
import { getTemplate } from './roster-templates.ts';

/** The roster as it would be published today. */
export interface RosterDraft {
  readonly check: DeskCheck;
  readonly entries: readonly RosterEntry[];
  /** The units the entries are about, in the same order. */
  readonly unitIds: readonly number[];
  readonly blocked: readonly CheckedDesk[];
  /** Counties that are to be in it and have published no edition. */
  readonly countiesWithout: readonly string[];
}

/** Drafts the roster from the run in force and the desks of today; with its counties after a city, as they published theirs. */
export async function draftRoster(
  db: Db,
  jurisdiction: Jurisdiction,
  now: Instant,
  terms: { readonly withCounties?: boolean } = {},
): Promise<RosterDraft> {
  const check = await checkAllDesks(db, jurisdiction, now);
  const sources = check.desks.map(({ unit, parentId, desk, leader }): RosterSource => ({
    unitId: unit.unitId,
    parentId,
    unitCode: unit.code,
    unit: unit.name,
    group: unit.group,
    sort: unit.sort,
    tier: unit.tier,
    desk,
    firstResponsible: leader?.name ?? null,
  }));
  const idOf = new Map(sources.map(({ unitCode, unitId }) => [unitCode, unitId]));
  const own = makeRoster(sources, jurisdiction.areaCode).map((entry): UnitEntry => ({
    unitId: idOf.get(entry.unitCode) ?? 0,
    entry,
  }));
  const counties =
    terms.withCounties === true ? await readCounties(db, jurisdiction) : { entries: [], without: [] };
  const lines = [...own, ...counties.entries];
  return {
    check,
    entries: lines.map(({ entry }) => entry),
    unitIds: lines.map(({ unitId }) => unitId),
    blocked: listBlocked(check),
    countiesWithout: counties.without,
  };
}

async function readCounties(
  db: Db,
  { code }: Jurisdiction,
): Promise<{ entries: UnitEntry[]; without: string[] }> {
  const counties = (await listJurisdictions(db)).filter((one) => one.parent === code);
  const entries: UnitEntry[] = [];
  const without: string[] = [];
  for (const county of counties) {
    const edition = (await listEditions(db, county.id)).at(-1);
    if (edition === undefined) without.push(county.name);
    else {
      const published = await listUnitEntries(db, edition.id);
      entries.push(
        ...published.map(({ unitId, entry }) => ({ unitId, entry: { ...entry, county: county.name } })),
      );
    }
  }
  return { entries, without };
}

/** An edition with its entries. */
export interface PublishedRoster {
  readonly edition: Edition;
  readonly entries: readonly RosterEntry[];
  /** The entries of the edition that one of changes is told against; null for a full one. */
  readonly base: readonly RosterEntry[] | null;
  /** Whether head and entries still have the digest they were sealed with. */
  readonly isIntact: boolean;
}

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
}

/**
 * Publishes the roster as the next edition, sealed with a copy of every line and of the notice that goes with it.
 *
 * Errors: `roster-blocked` with each finding while something blocks, `roster-unchanged` for changes where there are none,
 * `edition-none` for changes without an edition before, `edition-superseded-already`.
 */
export async function publishRoster(work: LocalWork, terms: PublishTerms): Promise<PublishedRoster> {
  const { jurisdiction, now } = work;
  const { id } = jurisdiction;
  return change(work, async (trx, operation) => {
    const draft = await draftRoster(trx, jurisdiction, now, terms);
    const { check, entries, unitIds, blocked } = draft;
    if (blocked.length > 0 && !terms.withGaps) refuseBlocked(blocked);
    const before = (await listEditions(trx, id)).at(-1);
    const base = terms.changes ? await getEdition(trx, id, undefined) : undefined;
    const diffs =
      base === undefined ? [] : compareRosters(await listEntries(trx, base.id), entries, 'internal');
    if (base !== undefined && diffs.length === 0)
      throw new AppError('roster-unchanged', { number: base.number });
    const wrong = terms.supersedes === undefined ? undefined : await getEdition(trx, id, terms.supersedes);
    if (typeof wrong?.supersededBy === 'number') {
      throw new AppError('edition-superseded-already', { number: wrong.number, by: wrong.supersededBy });
    }
    const number = (before?.number ?? 0) + 1;
    const publishedOn = terms.on ?? localDay(now, jurisdiction.timeZone);
    const { documentNo, reason } = terms;
    const notice = await makeNotice(trx, jurisdiction, {
      number, publishedOn, documentNo, entries, base, wrong, diffs,
    }); // prettier-ignore
    const withGaps = blocked.length > 0;
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
      digest,
      at: now,
      by: work.by,
      operationId: operation.id,
      entries: entries.map((entry, at) => ({ unitId: unitIds[at] ?? 0, entry })),
    });
    return {
      result: await readEdition(trx, jurisdiction, number),
      summary: { edition: number, entries: entries.length },
    };
  });
}

function refuseBlocked(blocked: readonly CheckedDesk[]): never {
  const findings = blocked.flatMap(({ unit, findings: found }) =>
    found
      .filter((finding) => finding.blocks)
      .map(({ code, value, expected, other }) => ({ unit: unit.name, code, value, expected, other })),
  );
  throw new AppError('roster-blocked', { findings, units: blocked.map(({ unit }) => unit.name) });
}

/** What the notice of a draft would say, with nothing yet known of its number. */
export async function draftNotice(
  db: Db,
  jurisdiction: Jurisdiction,
  { entries }: RosterDraft,
  now: Instant,
): Promise<Notice> {
  const number = ((await listEditions(db, jurisdiction.id)).at(-1)?.number ?? 0) + 1;
  const publishedOn = localDay(now, jurisdiction.timeZone);
  return makeNotice(db, jurisdiction, { number, publishedOn, documentNo: '', entries, diffs: [] });
}

async function makeNotice(
  db: Db,
  jurisdiction: Jurisdiction,
  facts: {
    readonly number: number;
    readonly publishedOn: Day;
    readonly documentNo: string;
    readonly entries: readonly RosterEntry[];
    readonly base?: Edition | undefined;
    readonly wrong?: Edition | undefined;
    readonly diffs: readonly UnitDiff[];
  },
): Promise<Notice> {
  const { number, publishedOn, documentNo, entries, base, wrong, diffs } = facts;
  const template = await getTemplate(db, jurisdiction, base === undefined ? 'notice' : 'changes');
  const count = (tier: Tier): string => String(entries.filter((entry) => entry.tier === tier).length);
  const [dedicated = '', attached = '', designated = ''] = tiers.map(count);
  const { name, recipients } = jurisdiction;
  const withdrawn =
    wrong === undefined
      ? ''
      : `${officialDay(wrong.publishedOn)}公布的第${String(wrong.number)}期名册（${wrong.documentNo}）同时废止。`;
  const values: Record<Placeholder, string> = {
    辖区: name,
    单位数: String(entries.length),
    单独设立: dedicated,
    加挂牌子: attached,
    专人专岗: designated,
    期号: String(number),
    日期: officialDay(publishedOn),
    文号: documentNo,
    上期: base === undefined ? '' : String(base.number),
    上期日期: base === undefined ? '' : officialDay(base.publishedOn),
    上期文号: base?.documentNo ?? '',
    变动数: String(diffs.length),
    废止: withdrawn,
  };
  return fillNotice(template.sections, values, { jurisdiction: name, recipients });
}

/** Reads a published edition and checks it against its digest. */
export async function readEdition(
  db: Db,
  jurisdiction: Jurisdiction,
  number: number | undefined,
): Promise<PublishedRoster> {
  const edition = await getEdition(db, jurisdiction.id, number);
  const entries = await listEntries(db, edition.id);
  const { changesSince, supersedes, reason, notice, withGaps, publishedOn, documentNo, issuers, run } =
    edition;
  const head: EditionHead = {
    jurisdiction: jurisdiction.code,
    number: edition.number,
    publishedOn,
    documentNo,
    issuers,
    run,
    ...(changesSince === null ? {} : { changesSince }),
    ...(supersedes === null ? {} : { supersedes }),
    ...(reason === null ? {} : { reason }),
    ...(notice === null ? {} : { notice }),
    ...(withGaps ? { withGaps } : {}),
  };
  const base =
    changesSince === null
      ? null
      : await listEntries(db, (await getEdition(db, jurisdiction.id, changesSince)).id);
  return { edition, entries, base, isIntact: (await digestOf({ head, entries })) === edition.digest };
}

/** The notice of an edition; of one from an older version, which kept none, what the text the tool brings would say. */
export async function readNotice(db: Db, jurisdiction: Jurisdiction, edition: Edition): Promise<Notice> {
  if (edition.notice !== null) return edition.notice;
  const { number, publishedOn, documentNo } = edition;
  const entries = await listEntries(db, edition.id);
  return makeNotice(db, jurisdiction, { number, publishedOn, documentNo, entries, diffs: [] });
}

/** Compares an edition with a later one, or with the roster as it would be today. */
export async function compareEditions(
  db: Db,
  jurisdiction: Jurisdiction,
  now: Instant,
  terms: { readonly from: number; readonly to: number | undefined; readonly copy: 'public' | 'internal' },
): Promise<{ readonly from: Edition; readonly to: Edition | null; readonly diffs: readonly UnitDiff[] }> {
  const from = await getEdition(db, jurisdiction.id, terms.from);
  const before = await listEntries(db, from.id);
  const withCounties = before.some((entry) => entry.county !== undefined);
  const to = terms.to === undefined ? null : await getEdition(db, jurisdiction.id, terms.to);
  const after =
    to === null
      ? (await draftRoster(db, jurisdiction, now, { withCounties })).entries
      : await listEntries(db, to.id);
  return { from, to, diffs: compareRosters(before, after, terms.copy) };
}
