import { describe, expect, it } from 'vitest';
import { backupBase, backupName, findBackups } from '../../src/domain/backup-name.ts';

describe('names of backups', () => {
  it.each([
    ['liaison', '2026-11-27 03:12', undefined, 1, 'liaison-2026-11-27-0312.db'],
    ['liaison', '2026-11-27 03:12', '0123abcd', 1, 'liaison-2026-11-27-0312.0123abcd.db.age'],
    ['市.台账', '2026-11-27 03:12', undefined, 2, '市.台账-2026-11-27-0312-2.db'],
  ])('%s at %s', (base, time, tag, count, name) => {
    expect(backupName(base, time, { tag, count })).toBe(name);
    expect(findBackups(base, [name], '0123abcd')).toEqual([name]);
  });

  it('are of the database without its ending', () => {
    expect(['liaison.db', 'a.b.sqlite', '台账', 'x.DB'].map(backupBase)).toEqual([
      'liaison',
      'a.b',
      '台账',
      'x',
    ]);
  });

  it('are told from all else that lies there, the oldest first', () => {
    const others = ['liaison.db', 'liaison-2.db', 'other-2026-11-27-0312.db', 'liaison-2026-11-27.db', 'liaison-2026-11-27-0312.db-wal', 'liaison-county-2026-11-27-0312.db', 'liaison-2026-11-27-0312.ffffffff.db.age', 'liaison-2026-11-27-0312.db.age', 'liaison-2026-11-27-0312.0123abcd.db']; // prettier-ignore
    const own = ['liaison-2026-11-27-0312-10.db', 'liaison-2026-11-27-0312.db', 'liaison-2025-12-31-2359.0123abcd.db.age', 'liaison-2026-11-27-0312-2.db']; // prettier-ignore
    expect(findBackups('liaison', [...others, ...own], '0123abcd')).toEqual([
      'liaison-2025-12-31-2359.0123abcd.db.age',
      'liaison-2026-11-27-0312.db',
      'liaison-2026-11-27-0312-2.db',
      'liaison-2026-11-27-0312-10.db',
    ]);
  });
});
