import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTopic } from '../../src/cli/usage.ts';
import { en } from '../../src/text/en.ts';
import { summaries } from '../../src/text/en/summaries.ts';
import type { Outcome, TestDesk } from '../support/desk.ts';
import { makeFolder, setUpDesk } from '../support/desk.ts';
import { Disks } from '../support/disk.ts';
import { dumpDatabase } from '../support/dump.ts';
import { setUpDezhou } from '../support/seeds.ts';
import { readingVerbs, setUpWritable, writingVerbs } from '../support/writing-verbs.ts';

let sound: TestDesk;
beforeAll(async () => {
  sound = await setUpWritable();
});
const disks = new Disks();
afterAll(() => {
  disks.remove();
});

/** A copy of the folder in which every writing verb goes through by itself. */
function setUpCopy(): TestDesk {
  const folder = join(makeFolder(), 'desk');
  cpSync(sound.folder, folder, { recursive: true });
  copyFileSync(join(folder, 'liaison.db'), join(folder, '..', 'sound.db'));
  return setUpDesk({ folder });
}

/** Everything that lies in a folder but what SQLite keeps for itself: names, and bytes of files. */
function listFolder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/-(?:wal|shm)$|^liaison\.db$/u.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return `${path} ${readFileSync(path).toString('base64')}`;
    })
    .sort();
}

interface Tried extends Outcome {
  readonly isDatabaseSame: boolean;
  readonly isFolderSame: boolean;
}

async function attempt(desk: TestDesk, ...args: readonly string[]): Promise<Tried> {
  const before = [dumpDatabase(desk.database), listFolder(desk.folder)] as const;
  const outcome = await desk.liaison(...args);
  return {
    ...outcome,
    isDatabaseSame: dumpDatabase(desk.database) === before[0],
    isFolderSame: listFolder(desk.folder).join('\n') === before[1].join('\n'),
  };
}

/** Verbs whose `-o` is the folder they write into. */
const folderVerbs = new Set(['desk form']);
/** Verbs that make whole documents. */
const documentVerbs = new Set(['roster print', 'appeal slip', 'appeal list']);

const verbs = Object.entries(writingVerbs);

it('looks at every verb there is', () => {
  // These stand alone: `init` makes its database, `annual`, `menu` and `appeal work` run other commands, each under the same rule; rights are of servers.
  const alone = ['init', 'annual', 'status', 'menu', 'appeal work', 'database grant'].filter((one) =>
    Object.hasOwn(summaries.verbs, one),
  );
  const all = Object.keys(summaries.verbs).filter((one) => !alone.includes(one));
  expect([...readingVerbs, ...Object.keys(writingVerbs)].sort()).toEqual(all.sort());
});

describe.each(verbs)('%s', (verb, args) => {
  const words = verb.split(' ');
  const plain = folderVerbs.has(verb) ? args.filter((one) => one !== '-o' && one !== 'new-forms') : args;

  it('goes through by itself, so that what follows is refused for what is wrong with its output', async () => {
    const tried = await attempt(setUpCopy(), ...words, ...args, '--json');
    expect([tried.code, tried.err]).toEqual([0, '']);
    expect(tried.isDatabaseSame && tried.isFolderSame).toBe(false);
  });

  it('is refused and nothing is done where its output cannot be written', async () => {
    const ways: (readonly [number, readonly string[]])[] = [
      [3, ['-o', 'no-such-folder/out.csv']],
      [3, ['-o', `${'长'.repeat(90)}.csv`]],
      [5, ['-o', 'liaison.db']],
      [5, ['-o', '.']],
      [5, ['-o', '/dev/null']],
      [2, ['-o', 'out.pdf']],
      [2, ['--format', 'docx']],
      [2, ['--json', '--format', 'csv']],
    ];
    for (const [code, how] of ways) {
      if (documentVerbs.has(verb) && how.includes('docx')) continue;
      // Its folder is another matter, and its result goes to stdout.
      if (folderVerbs.has(verb) && (how.includes('.') || how.includes('out.pdf'))) continue;
      const tried = await attempt(setUpCopy(), ...words, ...plain, ...how);
      const wanted = folderVerbs.has(verb) && how.includes('/dev/null') ? 3 : code;
      expect([how, tried.code, tried.isDatabaseSame, tried.isFolderSame]).toEqual([how, wanted, true, true]);
      expect(tried.out).toBe('');
    }
  });

  it('says what was done where stdout takes nothing more', async () => {
    const desk = setUpCopy();
    const broken = setUpDesk({ folder: desk.folder, brokenOutput: true });
    const tried = await attempt(broken, ...words, ...args, '--json');
    expect(tried.isDatabaseSame && tried.isFolderSame).toBe(false);
    expect([tried.code, JSON.parse(tried.err)]).toMatchObject([8, { error: { code: 'output-failed' } }]);
  });
});

describe('an output', () => {
  const list = ['unit', 'list', '--format', 'csv', '-o'];

  it.each(['liaison.db', 'liaison.db-wal', 'liaison.db-shm', './liaison.db', 'other.db', 'other.db-journal', 'hard.csv'])(
    'is never written over a database: %s',
    async (name) => {
      const desk = await setUpDezhou('units');
      copyFileSync(desk.database, join(desk.folder, 'other.db'));
      spawnSync('ln', [desk.database, join(desk.folder, 'hard.csv')]);
      const tried = await attempt(desk, ...list, name);
      expect([tried.code, tried.isDatabaseSame, tried.isFolderSame]).toEqual([5, true, true]);
      expect(tried.err).toMatch(/it is a database|beside\s+a\s+database|lies beside a database/u);
    },
  ); // prettier-ignore

  it('is never written over a database that is yet to be', async () => {
    const desk = setUpDesk();
    const { code } = await desk.liaison('init', '--name', '德州市', '--code', 'DZ', '-o', 'liaison.db');
    expect([code, readdirSync(desk.folder)]).toEqual([5, []]);
    const full = await setUpDezhou('units');
    expect((await full.liaison('database', 'backup', 'b.json', '-o', 'b.json')).code).toBe(5);
    expect(existsSync(join(full.folder, 'b.json'))).toBe(false);
  });

  it('is no folder under a name of the database, nor a form that a folder of forms has not', async () => {
    const desk = setUpCopy();
    for (const name of [
      'liaison.db',
      'liaison.db-wal',
      'liaison.db-journal',
      'other.db-shm',
      '.liaison-4194301-1.draft',
    ]) {
      copyFileSync(desk.database, join(desk.folder, 'other.db'));
      const { code, isDatabaseSame, isFolderSame } = await attempt(
        desk,
        'desk',
        'form',
        '市公安局',
        '-o',
        name,
      );
      expect([name, code > 0 && code < 8, isDatabaseSame, isFolderSame]).toEqual([name, true, true, true]);
    }
    for (const form of [
      ['--json', '--format', 'csv'],
      ['--format', 'docx'],
      ['--format', 'html'],
    ]) {
      const tried = await attempt(desk, 'desk', 'form', '市公安局', '-o', 'forms', ...form);
      expect([form, tried.code, tried.isDatabaseSame, tried.isFolderSame]).toEqual([form, 2, true, true]);
    }
    expect((await desk.liaison('status')).code).toBe(0);
  });

  it('is never what the command itself makes, by a folder that is a link', async () => {
    const desk = setUpCopy();
    mkdirSync(join(desk.folder, 'sub'));
    symlinkSync('sub', join(desk.folder, 'link'));
    for (const command of [
      ['database', 'backup', 'link/b.json', '-o', 'sub/b.json'],
      ['init', '--db', 'link/k.json', '--name', 'x', '--code', 'x', '-o', 'sub/k.json'],
    ]) {
      const { code, isDatabaseSame, isFolderSame } = await attempt(desk, ...command);
      expect([command, code, isDatabaseSame, isFolderSame]).toEqual([command, 5, true, true]);
    }
  });

  it('a backup does not take a name that SQLite would use beside another database', async () => {
    const desk = setUpCopy();
    await desk.json('database', 'backup', 'other.db');
    for (const ending of ['-wal', '-shm', '-journal']) {
      const tried = await attempt(desk, 'database', 'backup', `other.db${ending}`);
      expect([ending, tried.code, tried.isFolderSame]).toEqual([ending, 5, true]);
    }
  });

  it('does not replace a file that cannot be looked into', () => {
    if (process.getuid?.() !== 0) {
      console.log('skipped: only the superuser can be somebody else');
      return;
    }
    const desk = setUpCopy();
    const secret = join(desk.folder, 'secret.csv');
    writeFileSync(secret, 'theirs', { mode: 0o600 });
    for (const above of ['.', '..', '../..']) chmodSync(join(desk.folder, above), 0o777);
    chmodSync(desk.database, 0o666);
    const script = `
      const { run, processHost } = await import(${JSON.stringify(join(import.meta.dirname, '../../dist/main.js'))});
      const command = ['unit', 'list', '--db', ${JSON.stringify(desk.database)}];
      await run(command, { ...processHost(), stdout: { write: () => true } });
      process.setgid(65534);
      process.setuid(65534);
      process.exitCode = await run([...command, '--format', 'csv', '-o', ${JSON.stringify(secret)}], processHost());`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      cwd: '/',
      env: { LIAISON_LANG: 'en', LIAISON_USER: 'x' },
    });
    expect([status, stderr]).toEqual([5, expect.stringContaining('you may not read')]);
    expect(readFileSync(secret, 'utf8')).toBe('theirs');
  });

  it('is never written over what the command reads, by whatever name', async () => {
    const desk = await setUpDezhou('init');
    const content = '单位\n甲局\n';
    for (const [input, output] of [
      ['units.csv', 'units.csv'],
      ['units.csv', './units.csv'],
      ['units.csv', 'hard.csv'],
    ] as const) {
      desk.write('units.csv', content);
      rmSync(join(desk.folder, 'hard.csv'), { force: true });
      spawnSync('ln', [join(desk.folder, 'units.csv'), join(desk.folder, 'hard.csv')]);
      const tried = await attempt(desk, 'unit', 'import', input, '-o', output);
      expect([output, tried.code, tried.isDatabaseSame, tried.isFolderSame]).toEqual([output, 5, true, true]);
    }
    // A folder of forms is read whole.
    mkdirSync(join(desk.folder, 'forms'));
    writeFileSync(join(desk.folder, 'forms', 'a.csv'), content);
    const tried = await attempt(desk, 'desk', 'import', 'forms', '-o', 'forms/a.csv');
    expect([tried.code, tried.isFolderSame]).toEqual([5, true]);
  });

  it('is never written into a device, a FIFO or through a link', async () => {
    const desk = await setUpDezhou('units');
    const path = (name: string): string => join(desk.folder, name);
    spawnSync('mkfifo', [path('fifo')]);
    writeFileSync(path('target.csv'), 'kept');
    symlinkSync(path('target.csv'), path('link.csv'));
    symlinkSync(path('nothing.csv'), path('dangling.csv'));
    // What an older version wrote into beside the target.
    symlinkSync(path('target.csv'), path('out.csv.partial'));
    for (const name of ['/dev/null', '/dev/full', '/dev/stdout', 'fifo', 'link.csv', 'dangling.csv', '.']) {
      expect([name, (await desk.liaison(...list, name)).code]).toEqual([name, 5]);
    }
    expect((await desk.liaison(...list, 'out.csv')).code).toBe(0);
    expect(readFileSync(path('target.csv'), 'utf8')).toBe('kept');
    expect(lstatSync(path('fifo')).isFIFO()).toBe(true);
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
    expect(existsSync(path('nothing.csv'))).toBe(false);
  });

  it('replaces another file in a script, and at a terminal after a yes', async () => {
    const desk = await setUpDezhou('units');
    desk.write('out.csv', 'before');
    const content = (): string => readFileSync(join(desk.folder, 'out.csv'), 'utf8');
    const no = await desk.answer([['out.csv is there already', 'n']], ...list, 'out.csv');
    expect([no.code, content()]).toEqual([130, 'before']);
    expect((await desk.answer([['out.csv is there already', 'y']], ...list, 'out.csv')).code).toBe(0);
    expect(content()).toContain('市公安局');
    desk.write('out.csv', 'before');
    expect((await desk.answer([], ...list, 'out.csv', '--yes')).code).toBe(0);
    desk.write('out.csv', 'before');
    expect((await desk.liaison(...list, 'out.csv')).code).toBe(0);
    expect(content()).toContain('市公安局');
  });

  it('with personal data is for its owner alone', async () => {
    const desk = setUpCopy();
    const mode = (name: string): string => (statSync(join(desk.folder, name)).mode & 0o777).toString(8);
    const why = ['--reason', '回访'];
    for (const command of [
      ['appeal', 'show', '2022-000001', '--reveal', ...why],
      ['appeal', 'trace', '2022-000001', '--reveal', ...why],
      ['appeal', 'list', '--all', '--reveal', ...why],
      ['appeal', 'slip', '2022-000001', '--with-contact', ...why],
      ['roster', 'print', '1', '--copy', 'internal'],
      ['roster', 'diff', '1', '--copy', 'internal'],
      ['desk', 'list'],
      ['desk', 'show', '市公安局'],
    ]) {
      desk.write('out.csv', 'there before, for all to read');
      expect((await desk.liaison(...command, '-o', 'out.csv')).code).toBe(0);
      expect([command.join(' '), mode('out.csv')]).toEqual([command.join(' '), '600']);
    }
    await desk.json('desk', 'form', '市民政局', '-o', 'private');
    const [form = ''] = readdirSync(join(desk.folder, 'private'));
    expect(mode(join('private', form))).toBe('600');
  });

  it('of a unit with a very long name is a form with a shorter one', async () => {
    const desk = setUpCopy();
    await desk.json('unit', 'rename', '市财政局', `市${'财'.repeat(150)}局`);
    expect(await desk.json('desk', 'form', '-o', 'long')).toMatchObject({ folder: 'long' });
  });
});

const disk = disks.make(4);
if (disk === undefined) console.log('skipped with a full disk: no small disk can be made here');

describe.runIf(disk !== undefined)('a result that does not fit on its disk', () => {
  it.each(verbs.filter(([verb]) => !folderVerbs.has(verb)))(
    '%s: what was asked for is done, and it says so',
    async (verb, args) => {
      const folder = disk ?? '';
      const filler = disks.fill(folder, 0);
      try {
        const desk = setUpCopy();
        const output = join(folder, 'out.json');
        const tried = await attempt(desk, ...verb.split(' '), ...args, '-o', output);
        expect([tried.code, tried.err]).toEqual([8, expect.stringContaining('What you asked for was done')]);
        expect(tried.isDatabaseSame && tried.isFolderSame).toBe(false);
        expect(readdirSync(folder)).toEqual(['filler']);
      } finally {
        rmSync(filler, { force: true });
      }
    },
  );
});

it('lists the exit codes with their meaning', () => {
  expect(writeTopic(summaries, 'exit-codes')).toContain(
    '    8  done, but the result could not be written out',
  );
  expect(
    en.errors['output-failed']({ file: null, why: 'disk-full', reason: '', changes: [] }).message,
  ).toContain('the disk is full');
});
