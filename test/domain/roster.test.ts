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

const words = { tier: (tier: Tier): string => tier, noGroup: '其他单位' };

describe('headings', () => {
  const tiers: Tier[] = ['designated', 'dedicated', 'attached', 'dedicated'];
  const entries = makeRoster(
    tiers.map((tier, at) => source(at + 1, { tier, group: at < 2 ? '党委' : '政府' })),
    null,
  );

  it('come by group, numbers going on', () => {
    const groups = groupEntries(entries, 'group', words, 'as-they-stand');
    expect(groups.map(({ heading, entries: of }) => [heading, of.map(({ number }) => number)])).toEqual([
      ['党委', [1, 2]],
      ['政府', [3, 4]],
    ]);
  });

  it('come tier by tier, numbered anew, and counties after the city', () => {
    const county = entries.slice(0, 1).map((entry) => ({ ...entry, county: '平川县' }));
    const groups = groupEntries([...entries, ...county], 'tier', words, 'gathered');
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

describe('groups that are gathered', () => {
  const gather = (...names: readonly (string | null)[]): unknown => {
    const entries = makeRoster(
      names.map((group, at) => source(at + 1, { group })),
      null,
    );
    return groupEntries(entries, 'group', words, 'gathered').map(({ heading, entries: of }) => [
      heading,
      of.map(({ number, unitCode }) => `${String(number)} ${unitCode}`),
    ]);
  };

  it.each([
    ['a unit whose group begins elsewhere', ['党委', '政府', '党委'], [['党委', ['1 U1', '2 U3']], ['政府', ['3 U2']]]],
    ['a unit without a group between two of one', ['党委', null, '党委'], [['党委', ['1 U1', '2 U3']], ['其他单位', ['3 U2']]]],
    ['units before any group', [null, '党委', null], [[null, ['1 U1']], ['党委', ['2 U2']], ['其他单位', ['3 U3']]]],
    ['no group at all', [null, null], [[null, ['1 U1', '2 U2']]]],
  ])('put %s where nobody takes it for another’s', (_what, names, expected) => {
    expect(gather(...names)).toEqual(expected);
  }); // prettier-ignore
});

describe('the place of a line', () => {
  const line = (code: string, group: string | null = '党委'): RosterEntry => {
    const [entry] = makeRoster([source(1, { group })], null);
    if (entry === undefined) throw new Error('no line');
    return { ...entry, unitCode: code, unit: code };
  };
  const moves = (before: string, after: string): unknown =>
    compareRosters(
      Array.from(before, (code) => line(code)),
      Array.from(after, (code) => line(code)),
      'public',
      { withPlace: true },
    ).map(({ unit, changes: [change] }) => [unit, change?.before, change?.after]);

  it.each([
    ['ABCD', 'ABCD', []],
    ['ABCD', 'DABC', [['D', 'C', null]]],
    ['ABCDE', 'BCADE', [['A', null, 'C']]],
    ['ABCDE', 'EDCBA', [['E', 'D', null], ['D', 'C', 'E'], ['C', 'B', 'D'], ['B', 'A', 'C']]],
  ])('from %s to %s is told of those alone that were moved', (before, after, expected) => {
    expect(moves(before, after)).toEqual(expected);
  }); // prettier-ignore

  it('is no matter of units that come or go, and is not looked at in the first layout', () => {
    const kinds = (before: string, after: string, withPlace: boolean): string[] =>
      compareRosters(
        Array.from(before, (code) => line(code)),
        Array.from(after, (code) => line(code)),
        'public',
        { withPlace },
      ).map(({ kind, unit }) => `${kind} ${unit}`);
    expect(kinds('ABC', 'AXC', true)).toEqual(['new X', 'gone B']);
    expect(kinds('ABC', 'CAB', false)).toEqual([]);
  });

  it('is another under another heading', () => {
    const diffs = compareRosters([line('A', '党委')], [line('A', '政府')], 'public', { withPlace: true });
    expect(diffs[0]?.changes).toEqual([{ field: 'group', before: '党委', after: '政府' }]);
  });
});

describe('the difference of two rosters', () => {
  const [one] = makeRoster([source(1)], null);
  if (one === undefined) throw new Error('no line');
  const entry: RosterEntry = { ...one, phones: ['0534-1'], internal: { ...one.internal, head: '甲' } };

  it('tells fields from what to what; inner ones on the internal copy alone', () => {
    const later = { ...entry, number: 7, phones: ['0534-2'], internal: { ...entry.internal, head: '乙' } };
    expect(compareRosters([entry], [later], 'public', { withPlace: false })).toEqual([
      {
        kind: 'changed',
        unitCode: 'U1',
        unit: '单位1',
        changes: [{ field: 'phones', before: '0534-1', after: '0534-2' }],
      },
    ]);
    expect(
      compareRosters([entry], [later], 'internal', { withPlace: false })[0]?.changes.map(
        ({ field }) => field,
      ),
    ).toEqual(['phones', 'head']);
  });

  it('tells new and gone units, and nothing of equal ones', () => {
    const other = { ...entry, unitCode: 'U2', unit: '单位2' };
    expect(compareRosters([entry], [entry], 'internal', { withPlace: false })).toEqual([]);
    expect(
      compareRosters([entry], [other], 'public', { withPlace: false }).map(({ kind, unit }) => [kind, unit]),
    ).toEqual([
      ['new', '单位2'],
      ['gone', '单位1'],
    ]);
  });

  it('keeps a county’s unit apart from a city’s of the same code', () => {
    expect(
      compareRosters([entry], [entry, { ...entry, county: '平川县' }], 'public', { withPlace: false }),
    ).toMatchObject([{ kind: 'new', county: '平川县' }]);
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
