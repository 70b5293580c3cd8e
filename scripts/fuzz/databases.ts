import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Chance } from './chance.ts';
import { readWorld } from './city.ts';
import type { Move } from './commands.ts';
import { attempt, database, place, report } from './commands.ts';
import type { Contents } from './desk.ts';
import { makeStep, readContents, restoreContents, runStep } from './desk.ts';
import { keepFile } from './files.ts';
import { inside, makeLine } from './lines.ts';
import type { Manner } from './lines.ts';
import type { Terms } from './terms.ts';
import { tellStep } from './terms.ts';
import { annoy } from './values.ts';

const calm: Manner = { nasty: 0, near: 0, options: 0.15, broken: 0 };
const reading: ReadonlySet<string> = new Set(['list', 'show', 'explain', 'check', 'info', 'trace', 'search', 'print', 'preview', 'diff', 'find', 'compare', 'simulate', 'status', 'slip', 'log']); // prettier-ignore

/** What was done to a database. */
interface Damage {
  readonly told: string;
  /** The sealed table that was tampered with by SQL; a check has to find it. */
  readonly sealed: string | undefined;
}

/** Damages databases, byte by byte and row by row, and reads and writes them all the same. */
export async function fuzzDatabases(terms: Terms): Promise<void> {
  const folder = join(terms.root, 'case');
  mkdirSync(folder, { recursive: true });
  const sound = place(terms.cities.one);
  const logged = await makeLogged(folder, sound);
  const world = readWorld(sound.get(database));
  if (world === undefined) throw new Error('the city cannot be read');
  const { grammar } = terms;
  const verbs = grammar.verbs.filter(({ path }) => !['init', 'help', 'annual'].includes(path[0] ?? ''));
  const isReading = ({ path }: { readonly path: readonly string[] }): boolean =>
    reading.has(path.at(-1) ?? '') && path.join(' ') !== 'appeal log';
  const readers = verbs.filter(isReading);
  const writers = verbs.filter((verb) => !isReading(verb));
  for (let number = terms.from; number < terms.to && performance.now() < terms.until; number += 1) {
    const chance = new Chance(terms.seed, 'database', number);
    const isTampered = chance.happens(0.6);
    restoreContents(folder, isTampered || chance.happens(0.5) ? sound : logged);
    const damage = isTampered
      ? tamper(join(folder, database), chance)
      : damageBytes(folder, chance.happens(0.8) ? database : `${database}-wal`, chance);
    const damaged = readContents(folder);
    keepDamaged(terms, 'last', damaged);
    const lines: [verb: string, args: string[]][] = [
      ['database check', ['database', 'check']],
      ...Array.from({ length: 9 }, (): [string, string[]] => {
        const verb = chance.pick(chance.happens(0.8) ? readers : writers);
        const args = makeLine(
          grammar,
          verb,
          { world, today: '2022-05-06', city: terms.cities.one },
          calm,
          chance,
        );
        return [verb.path.join(' '), args];
      }),
    ];
    for (const [at, [verb, args]] of lines.entries()) {
      restoreContents(folder, damaged);
      const step = makeStep(args);
      const place = `${String(number)}/${String(at)} ${damage.told}`;
      terms.watch(place, tellStep(step));
      const { outcome, after, faults } = await attempt(step, verb, folder, damaged);
      terms.tally(verb, outcome.code);
      // What a damaged database shows or loses is another matter.
      const own = faults.filter(({ key }) => /^(?:defect|escaped|exit code|slow)/u.test(key));
      if (at === 0 && damage.sealed !== undefined && outcome.code !== 7 && outcome.code !== 6)
        own.push({ key: `tampering not found | ${damage.sealed} | ${damage.told.split(':')[0] ?? ''}`, detail: damage.told }); // prettier-ignore
      if (own.length === 0) continue;
      keepDamaged(terms, String(number), damaged);
      const moves: Move[] = [{ step, verb, isEnd: false }];
      await report(terms, 'databases', place, { moves, contents: damaged, folder, done: { outcome, after, faults: own } }); // prettier-ignore
    }
  }
  rmSync(folder, { recursive: true });
}

function keepDamaged(terms: Terms, name: string, damaged: Contents): void {
  for (const ending of ['', '-wal']) {
    const bytes = damaged.get(database + ending);
    if (Buffer.isBuffer(bytes)) keepFile(terms, `${name}.db${ending}`, bytes);
  }
}

/** The database with what was written last still in the log beside it. */
async function makeLogged(folder: string, sound: Contents): Promise<Contents> {
  restoreContents(folder, sound);
  const reader = new Sqlite(join(folder, database), { readonly: true });
  reader.exec('begin');
  reader.prepare('select count(*) from appeal').get();
  const step = makeStep(['appeal', 'note', '2022-000105', '--text', '已联系']);
  await runStep(step, join(folder, inside));
  const logged = new Map(readContents(folder));
  logged.delete(`${database}-shm`);
  reader.close();
  restoreContents(folder, sound);
  return logged;
}

function damageBytes(folder: string, path: string, chance: Chance): Damage {
  const whole = new Map(readContents(folder));
  const content = whole.get(path) ?? whole.get(database);
  if (!Buffer.isBuffer(content)) throw new Error(`no bytes in ${path}`);
  const bytes = Buffer.from(content);
  const pageSize = 8192;
  const pages = Math.max(1, Math.floor(bytes.length / pageSize));
  const at = chance.happens(0.25) ? chance.below(200) : chance.below(bytes.length);
  const page = chance.below(pages) * pageSize;
  const [told, damaged] = chance.pick<() => [string, Buffer]>([
    () => {
      const count = chance.between(1, 12);
      for (let left = count; left > 0; left -= 1) bytes[chance.below(bytes.length)] = chance.below(256);
      return [`${String(count)} bytes changed`, bytes];
    },
    () => {
      bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
      return [`bit flipped at ${String(at)}`, bytes];
    },
    () => [`cut at ${String(at)}`, bytes.subarray(0, at)],
    () => [
      `zeroes at ${String(page)}`,
      bytes.fill(0, page, Math.min(bytes.length, page + chance.pick([16, 100, 4096, 20_000]))),
    ],
    () => {
      bytes.copy(bytes, page, chance.below(pages) * pageSize, bytes.length);
      return [`pages moved to ${String(page)}`, bytes];
    },
    () => [`noise after ${String(at)}`, Buffer.concat([bytes, Buffer.from(annoy(chance))])],
    () => [
      `cells of page ${String(page)} changed`,
      bytes.fill(
        chance.below(256),
        Math.min(bytes.length, page + 8),
        Math.min(bytes.length, page + 8 + chance.below(60)),
      ),
    ],
  ])();
  whole.set(path, damaged);
  restoreContents(folder, whole);
  return { told: `${path.endsWith('-wal') ? 'log, ' : ''}${told}`, sealed: undefined };
}

type Cell = string | number | bigint | Buffer | null;

/** Changes, deletes or adds a row behind the back of the tool; the triggers are as before afterwards. */
function tamper(path: string, chance: Chance): Damage {
  const file = new Sqlite(path);
  try {
    file.pragma('foreign_keys = off');
    const triggers = file.prepare("select name, tbl_name as 'table', sql from sqlite_schema where type = 'trigger'").all() as { name: string; table: string; sql: string }[]; // prettier-ignore
    const sealed = new Set(
      triggers.filter(({ name }) => name.endsWith('_no_delete')).map(({ table }) => table),
    );
    const tables =
      (file.prepare("select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%' and name not like 'kysely_%'").pluck().all() as string[]) // prettier-ignore
        .filter((name) => file.prepare(`select 1 from "${name}" limit 1`).get() !== undefined);
    for (const { name } of triggers) file.exec(`drop trigger "${name}"`);
    let told = '';
    let table = '';
    for (let tries = 0; tries < 50 && told === ''; tries += 1) {
      table = chance.pick(tables);
      told = tamperRow(file, table, chance) ?? '';
    }
    for (const { sql } of triggers) file.exec(sql);
    return { told, sealed: sealed.has(table) ? table : undefined };
  } finally {
    file.close();
  }
}

/** What was done to one row; undefined where the engine did not let it, or nothing came of it. */
function tamperRow(file: Sqlite.Database, table: string, chance: Chance): string | undefined {
  const count = Number(file.prepare(`select count(*) from "${table}"`).pluck().get());
  const row = file.prepare(`select rowid as rowid__, * from "${table}" limit 1 offset ?`).get(chance.below(count)) as Record<string, Cell>; // prettier-ignore
  const { rowid__: rowid, ...cells } = row;
  const last = Number(file.prepare(`select max(rowid) from "${table}"`).pluck().get());
  const columns = Object.keys(cells);
  const column = chance.pick(columns);
  try {
    switch (chance.pick(['update', 'update', 'update', 'update', 'delete', 'insert'])) {
      case 'update': {
        const value = drawCell(cells[column] ?? null, chance);
        if (value === cells[column]) return undefined;
        const isWhole = chance.happens(0.3);
        file
          .prepare(`update "${table}" set "${column}" = ? where ? or rowid = ?`)
          .run(value, isWhole ? 1 : 0, rowid);
        return `update ${table}.${column}: ${isWhole ? 'all rows' : `row ${String(rowid)}`} = ${JSON.stringify(String(value)).slice(0, 80)}`;
      }
      case 'delete':
        // That the end of the log was cut off only the head kept elsewhere tells.
        if (table === 'operation' && Number(rowid) === last) return undefined;
        file.prepare(`delete from "${table}" where rowid = ?`).run(rowid);
        return `delete ${table}: row ${String(rowid)}`;
      default: {
        const values = columns.map((name) => (name === 'id' ? last + 1 : cells[name]));
        file.prepare(`insert into "${table}" values (${columns.map(() => '?').join()})`).run(...values);
        return `insert ${table}: copy of row ${String(rowid)}`;
      }
    }
  } catch {
    return undefined;
  }
}

function drawCell(before: Cell, chance: Chance): Cell {
  if (typeof before === 'number')
    return chance.pick([0, 1, -1, before + 1, before - 1, 2 ** 31, Number.MAX_SAFE_INTEGER, null]);
  const text = before === null ? '' : String(before);
  if (/^[[{]/u.test(text) && chance.happens(0.6)) return chance.pick<Cell>(['', 'x', '{}', '[]', 'null', '1', '"x"', '{"a":', '[1]', '[null]', '[{}]', text.slice(0, -1)]); // prettier-ignore
  const at = chance.below(text.length + 1);
  return chance.pick<Cell>([null, '', 'x', '{}', '[]', 'null', '"x"', '{"a":', '[1]', '[null]', '0', '9999-12-31', '2022-02-30', text.slice(0, at), `${text}x`, text.slice(0, at) + text.slice(at + 1), annoy(chance)]); // prettier-ignore
}
