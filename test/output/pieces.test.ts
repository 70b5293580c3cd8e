import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/output/csv.ts';
import { writeJsonPieces, writeCsvPieces } from '../../src/output/pieces.ts';
import type { View } from '../../src/output/view.ts';

/** Lines with what a writer may trip over: line breaks, quotes, nothing, lists within. */
const lines = Array.from({ length: 23 }, (_, at) => ({
  number: at,
  text: at % 3 === 0 ? '一行\n"二行"\n    三行' : '=1+1',
  inner: at % 4 === 0 ? [] : [{ a: null, b: ['x', 'y'] }],
}));

async function* inPages(size: number): AsyncGenerator<readonly (typeof lines)[number][]> {
  for (let at = 0; at < lines.length; at += size) {
    await Promise.resolve();
    yield lines.slice(at, at + size);
  }
}

async function join(pieces: AsyncIterable<string>): Promise<string> {
  let whole = '';
  for await (const piece of pieces) whole += piece;
  return whole;
}

const viewOf = (some: typeof lines): View => [
  { kind: 'title', text: '清单' },
  {
    kind: 'table',
    table: {
      columns: [{ title: '编号' }, { title: '内容' }],
      rows: some.map(({ number, text }) => [String(number), text]),
    },
  },
];

describe('a list written piece by piece', () => {
  it('is as JSON what the whole of it is, for a pipe and for a file', async () => {
    for (const size of [1, 5, 23, 100])
      for (const indent of [undefined, 2])
        expect(await join(writeJsonPieces(inPages(size), (line) => line, indent))).toBe(
          `${JSON.stringify(lines, null, indent)}\n`,
        );
  });

  it('is as CSV what the whole of it is', async () => {
    for (const size of [1, 5, 23, 100])
      expect(await join(writeCsvPieces(inPages(size), (some) => viewOf([...some])))).toBe(
        writeCsv(viewOf(lines)),
      );
  });

  it('holds nothing but its ends where there are no lines', async () => {
    async function* none(): AsyncGenerator<readonly (typeof lines)[number][]> {
      // There is nothing.
    }
    for (const indent of [undefined, 2])
      expect(await join(writeJsonPieces(none(), (line) => line, indent))).toBe('[]\n');
    expect(await join(writeCsvPieces(none(), () => viewOf([])))).toBe(writeCsv(viewOf([])));
  });
});
