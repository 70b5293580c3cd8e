import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import Sqlite from '../support/raw-database.ts';
import { setUpDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';

const secret = ['--passphrase-file', 'pass.txt'];

describe('backups into a folder', () => {
  it('have dated names, are thinned out, and are in the log', async () => {
    const desk = await setUpDezhou('units');
    mkdirSync(join(desk.folder, 'U盘'));
    desk.write('U盘/liaison-notes.txt', 'x');
    const made: string[] = [];
    for (const time of [
      '2022-04-08T04:00:00Z',
      '2022-04-09T04:00:00Z',
      '2022-04-10T04:00:00Z',
      '2022-04-10T04:00:20Z',
    ]) {
      desk.setTime(time);
      const { file } = (await desk.json('database', 'backup', '--to', 'U盘', '--keep', '2')) as {
        file: string;
      };
      made.push(file.slice(file.lastIndexOf('/') + 1));
    }
    expect(made).toEqual(['liaison-2022-04-08-1200.db', 'liaison-2022-04-09-1200.db', 'liaison-2022-04-10-1200.db', 'liaison-2022-04-10-1200-2.db']); // prettier-ignore
    expect(readdirSync(join(desk.folder, 'U盘')).sort()).toEqual(
      ['liaison-notes.txt', 'liaison-2022-04-10-1200.db', 'liaison-2022-04-10-1200-2.db'].sort(),
    );
    const logged = (await desk.json('log', 'list', '--noun', 'database')) as { command: string }[];
    expect(logged.map(({ command }) => command)).toEqual(made.map(() => 'database backup'));
    expect(await desk.json('database', 'check')).toMatchObject({ findings: [] });
    expect((await desk.liaison('database', 'restore', `U盘/${made[3] ?? ''}`, '--db', 'r.db')).code).toBe(0);
  });

  it('leave the older ones where what is backed up is not as it was written', async () => {
    const desk = await setUpDezhou('units');
    mkdirSync(join(desk.folder, 'b'));
    await desk.json('database', 'backup', '--to', 'b', '--keep', '1');
    const file = new Sqlite(desk.database);
    file.exec('drop trigger operation_no_update');
    file.close();
    desk.setTime('2022-04-09T04:00:00Z');
    const { code } = await desk.liaison('database', 'backup', '--to', 'b', '--keep', '1');
    expect(code).toBe(7);
    expect(readdirSync(join(desk.folder, 'b'))).toHaveLength(2);
  });

  it('leave those of another database of the same name alone', async () => {
    const desk = await setUpDezhou('units');
    const other = setUpDesk();
    await other.json('init', '--name', '甲县', '--code', 'JX');
    const folder = join(desk.folder, 'b');
    mkdirSync(folder);
    await other.json('database', 'backup', '--to', folder);
    await desk.json('database', 'backup', '--to', 'b', '--keep', '1');
    const { removed } = (await desk.json('database', 'backup', '--to', 'b', '--keep', '1')) as {
      removed: string[];
    };
    expect(removed).toEqual(['liaison-2022-04-08-1200-2.db']);
    expect(readdirSync(folder).sort()).toEqual([
      'liaison-2022-04-08-1200-3.db',
      'liaison-2022-04-08-1200.db',
    ]);
  });

  it('never remove the one just made, whatever the clock said before', async () => {
    const desk = await setUpDezhou('units');
    mkdirSync(join(desk.folder, 'b'));
    await desk.json('database', 'backup', 'b/liaison-2027-01-01-0000.db');
    const { file, removed } = (await desk.json('database', 'backup', '--to', 'b', '--keep', '1')) as {
      file: string;
      removed: string[];
    };
    expect(removed).toEqual(['liaison-2027-01-01-0000.db']);
    expect(readdirSync(join(desk.folder, 'b'))).toEqual([file.slice(file.lastIndexOf('/') + 1)]);
    expect((await desk.liaison('database', 'backup', '--to', 'liaison.db')).code).toBe(4);
  });

  it('are refused where the folder is not there: the stick may not be in', async () => {
    const desk = await setUpDezhou('init');
    const { code, err } = await desk.liaison('database', 'backup', '--to', 'stick');
    expect(code).toBe(4);
    expect(err).toContain('Is the stick or disk connected?');
    expect(readdirSync(desk.folder)).not.toContain('stick');
    expect((await desk.liaison('database', 'backup', '--keep', '3', 'x.db')).code).toBe(2);
    expect((await desk.liaison('database', 'backup', '--to', '.', 'x.db')).code).toBe(2);
  });
});

describe('a backup that a passphrase locks', () => {
  it('shows nothing of what is in it, is never open on its disk, and is restored by the passphrase alone', async () => {
    const desk = await setUpDezhou('published');
    desk.write('pass.txt', '正确 的口令 🙂\r\n');
    desk.write('other.txt', 'another one');
    mkdirSync(join(desk.folder, 'stick'));
    const { file } = (await desk.json('database', 'backup', '--to', 'stick', '--encrypt', ...secret)) as {
      file: string;
    };
    expect(file).toMatch(/liaison-2022-04-08-1200\.[0-9a-f]{8}\.db\.age$/u);
    const bytes = readFileSync(file);
    expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    expect(bytes.includes('市公安局')).toBe(false);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(desk.folder, 'stick'))).toHaveLength(1);
    expect(readdirSync(desk.folder).filter((name) => name.startsWith('.'))).toEqual([]);
    const name = file;
    const locked = await desk.liaison('database', 'restore', name, '--db', 'r.db');
    expect([locked.code, locked.err]).toEqual([2, expect.stringContaining('--passphrase-file FILE')]);
    const wrong = await desk.liaison(
      'database',
      'restore',
      name,
      '--db',
      'r.db',
      '--passphrase-file',
      'other.txt',
    );
    expect([wrong.code, wrong.err]).toEqual([5, expect.stringContaining('does not open')]);
    expect(readdirSync(desk.folder)).not.toContain('r.db');
    expect((await desk.liaison('database', 'restore', name, '--db', 'r.db', ...secret)).code).toBe(0);
    const there = await desk.json('roster', 'print', '1');
    expect(await desk.json('roster', 'print', '1', '--db', 'r.db')).toEqual(there);
  });

  it('that was changed is not restored', async () => {
    const desk = await setUpDezhou('units');
    desk.write('pass.txt', 'correct horse');
    await desk.json('database', 'backup', 'b.db.age', '--encrypt', ...secret);
    const path = join(desk.folder, 'b.db.age');
    const bytes = readFileSync(path);
    bytes[bytes.length - 4000] = (bytes[bytes.length - 4000] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const { code, err } = await desk.liaison('database', 'restore', 'b.db.age', '--db', 'r.db', ...secret);
    expect(code).toBe(6);
    expect(err).toContain('b.db.age');
    expect(readdirSync(desk.folder).filter((name) => name.includes('r.db') || name.startsWith('.'))).toEqual(
      [],
    );
  });

  it('asks for the passphrase twice at a terminal, and shows none of it', async () => {
    const desk = await setUpDezhou('init');
    const { code, err } = await desk.answer(
      [
        ['passphrase', 'short\r'],
        ['At least 8', '\u0015long enough\r'],
        ['once more', 'long enuogh\r'],
        ['That is another one', '\u0015long enough\r'],
      ],
      ...['database', 'backup', 'b.db.age', '--encrypt'],
    );
    expect(code).toBe(0);
    expect(err).not.toContain('enough');
    expect(err).not.toContain('short');
    desk.write('pass.txt', 'long enough');
    expect((await desk.liaison('database', 'restore', 'b.db.age', '--db', 'r.db', ...secret)).code).toBe(0);
  });
});

describe('an export of everything', () => {
  it('has a file a table with all its rows, a paper that says what they are, and stands in the privacy log', async () => {
    const desk = await setUpDezhou('published');
    const title = '=HYPERLINK("x")';
    await desk.json(
      'appeal',
      'log',
      '--kind',
      'request',
      '--channel',
      'hotline',
      '--title',
      title,
      '--caller',
      '王五',
    );
    const { tables } = (await desk.json('database', 'export', '全部', '--reason', '移交')) as {
      tables: { table: string; rows: number }[];
    };
    const file = new Sqlite(desk.database, { readonly: true });
    for (const { table, rows } of tables) {
      if (!/^(?:operation|privacy)/u.test(table))
        expect([table, Number(file.prepare(`select count(*) from ${table}`).pluck().get())]).toEqual([
          table,
          rows,
        ]);
      expect(statSync(join(desk.folder, '全部', `${table}.csv`)).mode & 0o777).toBe(0o600);
    }
    file.close();
    expect(tables.map(({ table }) => table)).toContain('personal_text');
    const units = readFileSync(join(desk.folder, '全部/unit.csv'), 'utf8');
    expect(units.startsWith('\uFEFFid,jurisdiction_id,code,name')).toBe(true);
    expect(units).toContain('市公安局');
    expect(readFileSync(join(desk.folder, '全部/personal_text.csv'), 'utf8')).toContain(
      `"'=HYPERLINK(""x"")"`,
    );
    const readme = readFileSync(join(desk.folder, '全部/README.txt'), 'utf8');
    // Of every table it is said what is in it, in either language.
    await desk.json('database', 'export', '中文', '--reason', '移交', '--lang', 'zh');
    for (const text of [readme, readFileSync(join(desk.folder, '中文/README.txt'), 'utf8')])
      expect(tables.filter(({ table }) => text.includes(`\n  ${table}\n`))).toEqual([]);
    expect((await desk.liaison('privacy', 'log')).out).toContain('移交');
    const again = await desk.liaison('database', 'export', '全部', '--reason', '移交');
    expect(again.code).toBe(5);
  });

  it('that a person interrupts leaves nothing behind', async () => {
    const desk = await setUpDezhou('published');
    const running = desk.liaison('database', 'export', '全部', '--reason', '移交');
    const waiting = setInterval(() => {
      if (readdirSync(desk.folder).includes('全部')) desk.interrupt();
    }, 1);
    const { code } = await running;
    clearInterval(waiting);
    expect(code).toBe(130);
    expect(readdirSync(desk.folder)).not.toContain('全部');
  });

  it('is refused without a reason, and with one that holds personal data; nothing is left', async () => {
    const desk = await setUpDezhou('units');
    expect((await desk.liaison('database', 'export', 'x')).code).toBe(2);
    expect((await desk.liaison('database', 'export', 'x', '--reason', '电话 13905340001')).code).toBe(5);
    expect(readdirSync(desk.folder)).not.toContain('x');
  });
});
