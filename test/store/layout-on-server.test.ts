import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { dumpDatabase } from '../support/dump.ts';
import { setUpFullDatabase } from '../support/full-database.ts';
import { dezhou } from '../support/seeds.ts';
import { runOn, testServer } from '../support/test-server.ts';

if (testServer === undefined)
  console.log('what is of a server is skipped here, and held on one where its programs are installed');

const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title'];

/** What is read of a database in many ways, the server's own words about itself left out. */
const reads = [
  ['appeal', 'list', '--all'],
  ['appeal', 'show', '2022-000003'],
  ['appeal', 'trace', '2022-000003'],
  ['appeal', 'search', '井盖'],
  ['appeal', 'search', '--phone', '19900000001'],
  ['report', 'overview'],
  ['report', 'circles'],
  ['unit', 'list'],
  ['roster', 'show', '1'],
  ['study', 'list'],
] as const;

describe.runIf(testServer !== undefined)('a database that is laid out by jurisdiction', () => {
  let desk: TestDesk;
  let said: string;
  let before: string[];
  const county = ['--in', 'LX'];

  const readAll = async (): Promise<string[]> => {
    const texts: string[] = [];
    for (const args of reads) {
      const { out } = await desk.liaison(...args, '--in', 'DZ');
      // Searches for phones are on record, and move the head of the log.
      texts.push(out.replaceAll(/head of the log \w+/gu, ''));
    }
    return texts;
  };

  beforeAll(async () => {
    desk = await setUpFullDatabase();
    await desk.json('jurisdiction', 'add', '陵县', '--code', 'LX', '--parent', 'DZ');
    await desk.json('unit', 'import', dezhou('units.csv'), '--yes', ...county);
    await desk.json(...log, '县里的路灯', '--phone', '19900000001', ...county);
    before = await readAll();
    const url = new URL(desk.database);
    const script = join(import.meta.dirname, '..', '..', 'scripts', 'scale.ts');
    const { stdout, stderr, status } = spawnSync(process.execPath, [script, '--db', url.href, '--apply'], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    said = stdout;
  }, 120_000);

  it('holds the rules of distribution, and says what Citus is told', () => {
    expect(said).toContain('-- rules broken once it is laid out: 0');
    expect(said).toContain("select create_distributed_table('liaison.appeal', 'jurisdiction_id');");
    expect(said).toContain(
      "select create_distributed_table('liaison.personal_text', 'of_jurisdiction', colocate_with => 'liaison.appeal');",
    );
    expect(said).toContain("select create_reference_table('liaison.unit');");
    // Before it was, they were broken: the rules can find something.
    expect(said).toContain('--   key: appeal_event_pkey');
    expect(said).toContain('--   reference: ruling.ruling_appeal_id_fkey');
  });

  it('gives what it gave before, and reads of the one county nothing of the other', async () => {
    expect(await readAll()).toEqual(before);
    const { hits } = (await desk.json('appeal', 'search', '路灯', ...county)) as { hits: unknown[] };
    expect(hits).toHaveLength(1);
    const counts = runOn(desk.database, [
      'select (select count(*) from liaison_j2.appeal) as county, (select count(*) from liaison.appeal) > 1 as whole, (select count(distinct of_jurisdiction) from liaison_j2.personal_text) as kept',
    ]).rows;
    expect(counts).toEqual([{ county: 1, whole: 1, kept: 1 }]);
  });

  it('takes what is written in either, in one log, and is sound', async () => {
    await desk.json(...log, '新灯', ...county);
    await desk.json(...log, '新井盖', '--to', '市教育局', '--in', 'DZ');
    await desk.json('appeal', 'note', '2022-000003', '--text', '已联系', '--in', 'DZ');
    await desk.json('appeal', 'note', '2022-000001', '--text', '县里已联系', ...county);
    const check = (await desk.json('database', 'check')) as object;
    expect(check).toMatchObject({ findings: [], isSchemaCompared: false });
    expect((await desk.liaison('database', 'check')).out).toContain('was not compared');
    // What is changed in a part is found in the whole.
    const [was] = runOn(desk.database, ['select data from liaison_j2.appeal_event limit 1']).rows;
    expect(was).toBeDefined();
    runOn(desk.database, [
      'alter table liaison_j2.appeal_event disable trigger user',
      "update liaison_j2.appeal_event set at = '2022-04-08T04:00:01Z'",
      'alter table liaison_j2.appeal_event enable trigger user',
    ]);
    const { code, out } = await desk.liaison('database', 'check', '--json');
    expect(code).toBe(7);
    expect(out).toContain('appeal_event');
  });

  it('says of a jurisdiction that came later what it lacks', async () => {
    await desk.json('jurisdiction', 'add', '平原县', '--code', 'PY', '--parent', 'DZ');
    await desk.json('unit', 'import', dezhou('units.csv'), '--yes', '--in', 'PY');
    const { code, err } = await desk.liaison(...log, '县里的井盖', '--in', 'PY');
    expect([code, err]).toEqual([5, expect.stringContaining('came later')]);
    expect((await desk.liaison('appeal', 'list', '--in', 'PY')).code).toBe(0);
  });

  it('refuses in its parts what it refuses as a whole', () => {
    for (const source of [
      "update liaison_j1.appeal_event set at = 'x'",
      'delete from liaison_j1.appeal_event',
      'truncate liaison_j1.appeal_event',
    ])
      expect(() => runOn(desk.database, [source])).toThrow('is sealed');
    const role = `分县员${String(process.pid)}`;
    runOn(desk.database, [`create role "${role}" login`]);
    return desk.json('database', 'grant', role, 'clerk').then(() => {
      const url = new URL(desk.database);
      url.username = encodeURIComponent(role);
      expect(runOn(url.href, ['select count(*) from liaison_j1.personal_text']).rows).toEqual([{ count: 0 }]);
      expect(() => runOn(url.href, ['delete from liaison_j1.appeal_event'])).toThrow('permission denied');
    });
  });

  it('is carried over into a file as any other, and holds the same there', async () => {
    const other = await setUpFullDatabase();
    const script = join(import.meta.dirname, '..', '..', 'scripts', 'scale.ts');
    const { status } = spawnSync(process.execPath, [script, '--db', other.database, '--apply'], {
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(await other.json('database', 'move', '--to', 'moved.db')).toMatchObject({ findings: [] });
    const dump = dumpDatabase(join(other.folder, 'moved.db'), ['appeal', 'appeal_event', 'personal_text']);
    expect(dump).not.toContain('of_jurisdiction');
    expect(dump.split('\n').length).toBeGreaterThan(15);
  });
});
