import { expect, it } from 'vitest';
import { openStore } from '../../src/store/database.ts';
import { findLiaisonOn, listDesks } from '../../src/store/desks.ts';
import { listUnits } from '../../src/store/units.ts';
import { setUpDezhou } from '../support/seeds.ts';

it('a person at a desk holds until the day before another comes, who holds on it', async () => {
  const desk = await setUpDezhou('published');
  desk.setTime('2022-05-08T04:00:00Z');
  await desk.json('desk', 'set', '市公安局', '--liaison', '李某新', '--from', '2022-05-01');
  const store = await openStore(desk.database);
  const { id = 0 } = (await listUnits(store.db, 1)).find(({ name }) => name === '市公安局') ?? {};
  const days = ['2022-04-30', '2022-05-01', '2022-05-02'];
  const found = await Promise.all(days.map((day) => findLiaisonOn(store.db, id, day)));
  expect(found).toEqual(['孙某己', '李某新', '李某新']);
  const now = (await listDesks(store.db, 1)).get(id)?.persons.filter(({ role }) => role === 'liaison');
  expect(now?.map(({ name }) => name)).toEqual(['李某新']);
  await store.close();
});
