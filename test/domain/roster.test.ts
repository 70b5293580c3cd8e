import { describe, expect, it } from 'vitest';
import type { RosterEntry, RosterSource } from '../../src/domain/roster.ts';
import { groupEntries, makeRoster } from '../../src/domain/roster.ts';
import { compareRosters } from '../../src/domain/roster-diff.ts';
import {
  defaultTemplates,
  parseDuties,
  parseTemplate,
  templateKinds,
} from '../../src/domain/roster-template.ts';
import type { Tier } from '../../src/domain/scheme.ts';

function source(unitId: number, more: Partial<RosterSource> = {}): RosterSource {
  return {
    unitId,
    parentId: null,
    unitCode: `U${String(unitId)}`,
    unit: `单位${String(unitId)}`,
    group: null,
    sort: unitId,
    tier: 'designated',
    desk: undefined,
    firstResponsible: null,
    ...more,
  };
}

const order = (sources: RosterSource[]) => makeRoster(sources, null).map(({ unitCode }) => unitCode);

describe('the order of a roster', () => {
  it('is the official one, by sort number and then by code', () => {
    expect(order([source(3), source(1, { sort: 9 }), source(2)])).toEqual(['U2', 'U3', 'U1']);
  });

  it('puts subordinate units right after their parents, under the parent’s heading', () => {
    const sources = [
      source(1, { group: '政府部门' }),
      source(2, { group: '政府部门' }),
      source(3, { parentId: 1, group: '事业单位' }),
      source(4, { parentId: 3 }),
    ];
    const roster = makeRoster(sources, null);
    expect(roster.map(({ unitCode, group, number }) => [unitCode, group, number])).toEqual([
      ['U1', '政府部门', 1],
      ['U3', '政府部门', 2],
      ['U4', '政府部门', 3],
      ['U2', '政府部门', 4],
    ]);
  });

  it('leaves nobody out when parents are missing or name each other', () => {
    expect(
      order([source(1, { parentId: 99 }), source(2, { parentId: 3 }), source(3, { parentId: 2 })]),
    ).toEqual(['U1', 'U2', 'U3']);
  });
});

describe('headings', () => {
  const tiers: Tier[] = ['designated', 'dedicated', 'attached', 'dedicated'];
  const entries = makeRoster(
    tiers.map((tier, at) => source(at + 1, { tier, group: at < 2 ? '党委' : '政府' })),
    null,
  );

  it('come by group, numbers going on', () => {
    const groups = groupEntries(entries, 'group', (tier) => tier);
    expect(groups.map(({ heading, entries: of }) => [heading, of.map(({ number }) => number)])).toEqual([
      ['党委', [1, 2]],
      ['政府', [3, 4]],
    ]);
  });

  it('come tier by tier, numbered anew, and counties after the city', () => {
    const county = entries.slice(0, 1).map((entry) => ({ ...entry, county: '平川县' }));
    const groups = groupEntries([...entries, ...county], 'tier', (tier) => tier);
    expect(
      groups.map(({ heading, entries: of }) => [
        heading,
        of.map(({ number, unitCode }) => `${String(number)} ${unitCode}`),
      ]),
    ).toEqual([
      ['dedicated', ['1 U2', '2 U4']],
      ['attached', ['3 U3']],
      ['designated', ['4 U1']],
      ['平川县 · designated', ['5 U1']],
    ]);
  });
});

describe('the difference of two rosters', () => {
  const [one] = makeRoster([source(1)], null);
  if (one === undefined) throw new Error('no line');
  const entry: RosterEntry = { ...one, phones: ['0534-1'], internal: { ...one.internal, head: '甲' } };

  it('tells fields from what to what; inner ones on the internal copy alone', () => {
    const later = { ...entry, number: 7, phones: ['0534-2'], internal: { ...entry.internal, head: '乙' } };
    expect(compareRosters([entry], [later], 'public')).toEqual([
      {
        kind: 'changed',
        unitCode: 'U1',
        unit: '单位1',
        changes: [{ field: 'phones', before: '0534-1', after: '0534-2' }],
      },
    ]);
    expect(compareRosters([entry], [later], 'internal')[0]?.changes.map(({ field }) => field)).toEqual([
      'phones',
      'head',
    ]);
  });

  it('tells new and gone units, and nothing of equal ones', () => {
    const other = { ...entry, unitCode: 'U2', unit: '单位2' };
    expect(compareRosters([entry], [entry], 'internal')).toEqual([]);
    expect(compareRosters([entry], [other], 'public').map(({ kind, unit }) => [kind, unit])).toEqual([
      ['new', '单位2'],
      ['gone', '单位1'],
    ]);
  });

  it('keeps a county’s unit apart from a city’s of the same code', () => {
    expect(compareRosters([entry], [entry, { ...entry, county: '平川县' }], 'public')).toMatchObject([
      { kind: 'new', county: '平川县' },
    ]);
  });
});

describe('templates', () => {
  it.each(templateKinds)('the one for %s that the tool brings is sound', (kind) => {
    expect(parseTemplate(kind, defaultTemplates[kind]).faults).toEqual([]);
  });

  it('have duties for every tier', () => {
    const duties = parseDuties(parseTemplate('duties', defaultTemplates.duties).sections);
    expect(Object.values(duties).every((text) => text.length > 10)).toBe(true);
  });

  it('say what is missing and what nobody fills in', () => {
    expect(parseTemplate('notice', '【标题】\n关于{城市}\n【正文】\n\n').faults).toEqual([
      { kind: 'section-missing', section: '正文' },
      { kind: 'section-missing', section: '附件' },
      { kind: 'placeholder-unknown', placeholder: '城市' },
    ]);
  });
});
