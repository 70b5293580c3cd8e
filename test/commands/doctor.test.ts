import { chmodSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SystemFacts } from '../../src/cli/host.ts';
import type { TestDesk } from '../support/desk.ts';
import { setUpDesk, testSystem } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';

const allFonts = ['FZXiaoBiaoSong-B05S', '仿宋_GB2312', '黑体', '楷体_GB2312', '宋体'];

interface Told {
  readonly ok: boolean;
  readonly checks: readonly {
    readonly subject: string;
    readonly grade: string;
    readonly state: string;
    readonly remedy: string | null;
  }[];
}

async function examine(
  desk: TestDesk,
): Promise<{ code: number; told: Told; of: (subject: string) => readonly [string, string] }> {
  const { code, out } = await desk.liaison('doctor', '--json');
  const told = JSON.parse(out) as Told;
  const of = (subject: string): readonly [string, string] => {
    const line = told.checks.find((one) => one.subject === subject);
    return [line?.grade ?? '', line?.state ?? ''];
  };
  return { code, told, of };
}

/** A machine with all that is wanted: the city's database, backed up today. */
async function setUpGood(
  system: SystemFacts = testSystem,
  fonts: readonly string[] | null = allFonts,
): Promise<TestDesk> {
  const desk = await setUpDezhou('units');
  desk.setMachine({ system, fonts });
  desk.setEnv('LANG', 'zh_CN.UTF-8');
  desk.setEnv('TZ', 'Asia/Shanghai');
  desk.setTime('2026-11-10T04:00:00Z');
  await desk.liaison(
    'calendar',
    'import',
    desk.write('2027.csv', '日期,类型,名称\n2027-01-01,休,元旦\n'),
    '--yes',
  );
  await desk.json('database', 'backup', 'b.db');
  return desk;
}

describe('the doctor', () => {
  it('finds nothing to do on a good machine', async () => {
    const { code, told } = await examine(await setUpGood());
    expect(told.checks.filter(({ grade }) => grade !== 'ok')).toEqual([]);
    expect([code, told.ok]).toEqual([0, true]);
  });

  it('tells an old C library from one that Node does not run with', async () => {
    const old = await examine(await setUpGood({ ...testSystem, glibc: '2.31' }));
    expect([old.code, old.of('glibc')]).toEqual([0, ['note', 'glibc-old']]);
    const tooOld = await examine(await setUpGood({ ...testSystem, glibc: '2.17' }));
    expect([tooOld.code, tooOld.of('glibc')]).toEqual([7, ['bad', 'glibc-too-old']]);
    const none = await examine(await setUpGood({ ...testSystem, platform: 'win32', glibc: null }));
    expect([none.code, none.of('glibc')]).toEqual([0, ['ok', 'glibc-none']]);
  });

  it('says of a wrong clock what it says, and what was recorded', async () => {
    const desk = await setUpGood();
    desk.setTime('2026-11-09T04:00:00Z');
    expect((await examine(desk)).of('clock')).toEqual(['bad', 'clock-behind']);
    desk.setTime('2020-01-01T00:00:00Z');
    const early = await examine(setUpDesk());
    expect(early.of('clock')).toEqual(['bad', 'clock-early']);
  });

  it('misses fonts and a backup', async () => {
    const desk = await setUpGood(testSystem, ['DejaVu Sans']);
    expect((await examine(desk)).of('fonts')).toEqual(['bad', 'fonts-none']);
    desk.setMachine({ system: testSystem, fonts: null });
    expect((await examine(desk)).of('fonts')).toEqual(['note', 'fonts-unknown']);
    desk.setTime('2026-11-18T04:00:00Z');
    expect((await examine(desk)).of('backup')).toEqual(['bad', 'backup-old']);
    const fresh = await setUpDezhou('init');
    expect((await examine(fresh)).of('backup')).toEqual(['bad', 'backup-none']);
  });

  it('sees rights that are too wide, a console that is not UTF-8 and holidays that are not known', async () => {
    const desk = await setUpGood();
    chmodSync(desk.database, 0o644);
    desk.setEnv('LANG', 'zh_CN.GBK');
    desk.setTime('2027-11-10T04:00:00Z');
    const { of } = await examine(desk);
    expect([of('rights'), of('console'), of('calendar')]).toEqual([['bad', 'rights-wide'], ['bad', 'console-not-utf8'], ['bad', 'calendar-missing']]); // prettier-ignore
  });

  it('says of one thing all that is to be seen to', async () => {
    const desk = await setUpGood();
    desk.setTime('2020-01-01T00:00:00Z');
    const { told } = await examine(desk);
    expect(told.checks.filter(({ subject }) => subject === 'clock').map(({ state }) => state)).toEqual([
      'clock-early',
      'clock-behind',
    ]);
  });

  it('has a line for a database that is not there, and for one that cannot be opened', async () => {
    const none = await examine(setUpDesk());
    expect(none.of('database')).toEqual(['note', 'database-none']);
    const foreign = setUpDesk();
    foreign.write('liaison.db', 'no database '.repeat(99));
    const told = await examine(foreign);
    expect([told.code, told.of('database')]).toEqual([7, ['bad', 'database-bad']]);
  });

  it.each(['en', 'zh'] as const)('tells each line in %s, with what to do', async (lang) => {
    const desk = setUpDesk({ lang });
    const { out, code } = await desk.liaison('doctor');
    expect(code).toBe(7);
    expect(out.replaceAll(/\n +/gu, lang === 'zh' ? '' : ' ')).toContain(
      lang === 'zh' ? '请校准本机时钟' : 'Set the clock of the machine',
    );
  });
});
