import { isProgramFault } from '../../errors.ts';
import type { Store } from '../../store/database.ts';
import type { Db } from '../../store/db.ts';
import { listSchemaFaults } from '../../store/database.ts';
import { listRunUnits, listRuns } from '../../store/classifications.ts';
import { listEditions } from '../../store/editions.ts';
import { listJurisdictions } from '../../store/jurisdictions.ts';
import type { OperationRow } from '../../store/operations.ts';
import { listOperations } from '../../store/operations.ts';
import type { Seal, SealedTable } from '../../store/seals.ts';
import { beforeAnyRow, listSeals, sealedTables } from '../../store/seals.ts';
import { checkAppeals } from './check-appeals.ts';
import type {
  CheckPart,
  CheckProgress,
  Counts,
  DatabaseCheck,
  CheckFinding,
  Report,
} from './check-findings.ts';
import { checkParts } from './check-findings.ts';
import { checkRegister } from './check-register.ts';
import { digestRun } from '../tier/classify-units.ts';
import { digestOf } from '../kernel/digest.ts';
import { listPublishedBulletins } from '../report/published-bulletins.ts';
import { getPublishedRoster } from '../roster/published-roster.ts';
import { contentLine, digestRows } from '../kernel/seal-rows.ts';

/**
 * Checks that a database is as it was written: the file, its references, the chain of operations and what each sealed, runs,
 * editions, every event with its texts, hops, who holds what, counts, and that nothing is left of what was purged. It reads
 * only, so that it goes beside others' work and on what can only be read, and it mends nothing. `left` names files that killed runs
 * left beside the database.
 */
export async function checkDatabase(
  store: Pick<Store, 'db' | 'care'>,
  tell: CheckProgress = () => undefined,
  left: readonly string[] = [],
): Promise<DatabaseCheck> {
  const findings: CheckFinding[] = [];
  const checked: Counts = { operations: 0, rows: 0, runs: 0, editions: 0, appeals: 0, events: 0, texts: 0 };
  const report: Report = (code, subject, detail = '') => {
    findings.push({ code, subject: String(subject), detail: String(detail) });
  };
  let unsealed = 0;
  const { db, care } = store;
  const parts: Readonly<Record<CheckPart, () => Promise<void> | void>> = {
    file: async () => {
      for (const fault of await care.listFaults()) report('file-damaged', 'file', fault);
      for (const file of left) report('file-left', file);
    },
    references: async () => {
      for (const { what, how } of care.comparesSchema ? await listSchemaFaults(store) : []) {
        // A refusal that is not there, or refuses nothing, is told as what it is.
        if (how === 'added' || !/^trigger .*_no_(?:update|delete)$/u.test(what))
          report('schema-differs', what, how);
      }
      for (const { table, row, parent } of await care.listLostReferences())
        report('reference-lost', table, `${String(row ?? '?')} → ${parent}`);
      const refusing = await care.listRefusals();
      for (const table of [...Object.keys(sealedTables), 'operation', 'operationSeal']) {
        if (!refusing.has(snake(table))) report('refusal-missing', snake(table));
      }
    },
    operations: async () => {
      unsealed = await checkOperations(db, report, checked);
    },
    register: () => checkRegister(db, report),
    runs: () => checkRuns(db, report, checked),
    editions: async () => {
      await checkEditions(db, report, checked);
      await checkBulletins(db, report);
    },
    appeals: () => checkAppeals(db, report, checked),
  };
  await care.atOneMoment(async () => {
    for (const part of checkParts) {
      tell(part);
      try {
        await care.tryPart(parts[part]);
      } catch (error) {
        if (isProgramFault(error)) throw error;
        // A damaged file may break any reading; the other parts are looked at all the same.
        report('part-unreadable', part, error instanceof Error ? error.message : String(error));
      }
    }
  });
  return { findings, checked, unsealed, isSchemaCompared: care.comparesSchema };
}

/** A table as the database writes its name. */
function snake(name: string): string {
  return name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}

async function checkOperations(db: Db, report: Report, checked: Counts): Promise<number> {
  const operations = await listOperations(db);
  const sealsOf = Map.groupBy(await listSeals(db), ({ operationId }) => operationId);
  let isSealing = false;
  let before: OperationRow | undefined;
  for (const operation of operations) {
    checked.operations += 1;
    const { id, hash, previousHash, digest } = operation;
    if (id !== (before?.id ?? 0) + 1) report('operation-missing', (before?.id ?? 0) + 1);
    const { hash: _hash, ...covered } = operation;
    if ((await digestOf(covered)) !== hash) report('operation-altered', id);
    if (previousHash !== (before?.hash ?? '')) report('operation-unlinked', id);
    const seals = sealsOf.get(id) ?? [];
    const expected = countSeals(operation.summary);
    // From the first that seals on, all do; before it are those of an older version.
    isSealing ||= expected !== undefined;
    if (isSealing) {
      const lines = seals.map(({ operationId: _id, ...seal }): Seal => seal);
      if (lines.length !== expected || (await digestOf(inOrder(lines))) !== digest)
        report('seals-altered', id);
    }
    sealsOf.delete(id);
    before = operation;
  }
  for (const id of sealsOf.keys()) report('seals-altered', id);
  return checkSealedRows(db, { seals: await listSeals(db), isSealing }, report, checked);
}

/** How many seals an operation has by its own words; undefined for one of an older version. */
function countSeals(summary: string): number | undefined {
  const { seals } = JSON.parse(summary) as { readonly seals?: number };
  return seals;
}

/** Lines of an operation in the order in which its digest was taken: the content first, then the tables in theirs. */
function inOrder(lines: readonly Seal[]): Seal[] {
  const order = [contentLine, ...Object.keys(sealedTables)];
  return [...lines].sort((a, b) => order.indexOf(a.tableName) - order.indexOf(b.tableName));
}

async function checkSealedRows(
  db: Db,
  {
    seals,
    isSealing,
  }: { readonly seals: readonly (Seal & { readonly operationId: number })[]; readonly isSealing: boolean },
  report: Report,
  checked: Counts,
): Promise<number> {
  const byTable = Map.groupBy(seals, ({ tableName }) => tableName);
  let unsealed = 0;
  for (const table of Object.keys(sealedTables) as SealedTable[]) {
    let after = beforeAnyRow;
    const lines = [...(byTable.get(table) ?? [])].sort((a, b) => a.lastId - b.lastId);
    for (const { operationId, firstId, lastId, digest } of lines) {
      const rows = await digestRows(db, table, { after, until: lastId });
      const span = `${String(firstId)}–${String(lastId)} (operation ${String(operationId)})`;
      if (rows?.lastId !== lastId || rows.firstId !== firstId) report('rows-missing', snake(table), span);
      else if (rows.digest !== digest) report('rows-altered', snake(table), span);
      checked.rows += lastId - firstId + 1;
      after = lastId;
    }
    const rest = await digestRows(db, table, { after });
    if (rest === undefined) continue;
    const count = rest.lastId - rest.firstId + 1;
    // Before the first seal they are of an older version.
    if (!isSealing) unsealed += count;
    else report('rows-unsealed', snake(table), `${String(rest.firstId)}–${String(rest.lastId)}`);
  }
  return unsealed;
}

async function checkRuns(db: Db, report: Report, checked: Counts): Promise<void> {
  for (const { id: jurisdictionId, code } of await listJurisdictions(db)) {
    for (const run of await listRuns(db, jurisdictionId)) {
      checked.runs += 1;
      const units = await listRunUnits(db, run.id);
      const subject = `${code} ${String(run.number)}`;
      if (units.length !== run.unitCount)
        report('count-differs', subject, `${String(units.length)} ≠ ${String(run.unitCount)}`);
      if ((await digestRun(code, run.year, run.scheme, units)) !== run.digest) report('run-altered', subject);
    }
  }
}

async function checkEditions(db: Db, report: Report, checked: Counts): Promise<void> {
  for (const jurisdiction of await listJurisdictions(db)) {
    for (const { number, entryCount } of await listEditions(db, jurisdiction.id)) {
      checked.editions += 1;
      const { entries, isIntact, isLoop } = await getPublishedRoster(db, jurisdiction, number);
      const subject = `${jurisdiction.code} ${String(number)}`;
      if (entries.length !== entryCount)
        report('count-differs', subject, `${String(entries.length)} ≠ ${String(entryCount)}`);
      if (!isIntact) report('edition-altered', subject);
      if (isLoop) report('edition-loop', subject);
    }
  }
}

async function checkBulletins(db: Db, report: Report): Promise<void> {
  for (const { id, code } of await listJurisdictions(db)) {
    for (const { number, isIntact } of await listPublishedBulletins(db, id))
      if (!isIntact) report('bulletin-altered', `${code} ${String(number)}`);
  }
}
