import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { zipSync, unzipSync } from 'fflate';
import { Chance } from './chance.ts';
import { readWorld } from './city.ts';
import type { Move } from './commands.ts';
import { attempt, database, place, report } from './commands.ts';
import { makeStep, restoreContents } from './desk.ts';
import { inside, makeLine } from './lines.ts';
import type { Manner } from './lines.ts';
import type { Terms } from './terms.ts';
import { tellStep } from './terms.ts';
import { annoy, spoil } from './values.ts';

interface Material {
  readonly name: string;
  readonly bytes: Buffer;
}

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');
const endings: ReadonlySet<string> = new Set(
  ['.csv', '.xlsx', '.xlsb', '.ods', '.fods', '.xls', '.html', '.json', '.txt', '.slk', '.dif', '.dbf', '.eth', '.wk3', '.pdf', '.odt', '.docx', '.numbers', '.rar', '.zip'],
); // prettier-ignore
const calm: Manner = { nasty: 0.02, near: 0.02, options: 0.04, broken: 0 };

/** Feeds every import verb with files of the fixtures, and of the tool itself, that were damaged on the way. */
export async function fuzzFiles(terms: Terms): Promise<void> {
  const folder = join(terms.root, 'case');
  mkdirSync(folder, { recursive: true });
  const imports = terms.grammar.verbs.filter(({ path }) => path.at(-1) === 'import');
  const { own, all } = readMaterials(terms);
  for (let number = terms.from; number < terms.to && performance.now() < terms.until; number += 1) {
    const chance = new Chance(terms.seed, 'file', number);
    const city = terms.cities.one;
    const contents = new Map(place(city));
    const material = chance.pick(chance.happens(0.5) ? own : all);
    const bytes = mutate(material, all, chance);
    const isInput = chance.happens(0.05);
    const name = `file${chance.happens(0.9) ? extname(material.name) : chance.pick([...endings])}`;
    if (!isInput) contents.set(join(inside, name), bytes);
    restoreContents(folder, contents);
    const world = readWorld(contents.get(database));
    if (world === undefined) throw new Error('the city cannot be read');
    const suiting = imports.filter(({ path: [noun = ''] }) => material.name.includes(noun));
    const verb = chance.pick(suiting.length > 0 && chance.happens(0.8) ? suiting : imports);
    const line = makeLine(
      terms.grammar,
      { ...verb, slots: [] },
      { world, today: '2022-05-06', city },
      calm,
      chance,
    );
    const kind = verb.path[0] === 'roster' ? [chance.pick(['notice', 'changes', 'duties'])] : [];
    const isDry = verb.options.some(({ flags }) => flags.includes('--dry-run')) && chance.happens(0.3);
    const args = [...line, ...kind, isInput ? '-' : name, ...(isDry ? ['--dry-run'] : [])];
    const step = makeStep(args, { stdin: isInput ? bytes : new Uint8Array() });
    const moves: Move[] = [{ step, verb: verb.path.join(' '), isEnd: false }];
    const at = String(number);
    // Whatever the command does, the file it was given can be seen.
    keepFile(terms, `last-${name}`, bytes);
    terms.watch(at, `${material.name}: ${tellStep(step)}`);
    const done = await attempt(step, verb.path.join(' '), folder, contents);
    terms.tally(verb.path.join(' '), done.outcome.code);
    if (done.faults.length > 0) keepFile(terms, `${at}-${name}`, bytes);
    await report(terms, 'files', `${at} ${material.name}`, { moves, contents, folder, done });
    if (done.outcome.code === 0 && !isDry) {
      const check: Move = {
        step: makeStep(['database', 'check', '--json']),
        verb: 'database check',
        isEnd: true,
      };
      const checked = await attempt(check.step, check.verb, folder, done.after, true);
      if (checked.faults.length > 0) keepFile(terms, `${at}-${name}`, bytes);
      await report(terms, 'files', `${at} ${material.name}`, { moves: [...moves, check], contents, folder, done: checked }); // prettier-ignore
    }
  }
  rmSync(folder, { recursive: true });
}

export function keepFile({ keep }: Terms, name: string, bytes: Uint8Array): void {
  if (keep === undefined) return;
  mkdirSync(keep, { recursive: true });
  writeFileSync(join(keep, name), bytes);
}

/** Files that go where they belong, and all there are. */
function readMaterials({ cities }: Terms): { own: Material[]; all: Material[] } {
  const isFile = (name: string): boolean => endings.has(extname(name));
  const own = [...cities.one.contents].flatMap(([name, bytes]) =>
    Buffer.isBuffer(bytes) && isFile(name) ? [{ name, bytes }] : [],
  );
  // What is a file of the city is named after its noun, so that it goes where it belongs.
  const nouns: Readonly<Record<string, string>> = { rules: 'deadline', duties: 'roster', notice: 'roster', holidays: 'calendar', secret: 'appeal', forms: 'desk', filled: 'desk', dezhou: 'scheme' }; // prettier-ignore
  const named = own.map(({ name, bytes }) => {
    const noun = Object.entries(nouns).find(([part]) => name.includes(part))?.[1] ?? '';
    return { name: `${noun} ${name}`, bytes };
  });
  const kept = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .filter((name) => isFile(name) && !name.includes('masking'))
    .map((name) => ({ name, bytes: readFileSync(join(fixtures, name)) }));
  return { own: named, all: [...named, ...kept] };
}

/** Damages a file in one to three ways. */
function mutate({ name, bytes }: Material, materials: readonly Material[], chance: Chance): Buffer {
  let mutated = bytes;
  for (
    let count = chance.weigh([
      [0, 0.2],
      [1, 8],
      [2, 2],
      [3, 1],
    ]);
    count > 0;
    count -= 1
  ) {
    const isZip = mutated[0] === 0x50 && mutated[1] === 0x4b;
    if (isZip && chance.happens(0.75)) mutated = mutateZip(mutated, chance);
    else if (name.endsWith('.json') && chance.happens(0.6)) mutated = mutateJson(mutated, chance);
    else if (!isZip && chance.happens(0.55)) mutated = mutateCells(mutated, chance);
    else mutated = mutateBytes(mutated, chance.pick(materials).bytes, chance);
  }
  return mutated;
}

const signs = [Buffer.from([0]), Buffer.from([0xff]), Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from([0xff, 0xfe]), Buffer.from('"'), Buffer.from('\n'), Buffer.from('\r'), Buffer.from(','), Buffer.from('，'), Buffer.from('\t'), Buffer.from([0xb5, 0xa5]), Buffer.from([0x81]), Buffer.from('<table>'), Buffer.from('PK\x03\x04'), Buffer.from(';')]; // prettier-ignore

function mutateBytes(bytes: Buffer, other: Buffer, chance: Chance): Buffer {
  const at = chance.below(bytes.length + 1);
  const to = Math.min(bytes.length, at + chance.below(chance.pick([2, 16, 400, 4000])));
  return chance.pick<() => Buffer>([
    () => {
      const flipped = Buffer.from(bytes);
      for (let count = chance.between(1, 8); count > 0 && flipped.length > 0; count -= 1) {
        const place = chance.below(flipped.length);
        flipped[place] = (flipped[place] ?? 0) ^ (1 << chance.below(8));
      }
      return flipped;
    },
    () => Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]),
    () => Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)]),
    () => Buffer.concat([bytes.subarray(0, at), chance.pick(signs), bytes.subarray(at)]),
    () => Buffer.concat([bytes.subarray(0, at), Buffer.from(annoy(chance)), bytes.subarray(at)]),
    () => bytes.subarray(0, at),
    () => Buffer.concat([bytes.subarray(0, at), other.subarray(chance.below(other.length + 1))]),
    () => Buffer.concat([bytes.subarray(0, at), Buffer.alloc(to - at), bytes.subarray(to)]),
  ])();
}

/** Values that a cell of some column may well have. */
const odd = ['0', '1', '-1', '1,5', '9.67万', '合计', '小计', '=1+1', '2022-02-30', '44600', '2022年2月7日', '0534-2310001、2310002', '19987654321', '市公安局、市水利局', '不详', '无', '/', '-', '#N/A', '1E+11', '是', '加挂牌子', '热线', 'X'.repeat(40_000)]; // prettier-ignore

/** Puts values nobody means into cells of a text file, and moves cells and rows. */
function mutateCells(bytes: Buffer, chance: Chance): Buffer {
  // Read as single bytes, so that whatever encoding it is in stays.
  const rows = bytes.toString('latin1').split('\n');
  const at = chance.happens(0.3) ? 0 : chance.below(rows.length);
  const row = rows[at] ?? '';
  const cells = row.split(',');
  const column = chance.below(cells.length);
  const nasty = Buffer.from(annoy(chance)).toString('latin1');
  const put = (cell: string): string => cells.map((one, index) => (index === column ? cell : one)).join(',');
  rows[at] = chance.pick([
    () => put(nasty),
    () => put(spoil(cells[column] ?? '', chance)),
    () => put(Buffer.from(chance.pick(odd)).toString('latin1')),
    () => put(rows[chance.below(rows.length)]?.split(',')[column] ?? ''),
    () => put(`"${nasty.replaceAll('"', '""')}"`),
    () => put(`${cells[column] ?? ''}${nasty}`),
    () => put(cells[chance.below(cells.length)] ?? ''),
    () => cells.filter((_one, index) => index !== column).join(','),
    () => `${row},${nasty}`,
    () => `${row}\n${row}`,
    () => `${row}\n${rows[chance.below(rows.length)] ?? ''}`,
    () => '',
  ])();
  return Buffer.from(rows.join('\n'), 'latin1');
}

function mutateJson(bytes: Buffer, chance: Chance): Buffer {
  let document: unknown;
  try {
    document = JSON.parse(bytes.toString());
  } catch {
    return bytes;
  }
  const nasty = (): unknown => chance.pick([null, true, 0, -1, 1e308, 1.5, [], {}, '', annoy(chance), [null], { __proto__: null }]); // prettier-ignore
  const change = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || chance.happens(0.15)) return nasty();
    const keys = Object.keys(value);
    if (keys.length === 0) return nasty();
    const key = chance.pick(keys);
    const copy: Record<string, unknown> = { ...value };
    if (chance.happens(0.15)) Reflect.deleteProperty(copy, key);
    else copy[chance.happens(0.9) ? key : annoy(chance)] = change(copy[key]);
    return Array.isArray(value) ? Object.values(copy) : copy;
  };
  return Buffer.from(JSON.stringify(change(document)));
}

/** Changes what is inside an office document and packs it again. */
function mutateZip(bytes: Buffer, chance: Chance): Buffer {
  try {
    const entries: Record<string, Uint8Array> = unzipSync(bytes);
    const names = Object.keys(entries).filter((name) =>
      /sheet|content|strings|workbook|rels|styles/iu.test(name),
    );
    const name = chance.pick(names.length > 0 && chance.happens(0.9) ? names : Object.keys(entries));
    const entry = Buffer.from(entries[name] ?? []);
    const text = entry.toString();
    const replaceOne = (pattern: RegExp, by: () => string): Buffer => {
      const found = [...text.matchAll(pattern)];
      if (found.length === 0) return entry;
      const one = chance.pick(found);
      return Buffer.from(text.slice(0, one.index) + by() + text.slice(one.index + one[0].length));
    };
    const inXml = annoy(chance).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    chance.pick([
      () => (entries[name] = mutateBytes(entry, entry, chance)),
      () => (entries[name] = replaceOne(/(?<=>)[^<>]+(?=<)/gu, () => inXml)),
      () => (entries[name] = replaceOne(/(?<==")[^"]*(?=")/gu, () => inXml)),
      () => (entries[name] = replaceOne(/(?<==")[^"]*(?=")/gu, () => chance.pick(['0', '-1', '99999999', 'A1', 'XFD1048576', 'A0', '1e9', 's', 'e', 'inlineStr', 'n', 'd', 'b', 'shared']))), // prettier-ignore
      () => (entries[name] = replaceOne(/<[^>]+>/gu, () => '')),
      () => Reflect.deleteProperty(entries, name),
      () => (entries[chance.pick(['xl/x.xml', '../x', name.toUpperCase(), `/${name}`])] = entry),
      () => (entries[name] = Buffer.alloc(0)),
      () => (entries[name] = Buffer.from(entries[chance.pick(Object.keys(entries))] ?? [])),
    ])();
    return Buffer.from(zipSync(entries));
  } catch {
    return bytes;
  }
}
