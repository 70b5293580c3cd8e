import { describe, expect, it } from 'vitest';
import { deskFieldFacts, deskFields, printedFields } from '../../src/domain/desk-fields.ts';
import { en } from '../../src/text/en.ts';
import { zh } from '../../src/text/zh.ts';
import { makePaper } from '../../src/output/roster/paper.ts';
import { plainArrangement } from '../../src/output/papers/arrangement.ts';
import { setUpDezhou } from '../support/seeds.ts';

/** A value for each kind of field, another one each time. */
const valueOf = (kind: string, at: number): string =>
  ({
    tier: 'attached',
    text: `值${String(at)}`,
    'document-no': `德编〔2022〕${String(at)}号`,
    phones: `0534-23100${String(at).padStart(2, '0')}`,
    day: `2022-01-${String(at + 1).padStart(2, '0')}`,
  })[kind] ?? '';

const values = Object.fromEntries(
  deskFields.map((field, at) => [field, valueOf(deskFieldFacts(field).kind, at)]),
);

/** As programs know it. */
const wordOf = (field: string): string => (field === 'tier' ? 'form' : field);

describe('each field of a desk', () => {
  it('is asked for by the form under a name that a file may head its column by', () => {
    for (const field of deskFields) {
      expect([field, deskFieldFacts(field).headers]).toEqual([
        field,
        expect.arrayContaining([zh.views.desk.fields[field].name]),
      ]);
      expect(en.views.desk.fields[field].help).not.toBe('');
    }
  });

  it('no header leads to two of them', () => {
    const headers = deskFields.flatMap((field) => deskFieldFacts(field).headers);
    expect(new Set(headers).size).toBe(headers.length);
  });

  it('is set by its option, kept, shown and told apart', async () => {
    const desk = await setUpDezhou('adopted');
    const options = deskFields.flatMap((field) => [`--${deskFieldFacts(field).option}`, values[field] ?? '']);
    const { changes } = (await desk.json('desk', 'set', '市公安局', ...options)) as {
      changes: { field: string; after: string }[];
    };
    expect(Object.fromEntries(changes.map(({ field, after }) => [field, after]))).toEqual(
      Object.fromEntries(deskFields.map((field) => [wordOf(field), values[field]])),
    );
    const shown = (await desk.json('desk', 'show', '市公安局')) as Record<string, unknown>;
    const { out } = await desk.liaison('desk', 'show', '市公安局');
    for (const field of deskFields) {
      expect([field, shown[wordOf(field)]]).toEqual([field, values[field]]);
      expect(out).toContain(field === 'tier' ? 'attached' : values[field]);
    }
  });

  it('comes in from a file by each of its headers, and is undone with it', async () => {
    for (let at = 0; at < 5; at += 1) {
      const headers = deskFields.map(
        (field) => deskFieldFacts(field).headers.at(at) ?? deskFieldFacts(field).headers[0],
      );
      const desk = await setUpDezhou('adopted');
      desk.write(
        'd.csv',
        `单位名称,${headers.join(',')}\n市公安局,${deskFields.map((field) => values[field]).join(',')}\n`,
      );
      await desk.json('desk', 'import', 'd.csv');
      const shown = (await desk.json('desk', 'show', '市公安局')) as Record<string, unknown>;
      expect(deskFields.map((field) => shown[wordOf(field)])).toEqual(
        deskFields.map((field) => values[field]),
      );
      const { changes } = (await desk.json('import', 'show', '3')) as { changes: { field: string }[] };
      expect(changes.map(({ field }) => field)).toEqual(
        expect.arrayContaining(deskFields.map((field) => `desk.${wordOf(field)}`)),
      );
    }
  });

  it('that a line of the roster has is printed by the newest layout', () => {
    const entry = Object.fromEntries(printedFields.map((field) => [field, `〔${field}〕`]));
    const paper = makePaper({
      notice: { jurisdiction: '', recipients: [], title: '', paragraphs: [], annex: '' },
      ...{
        edition: null,
        draft: null,
        day: '2022-01-18',
        copy: 'public',
        by: 'group',
        diffs: null,
        foot: [],
      },
      arrangement: plainArrangement,
      entries: [{ number: 1, unit: '', group: null, desk: '', phones: [], internal: {}, ...entry } as never],
    });
    const row = paper.groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
    for (const field of printedFields) expect(row.join(' ')).toContain(`〔${field}〕`);
  });
});
