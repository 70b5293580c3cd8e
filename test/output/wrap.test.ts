import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showHidden } from '../../src/output/visible.ts';
import { displayWidth, wrapText } from '../../src/output/wrap.ts';

describe('display width', () => {
  it.each([
    ['abc', 3],
    ['市公安局', 8],
    ['（甲）', 6],
    ['é', 1],
    ['e\u0301', 1],
    ['Ａ', 2],
    ['😀', 2],
    ['', 0],
  ])('of %s', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('wrapping', () => {
  it('breaks Chinese anywhere, but no line begins with a closing sign', () => {
    expect(wrapText('防群众诉求“转圈”》；通知', 16)).toEqual(['防群众诉求“转', '圈”》；通知']);
  });

  it('breaks Latin at spaces and longer words where it must', () => {
    expect(wrapText('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapText('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  });

  it('never exceeds the width and loses nothing but spaces', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', ' ', '市', '，', '》', '1') }),
        fc.integer({ min: 4, max: 20 }),
        (text, width) => {
          const lines = wrapText(text, width);
          for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        },
      ),
    );
  });
});

it('shows what would move the cursor, colour, turn or hide', () => {
  expect(showHidden('a\u001b[31mb\u009bc\u202ed\u200be\u2028f\rg\th\r\ni')).toBe(
    'a\\x1b[31mb\\x9bc\\u202ed\\u200be\\u2028f\\x0dg h\ni',
  );
});
