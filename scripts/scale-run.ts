// Measures what grows with a city: imports and reads on a server beside SQLite in the same run, then many counties in one database laid out by jurisdiction.
// The database that --db names must be there and be empty; the counties beside the first are written by the server itself.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeAppeals } from './bench/appeals.ts';
import { bigTables, ofJurisdiction, partSchemaOf } from '../src/store/engine/postgres/layout.ts';
import { connectByPg } from '../src/store/engine/postgres/pg.ts';
import { parseServerAddress } from '../src/store/engine/postgres/server-address.ts';

const { values } = parseArgs({
  options: {
    db: { type: 'string' },
    rows: { type: 'string', default: '1000000' },
    counties: { type: 'string', default: '10' },
    // A folder with small.db and large.db of an earlier run, whose imports are in --db already.
    there: { type: 'string' },
  },
});
if (values.db === undefined) throw new Error('--db names an empty database: postgres://USER@HOST/DATABASE');
const { db } = values;
const [rows, counties] = [Number(values.rows), Number(values.counties)];
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'liaison-scale-'));
const small = `${db}${db.includes('?') ? '&' : '?'}schema=small`;
const kept = values.there ?? folder;
const files = { small: join(kept, 'small.db'), large: join(kept, 'large.db') };

/** Runs a command; gives the seconds that it took. */
function run(database: string, ...args: readonly string[]): number {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin', 'liaison.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, LIAISON_DB: database, LIAISON_LANG: 'en' },
  });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  return (performance.now() - begun) / 1000;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', '小区路灯不亮'];
const reads: Readonly<Record<string, readonly string[]>> = {
  show: ['appeal', 'show', '2022-000500'],
  log,
  queue: ['appeal', 'list', '--limit', '50'],
  search: ['appeal', 'search', '路灯', '--limit', '20'],
  circles: ['report', 'circles'],
  report: ['report', 'overview'],
};

/** Times of each read in milliseconds: the medians of some runs, each database in turn. */
function timeReads(databases: Readonly<Record<string, readonly [database: string, county: string]>>): void {
  for (const [name, args] of Object.entries(reads)) {
    const times = new Map<string, number[]>();
    // What takes long is not measured as often.
    for (let round = 0; round < (name === 'report' ? 3 : 8); round += 1)
      for (const [which, [database, county]] of Object.entries(databases)) {
        const time = run(database, ...args, '--in', county);
        // The first warms up.
        if (round > 0) times.set(which, [...(times.get(which) ?? []), time]);
      }
    const told = [...times].map(([which, all]) => `${which} ${(median(all) * 1000).toFixed(0)} ms`);
    console.log(`${name.padEnd(8)}${told.join(' · ')}`);
  }
}

function begin(database: string, file: string): number {
  run(database, 'init', '--name', '德州市', '--code', 'C1');
  run(database, 'unit', 'import', join(root, 'fixtures/dezhou/units.csv'), '--yes');
  return run(database, 'appeal', 'import', file, '--yes');
}

/** Imports few and many appeals, into files and on the server. */
function importAll(): void {
  const [few, many] = ['few.csv', 'many.csv'].map((name) => join(folder, name)) as [string, string];
  writeAppeals(few, 1000);
  writeAppeals(many, rows);
  begin(files.small, few);
  begin(small, few);
  console.log(`import of ${String(rows)} appeals: SQLite ${begin(files.large, many).toFixed(1)} s`);
  console.log(`import of ${String(rows)} appeals: server ${begin(db, many).toFixed(1)} s`);
}

/** Fills the part of a county with what the first has, under numbers of its own, by one statement a table. */
async function fillCounty(
  server: Awaited<ReturnType<typeof connectByPg>>,
  schema: string,
  to: number,
): Promise<void> {
  const [one] = (
    await server.query(
      `select (select min(id) from unit where jurisdiction_id = $1) - (select min(id) from unit where jurisdiction_id = 1) as units,
         (select max(id) from ${partSchemaOf(schema, 1)}.appeal) * ($1 - 1) as appeals`,
      [to],
    )
  ).rows;
  const shift = { units: Number(one?.['units']), appeals: Number(one?.['appeals']) };
  for (const table of bigTables) {
    // The words are of one county more alone: what is looked for is looked for in one.
    if (table === 'appeal_search' && to > 2) continue;
    const [from, part] = [1, to].map((id) => `${partSchemaOf(schema, id)}.${table}`);
    const { rows: columns } = await server.query(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attname <> $2`,
      [part, ofJurisdiction],
    );
    const names = columns.map(({ name }) => String(name));
    const taken = names.map((name) => {
      if (name === 'jurisdiction_id') return String(to);
      if (name === 'appeal_id' || (name === 'id' && table === 'appeal'))
        return `"${name}" + ${String(shift.appeals)}`;
      if (name === 'id') return `"${name}" + ${String(to - 1)} * 100000000`;
      return /unit_id$|^holder_id$|^lead_id$/u.test(name)
        ? `"${name}" + ${String(shift.units)}`
        : `"${name}"`;
    });
    await server.exec(
      `insert into ${String(part)} (${names.map((name) => `"${name}"`).join(', ')}) select ${taken.join(', ')} from ${String(from)}`,
    );
  }
}

try {
  if (values.there === undefined) importAll();
  const { connection, schema } = parseServerAddress(db, process.env);
  const server = await connectByPg({ connection, patience: 10 });
  await server.exec(`set search_path = ${schema}`);
  await server.exec('analyze');
  timeReads({
    'SQLite 1 k': [files.small, 'C1'],
    'server 1 k': [small, 'C1'],
    'SQLite many': [files.large, 'C1'],
    'server many': [db, 'C1'],
  });
  for (let county = 2; county <= counties; county += 1) {
    const code = `C${String(county)}`;
    run(db, 'jurisdiction', 'add', `${String(county)}县`, '--code', code, '--parent', 'C1');
    run(db, 'unit', 'import', join(root, 'fixtures/dezhou/units.csv'), '--yes', '--in', code);
  }
  const laid = spawnSync(process.execPath, [join(root, 'scripts', 'scale.ts'), '--db', db, '--apply'], {
    encoding: 'utf8',
  });
  if (laid.status !== 0) throw new Error(laid.stderr);
  console.log(laid.stdout.trim().split('\n').slice(-4).join('\n'));
  timeReads({ 'one, laid out': [db, 'C1'] });
  const begun = performance.now();
  // Two at a time, as long as there are any.
  const waiting = Array.from({ length: counties - 1 }, (_, at) => at + 2);
  const fillMore = async (): Promise<void> => {
    const own = await connectByPg({ connection, patience: 10 });
    await own.exec(`set search_path = ${schema}; set session_replication_role = replica`);
    for (let county = waiting.shift(); county !== undefined; county = waiting.shift()) {
      await fillCounty(own, schema, county);
      console.log(
        `county ${String(county)} is there after ${((performance.now() - begun) / 1000).toFixed(0)} s`,
      );
    }
    await own.close();
  };
  await Promise.all([fillMore(), fillMore()]);
  // Numbers go on behind those that the server itself has written.
  for (const table of ['appeal', 'appeal_event', 'appeal_party', 'appeal_phone', 'personal_text'])
    await server.exec(
      `update row_number set last = greatest(last, (select max(id) from ${table})) where table_name = '${table}'`,
    );
  await server.exec('analyze');
  const [size] = (
    await server.query(
      `select count(*) as appeals, pg_size_pretty(pg_database_size(current_database())) as size from appeal`,
    )
  ).rows;
  console.log(
    `${String(counties)} counties: appeals ${String(size?.['appeals'])}, ${String(size?.['size'])}`,
  );
  timeReads({ 'first of many': [db, 'C1'], 'second of many': [db, 'C2'] });
  await server.close();
} finally {
  rmSync(folder, { recursive: true });
}
