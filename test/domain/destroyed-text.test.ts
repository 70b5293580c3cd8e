import { describe, expect, it } from 'vitest';
import {
  findTwiceEncoded,
  hasLostCharacter,
  isDestroyed,
  isOnlyQuestionMarks,
} from '../../src/domain/destroyed-text.ts';

const latin = (bytes: Buffer): string => new TextDecoder('windows-1252').decode(bytes);
const gbk = (bytes: Buffer): string => new TextDecoder('gb18030').decode(bytes);

describe('text that was encoded twice', () => {
  it.each(['市教育局', '德州市住房和城乡建设局', '路灯不亮，请尽快修复', '单位名称'])(
    '%s is seen in what UTF-8 taken for GBK makes of it',
    (text) => {
      const before = findTwiceEncoded(gbk(Buffer.from(text)));
      expect(before !== undefined && text.startsWith(before.slice(0, 3))).toBe(true);
    },
  );

  it.each(['市教育局', '德州市公安局', '小区停电两天'])('%s is seen in western signs', (text) => {
    expect(findTwiceEncoded(latin(Buffer.from(text)))).toContain(text.slice(0, 2));
  });

  it('GBK taken for western text is seen', () => {
    expect(findTwiceEncoded('µÂÖÝÊÐ½ÌÓý¾Ö')).toBe('德州市教育局');
  });

  it.each([
    '市教育局', '王溟淞', '联通公司', 'Année scolaire', 'Zürich und Köln', '魑魅魍魉', '濞茬景', '瑕变督', '乌鲁木齐·阿不都', '负责签收、转办、答复。', '鐑', 'ÄÖÜ', '', '①②③', '😀😀😀',
  ])('%s is as it should be', (text) => {
    expect(findTwiceEncoded(text)).toBeUndefined();
  }); // prettier-ignore
});

it.each([
  ['锟斤拷锟斤拷', true],
  ['烫烫烫', true],
  ['屯屯屯', true],
  ['a\uFFFDb', true],
  ['汤烫了', false],
  ['屯留县', false],
])('%s is destroyed: %s', (text, is) => {
  expect(isDestroyed(text)).toBe(is);
});

it.each([
  ['????', true],
  ['???，???', true],
  ['(????)', true],
  ['??', false],
  ['Why???', false],
  ['何时修???', false],
])('%s is nothing but question marks: %s', (text, is) => {
  expect(isOnlyQuestionMarks(text)).toBe(is);
});

it.each([
  ['张?', true],
  ['李□', true],
  ['赵〓三', true],
  ['张某甲', false],
  ['O?', false],
])('%s has lost a character: %s', (name, has) => {
  expect(hasLostCharacter(name)).toBe(has);
});
