import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { setUpDesk } from '../support/desk.ts';

/**
 * Received (local time), working days, due day: counted by hand on the notices of the State Council, around Spring Festival and
 * National Day, on and beside worked weekends, over the ends of years, and about midnight.
 */
const cases: readonly (readonly [received: string, days: 2 | 5 | 10 | 15, due: string])[] = [
  ['2021-02-10 09:00', 5, '2021-02-23'],
  ['2021-02-07 10:00', 5, '2021-02-19'],
  ['2021-02-20 08:30', 2, '2021-02-23'],
  ['2021-09-30 17:00', 5, '2021-10-13'],
  ['2021-09-26 09:00', 5, '2021-10-08'],
  ['2021-10-09 10:00', 2, '2021-10-12'],
  ['2021-12-31 16:00', 5, '2022-01-10'],
  ['2022-01-28 16:50', 5, '2022-02-09'],
  ['2022-01-30 09:00', 2, '2022-02-08'],
  ['2022-02-06 23:59', 5, '2022-02-11'],
  ['2022-09-30 12:00', 5, '2022-10-12'],
  ['2022-10-07 08:00', 10, '2022-10-19'],
  ['2022-10-08 09:00', 2, '2022-10-10'],
  ['2022-12-30 18:00', 5, '2023-01-09'],
  ['2022-12-31 10:00', 2, '2023-01-04'],
  ['2023-01-20 17:30', 5, '2023-02-01'],
  ['2023-01-21 00:00', 5, '2023-02-01'],
  ['2023-01-28 09:00', 2, '2023-01-30'],
  ['2023-09-28 20:00', 5, '2023-10-11'],
  ['2023-10-06 09:00', 15, '2023-10-25'],
  ['2023-10-07 09:00', 2, '2023-10-09'],
  ['2023-12-29 09:00', 5, '2024-01-08'],
  ['2024-02-08 09:00', 5, '2024-02-21'],
  ['2024-02-09 23:59', 5, '2024-02-22'],
  ['2024-02-17 09:00', 2, '2024-02-19'],
  ['2024-09-29 11:00', 10, '2024-10-17'],
  ['2024-10-12 09:00', 2, '2024-10-15'],
  ['2024-12-31 23:30', 5, '2025-01-08'],
  ['2025-01-26 09:00', 5, '2025-02-08'],
  ['2025-01-27 17:00', 2, '2025-02-06'],
  ['2025-02-08 09:00', 2, '2025-02-11'],
  ['2025-09-28 09:00', 15, '2025-10-24'],
  ['2025-10-11 09:00', 2, '2025-10-14'],
  ['2025-12-31 09:00', 5, '2026-01-08'],
  ['2026-02-13 09:00', 5, '2026-02-27'],
  ['2026-02-14 00:00', 2, '2026-02-25'],
  ['2026-02-24 09:00', 10, '2026-03-09'],
  ['2026-09-30 09:00', 5, '2026-10-13'],
  ['2026-10-10 09:00', 2, '2026-10-13'],
  ['2026-09-20 15:00', 15, '2026-10-16'],
];

const rules = {
  code: 'by-kind',
  name: '按诉求性质',
  source: '试算',
  cases: [
    { kinds: ['consultation'], days: 2 },
    { kinds: ['request'], days: 10 },
    { kinds: ['complaint'], days: 15 },
    { days: 5 },
  ],
};
const kindOf = { 2: '咨询', 5: '建议', 10: '求助', 15: '投诉' } as const;
const launcher = join(import.meta.dirname, '..', '..', 'bin', 'liaison.js');

describe('due days', () => {
  it.each(['UTC', 'America/New_York', 'Asia/Shanghai'])(
    'are those counted by hand while the machine runs in %s',
    (zone) => {
      const desk = setUpDesk();
      desk.write('rules.json', JSON.stringify(rules));
      const rows = cases.map(
        ([received, days], at) => `W${String(at)},${received},热线,${kindOf[days]},第${String(at)}件`,
      );
      desk.write('appeals.csv', ['工单编号,受理时间,渠道,诉求性质,标题', ...rows].join('\n'));
      const run = (...args: string[]): string => {
        const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], {
          cwd: desk.folder,
          encoding: 'utf8',
          env: { PATH: process.env['PATH'] ?? '', HOME: desk.folder, LIAISON_LANG: 'en', TZ: zone },
        });
        expect(status, stderr).toBe(0);
        return stdout;
      };
      run('init', '--name', '德州市', '--code', 'DZ');
      run('deadline', 'import', 'rules.json');
      run('deadline', 'use', 'by-kind', '--from', '2019-01-01');
      run('appeal', 'import', 'appeals.csv');
      const list = JSON.parse(run('appeal', 'list', '--all', '--json')) as {
        externalNumber: string;
        dueOn: string;
      }[];
      const due = new Map(list.map((one) => [one.externalNumber, one.dueOn]));
      expect(cases.map(([received, days], at) => [received, days, due.get(`W${String(at)}`)])).toEqual(
        cases.map((one) => [...one]),
      );
    },
    60_000,
  );
});
