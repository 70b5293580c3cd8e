import fc from 'fast-check';
import { expect, it } from 'vitest';
import { indexAnyWords, indexWords } from '../../src/domain/tokens.ts';

it('words of plain texts are those that the long way finds', () => {
  const sign = fc.oneof(
    fc.constantFrom(...Array.from('路灯不亮供暖，。、！ aAzZ19（）…—\u3000ａＢ１々〆①ﬁ𠮷\u3002')),
    fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
  );
  const text = fc.array(sign, { maxLength: 40 }).map((signs) => signs.join(''));
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 3 }), (title, texts) => {
      expect(indexWords(title, texts)).toBe(indexAnyWords(title, texts));
    }),
    { numRuns: 2000 },
  );
});

it('words of long texts are found as well', () => {
  const text = Array.from({ length: 3000 }, (_, at) => String.fromCharCode(0x4e00 + ((at * 7) % 900))).join(
    '',
  );
  expect(indexWords('路灯', [text])).toBe(indexAnyWords('路灯', [text]));
  expect(indexWords(text.slice(0, 900), ['路灯'])).toBe(indexAnyWords(text.slice(0, 900), ['路灯']));
});
