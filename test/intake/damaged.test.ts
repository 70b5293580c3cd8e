import * as Xlsx from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { isAppError } from '../../src/errors.ts';
import { parseSource } from '../../src/intake/source.ts';

/** Numbers that come in the same order each time. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const tab = Xlsx.utils.aoa_to_sheet([
  ['单位名称', '热线', '网办'],
  ...Array.from({ length: 40 }, (_, at) => [`第${String(at)}局`, at * 7, at]),
]);
const book = Xlsx.utils.book_new();
Xlsx.utils.book_append_sheet(book, tab, '表');

describe('a workbook with damaged bytes', () => {
  it.each(['xlsx', 'xlsb', 'ods', 'biff8', 'fods', 'xlml'] as const)(
    '%s is read or refused, and neither without end nor as a defect',
    async (bookType) => {
      const whole = new Uint8Array(
        Xlsx.write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer,
      );
      const next = chance(7);
      for (let round = 0; round < 150; round += 1) {
        const bytes = whole.slice();
        for (let count = 1 + next(4); count > 0; count -= 1) bytes[next(bytes.length)] = next(256);
        const length = next(5) === 0 ? next(bytes.length) : bytes.length;
        try {
          await parseSource({ name: 'f', bytes: bytes.subarray(0, length) });
        } catch (error) {
          expect([round, isAppError(error) ? 'told' : error]).toEqual([round, 'told']);
        }
      }
    },
    60_000,
  );
});
