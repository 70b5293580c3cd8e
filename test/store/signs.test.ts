import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SignSet } from '../../src/store/engine/signs.ts';

/** Bytes in blocks of some size. */
function* inBlocks(bytes: Buffer, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const text = fc.string({
  unit: fc.constantFrom('路', '灯', '不', 'a', '1', '\u0000'),
  minLength: 1,
  maxLength: 60,
});

describe('signs in bytes', () => {
  it('are found where they stand, whatever their length and wherever blocks end', () => {
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 12 }),
        text,
        fc.integer({ min: 1, max: 200 }),
        (signs, bytes, size) => {
          const set = new SignSet();
          const places = signs.map((sign) => set.add(sign));
          expect(set.count).toBe(new Set(signs).size);
          const whole = Buffer.from(bytes + (signs[0] ?? '') + bytes);
          const found = set.findIn(inBlocks(whole, size));
          signs.forEach((sign, at) => {
            expect(found.has(places[at] ?? -1)).toBe(whole.includes(Buffer.from(sign)));
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('that begin or end alike are many without taking long', () => {
    const set = new SignSet();
    const sign = (at: number): string =>
      `市民来电反映其居住的小区存在以下问题：第${String(at)}号楼，请有关部门尽快处理并回复。`;
    for (let at = 0; at < 20_000; at += 1) set.add(sign(at));
    expect(set.count).toBe(20_000);
    const bytes = Buffer.from(Array.from({ length: 20_000 }, (_, at) => sign(at * 2)).join('|'));
    expect(set.findIn(inBlocks(bytes, 65_536)).size).toBe(10_000);
  });

  it('of no byte are none', () => {
    expect(new SignSet().add('')).toBeUndefined();
    expect(new SignSet().findIn([Buffer.from('x')]).size).toBe(0);
  });
});
