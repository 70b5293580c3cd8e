import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasDigits } from '../../src/domain/masking-signs.ts';

it('five digits, in whatever writing and with whatever between, may be a number that is masked', () => {
  for (const digits of [
    '13812',
    '１３８１２',
    '一三八一二',
    '①③⑧①②',
    '壹叁捌幺两三',
    '1三８①𝟐',
    '𝟏𝟑𝟖𝟏𝟐',
    '1 路 3 灯 8，1、2',
  ])
    expect(hasDigits(`请拨打${digits}联系`), digits).toBe(true);
  for (const digits of ['1381', '一三八一', '𝟏𝟑𝟖𝟏', '十两百千万', '\ud835\ud835\ud835\ud835\ud835', ''])
    expect(hasDigits(`请拨打${digits}联系`), digits).toBe(false);
});

it('signs of all sorts are counted as the pattern for them counts', () => {
  const digit =
    /[\d０-９\u{1d7ce}-\u{1d7ff}〇零○⓪⓿一幺壹①❶➀➊⓵⑴¹₁㊀⒈㈠二贰貳②❷➁➋⓶⑵²₂㊁⒉㈡三叁叄③❸➂➌⓷⑶³₃㊂⒊㈢四肆④❹➃➍⓸⑷⁴₄㊃⒋㈣五伍⑤❺➄➎⓹⑸⁵₅㊄⒌㈤六陆陸⑥❻➅➏⓺⑹⁶₆㊅⒍㈥七柒⑦❼➆➐⓻⑺⁷₇㊆⒎㈦八捌⑧❽➇➑⓼⑻⁸₈㊇⒏㈧九玖⑨❾➈➒⓽⑼⁹₉㊈⒐㈨]/gu;
  const sign = fc.constantFrom('1', '９', '𝟎', '𝟿', '𝠀', '三', '⑦', '⒏', '路', 'a', '\ud835', '\udfce', '两');
  fc.assert(
    fc.property(fc.string({ unit: sign, maxLength: 20 }), (text) => {
      expect(hasDigits(text)).toBe((text.match(digit) ?? []).length >= 5);
    }),
    { numRuns: 2000 },
  );
});
