import { expect, it } from 'vitest';
import { dezhou, setUpDezhou } from '../support/seeds.ts';
import Sqlite from '../support/raw-database.ts';

it('appeals of an older version get their words, phones and due days, in both jurisdictions', async () => {
  const desk = await setUpDezhou('units');
  await desk.json('jurisdiction', 'add', '平川县', '--code', 'PC');
  await desk.json('appeal', 'import', dezhou('appeals-2022.csv'), '--in', 'DZ');
  const log = ['appeal', 'log', '--kind', '求助', '--channel', '热线', '--in', 'PC', '--title'];
  await desk.json(...log, '县里路灯不亮', '--phone', '19900000077', '--time', '2022-03-01 09:00');
  const dump = (): unknown => {
    const file = new Sqlite(desk.database, { readonly: true });
    const found = {
      due: file.prepare('select id, due_on from appeal order by id').all(),
      phones: file.prepare('select appeal_id, digits from appeal_phone order by appeal_id, digits').all(),
      words: file.prepare('select rowid from appeal_search order by rowid').pluck().all(),
      pending: file.prepare('select * from appeal_pending').all(),
    };
    file.close();
    return found;
  };
  const before = dump();
  // As the schema before left them.
  const file = new Sqlite(desk.database);
  file.exec(`insert into appeal_pending select id from appeal; delete from appeal_phone;
    delete from appeal_search; update appeal set due_on = null`);
  file.close();
  expect(dump()).not.toEqual(before);
  // Whatever is asked next, also after an upgrade that was interrupted, completes them first.
  await desk.json('appeal', 'list', '--overdue', '--in', 'DZ');
  expect(dump()).toEqual(before);
  expect(await desk.json('appeal', 'search', '路灯', '--in', 'PC')).toMatchObject({ total: 1 });
  expect((await desk.liaison('database', 'check')).code).toBe(0);
});
