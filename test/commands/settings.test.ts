import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { setUpDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';

interface Listed {
  readonly settings: readonly {
    readonly key: string;
    readonly value: string | null;
    readonly source: string;
    readonly from: string | null;
  }[];
}

describe('settings out of files', () => {
  it('go behind what is typed and the environment, the file beside the database before the own one', async () => {
    const desk = await setUpDezhou('units');
    desk.setEnv('LIAISON_LANG', '');
    desk.setEnv('LIAISON_USER', '');
    desk.setEnv('HOME', join(desk.folder, '家'));
    mkdirSync(join(desk.folder, '家/.config/liaison'), { recursive: true });
    const own = join(desk.folder, '家/.config/liaison/liaison.toml');
    writeFileSync(own, `\uFEFFdb = ${JSON.stringify(desk.database)}\nlang = "en"\nas = "王芳" # 本人\n`);
    const list = async (...args: string[]): Promise<Record<string, readonly [string | null, string]>> => {
      const { settings } = (await desk.json('config', 'list', ...args)) as Listed;
      return Object.fromEntries(settings.map(({ key, value, source }) => [key, [value, source] as const]));
    };
    expect(await list()).toMatchObject({
      db: [desk.database, 'file'],
      lang: ['en', 'file'],
      as: ['王芳', 'file'],
      in: [null, 'default'],
    });
    desk.write('liaison.toml', 'lang = "zh"\nin = "DZ"\n');
    expect(await list()).toMatchObject({ lang: ['zh', 'file'], in: ['DZ', 'file'] });
    desk.setEnv('LIAISON_LANG', 'en');
    expect(await list()).toMatchObject({ lang: ['en', 'environment'] });
    expect(await list('--lang', 'zh')).toMatchObject({ lang: ['zh', 'option'] });
    await desk.json('unit', 'add', '市信访局');
    const log = (await desk.json('log', 'list')) as { by: string }[];
    expect(log.at(-1)?.by ?? log[0]?.by).toBe('王芳');
  });

  it('name a database from where the file lies', async () => {
    const desk = await setUpDezhou('units');
    mkdirSync(join(desk.folder, '数据'));
    renameSync(desk.database, join(desk.folder, '数据/台账.db'));
    desk.write('liaison.toml', 'db = "数据/台账.db"\n');
    expect(await desk.json('unit', 'list')).toHaveLength(34);
  });

  it('of a folder lead to no database elsewhere', async () => {
    const desk = await setUpDezhou('units');
    mkdirSync(join(desk.folder, 'sub'));
    for (const db of ['../liaison.db', desk.database, 'C:/x.db', '//server/x.db', '']) {
      desk.write('sub/liaison.toml', `db = ${JSON.stringify(db)}\n`);
      const { code, err } = await setUpDesk({ folder: join(desk.folder, 'sub') }).liaison('unit', 'list');
      expect([code, err]).toEqual([4, expect.stringContaining('nothing is set by db')]);
    }
  });

  it('that are not known, or not for this file, are warned about; nothing else happens', async () => {
    const desk = await setUpDezhou('units');
    desk.write('liaison.toml', 'lang = "en"\nas = "admin"\nrun = "rm -rf /"\nin = 3\n');
    const { code, err } = await desk.liaison('unit', 'add', '市信访局');
    expect(code).toBe(0);
    expect(err).toContain('nothing is set by as, run, in');
    const log = (await desk.json('log', 'list')) as { by: string }[];
    expect(log.map(({ by }) => by)).not.toContain('admin');
  });

  it('come from the environment where that says the same as a file', async () => {
    const desk = await setUpDezhou('init');
    desk.write('liaison.toml', 'in = "DZ"\n');
    desk.setEnv('LIAISON_JURISDICTION', 'DZ');
    const { settings } = (await desk.json('config', 'list')) as Listed;
    expect(settings.find(({ key }) => key === 'in')).toMatchObject({ value: 'DZ', source: 'environment' });
  });

  it('that stop no help and no look at what is wrong', async () => {
    const desk = await setUpDezhou('init');
    desk.write('liaison.toml', 'db = oops\n');
    for (const line of [
      ['--help'],
      ['--version'],
      ['help', 'init'],
      ['config', 'list'],
      ['completion', 'bash'],
    ])
      expect([line, (await desk.liaison(...line)).code]).toEqual([line, 0]);
    expect((await desk.liaison('doctor')).err).toMatch(/liaison\.toml:1\s+cannot\s+be\s+read/u);
    mkdirSync(join(desk.folder, 'other/liaison.toml'), { recursive: true });
    const folder = await setUpDesk({ folder: join(desk.folder, 'other') }).liaison('unit', 'list');
    expect([folder.code, folder.err]).toEqual([2, expect.stringMatching(/cannot be\s+read:\s+EISDIR/u)]);
  });

  it('that cannot be read are an error with the place, in the form that was asked for', async () => {
    const desk = await setUpDezhou('init');
    desk.write('liaison.toml', 'lang = "en"\ndb = oops\n');
    const { code, err } = await desk.liaison('unit', 'list', '--json');
    expect(code).toBe(2);
    expect(JSON.parse(err)).toMatchObject({ error: { code: 'config-invalid', details: { line: 2 } } });
  });
});

describe('fields', () => {
  it('are those of lists and of single results, in their order, in every form', async () => {
    const desk = await setUpDezhou('units');
    const units = (await desk.json('unit', 'list', '--fields', 'name,code')) as object[];
    expect(Object.keys(units[0] ?? {})).toEqual(['name', 'code']);
    expect(
      (await desk.liaison('unit', 'list', '--fields', 'code，name', '--format', 'csv')).out
        .split('\r\n')
        .slice(0, 2),
    ).toEqual(['\uFEFFcode,name', 'DZ-001,市委宣传部']);
    expect((await desk.liaison('unit', 'list', '--fields', 'code')).out.split('\n').slice(0, 3)).toEqual([
      'code',
      '──────',
      'DZ-001',
    ]);
    expect(await desk.json('unit', 'show', '市公安局', '--fields', 'code')).toEqual({ code: 'DZ-004' });
    const { out } = await desk.liaison('appeal', 'list', '--fields', 'number,title');
    expect(out).toContain('number');
  });

  it('that there are none of are refused with those that there are, and nothing is done', async () => {
    const desk = await setUpDezhou('units');
    const { code, err } = await desk.liaison('unit', 'add', '市信访局', '--fields', 'kode');
    expect(code).toBe(2);
    expect(err).toContain('The result has no field “kode”.\nhint: Fields: ');
    expect(await desk.json('unit', 'list')).toHaveLength(34);
    expect((await desk.liaison('unit', 'list', '--fields', ' , ')).code).toBe(2);
  });
});
