import { expect, it } from 'vitest';
import type { Desk } from '../../src/domain/desk.ts';
import { makeDeskValues } from '../../src/domain/desk-fields.ts';
import { balanceOffices } from '../../src/domain/office-balance.ts';

const office = (name: string, withdrawnOn: string | null = null) => ({ name, withdrawnOn });
const desk = (fields: Readonly<Record<string, string>>): Desk => ({
  ...makeDeskValues((field) => fields[field] ?? null),
  persons: [],
});
const dedicated = desk({ tier: 'dedicated', name: '群众工作科', replacedOffice: '综治科' });
const days = { day: '2022-01-18', today: '2022-04-08' };

it('counts one withdrawn and one set up as many as before (撤一建一)', () => {
  const offices = [office('办公室'), office('综治科', '2022-01-18'), office('业务科'), office('群众工作科')];
  expect(balanceOffices({ offices, limit: 3, desk: dedicated }, days)).toEqual({
    ...{ inForce: ['办公室', '业务科', '群众工作科'], since: '2022-01-18', before: 3, after: 3 },
    withdrawn: [{ name: '综治科', on: '2022-01-18' }],
    ...{ setUp: '群众工作科', limit: 3, isWithin: true },
  });
});

it('counts a section that the list has not yet', () => {
  const offices = [office('办公室'), office('综治科', '2022-01-18')];
  const { before, after, inForce } = balanceOffices({ offices, limit: null, desk: dedicated }, days);
  expect([before, after, inForce]).toEqual([2, 2, ['办公室', '群众工作科']]);
});

it('counts before the office that gave way was withdrawn, where that was before the section came', () => {
  const offices = [office('办公室'), office('综治科', '2022-01-05'), office('老科', '2020-01-01')];
  const balance = balanceOffices({ offices, limit: 1, desk: dedicated }, days);
  expect(balance).toMatchObject({ since: '2022-01-05', before: 2, after: 2, isWithin: false });
  // What was withdrawn long before is no part of it.
  expect(balance.withdrawn.map(({ name }) => name)).toEqual(['综治科']);
});

it('is one more where nothing was withdrawn', () => {
  const offices = [office('办公室'), office('综治科'), office('群众工作科')];
  const balance = balanceOffices({ offices, limit: 2, desk: dedicated }, days);
  expect(balance).toMatchObject({ before: 2, after: 3, withdrawn: [], isWithin: false });
});

it('sets up no office where a name was added, or somebody designated', () => {
  const offices = [office('办公室'), office('综治科')];
  for (const tier of ['attached', 'designated'])
    expect(
      balanceOffices({ offices, limit: 2, desk: desk({ tier, name: '群众工作科' }) }, days),
    ).toMatchObject({ before: 2, after: 2, setUp: null, isWithin: true });
});

it('counts nothing where no offices are on record, and nothing before where no day is', () => {
  expect(balanceOffices({ offices: [], limit: 3, desk: dedicated }, days)).toMatchObject({
    before: null,
    after: null,
    isWithin: null,
  });
  expect(
    balanceOffices({ offices: [office('办公室')], limit: 3, desk: undefined }, { ...days, day: null }),
  ).toMatchObject({ since: null, before: null, after: 1, isWithin: true });
});
