import { expect, it } from 'vitest';
import { maskName, maskPhone, maskText } from '../../src/domain/masking.ts';

it.each([
  ['王某某', '王**'],
  ['王', '王*'],
  ['欧阳小明', '欧***'],
])('masks the name %s', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

it.each([
  ['13812345678', '138****5678'],
  ['138 1234 5678', '138****5678'],
  ['0534-2851344', '0534-285****'],
  ['2851344', '285****'],
  ['12345', '****'],
])('masks the phone %s', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked);
});

it.each([
  ['013812345678', '138****5678'],
  ['138 - 1234 - 5678', '138****5678'],
  ['138/1234/5678', '138****5678'],
  ['138，1234，5678', '138****5678'],
  ['138（12345678）', '138****5678）'],
  ['138\u200b1234\u200b5678', '138****5678'],
  ['8613812345678', '138****5678'],
  ['1381234567813987654321', '138****4321'],
  ['𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖', '138****5678'],
  ['幺三八 一二三四 五六七八', '****'],
  ['壹叁捌壹贰叁肆伍陆柒捌', '****'],
  ['电话编号:2851344', '电话编号:285****'],
  ['13812345678、13987654321', '138****5678、139****4321'],
])('masks %s in a text', (text, masked) => {
  expect(maskText(text, { caller: null, phone: null })).toBe(masked);
});

it.each([
  ['王建国（女）', '王建国反映', '王**反映'],
  ['王建国、李小红', '王建国和李小红', '王**和李**'],
  ['王建国 李小红', '李小红称', '李**称'],
  ['王建国', '王-建-国', '王**'],
  ['Smith, John', 'John Smith called', 'J*** S**** called'],
])('masks the caller %s', (caller, text, masked) => {
  expect(maskText(text, { caller, phone: null })).toBe(masked);
});

it.each([
  '国标GB/T 9704-2012', '夜间2200-0600施工', '3000-4000人', 'K3456-3460路段', '欠款34567890.50元', '¥3456789', '水表号2345678',
  '东经116.3578901', '150、2000、3000元', '135/2000/3000元', '一二三四五六七八九栋', '400-658-1234',
])('leaves %s as it is', (text) => {
  expect(maskText(text, { caller: null, phone: null })).toBe(text);
}); // prettier-ignore

it('takes no word that stands for nobody for a name, and no number of a service for a caller’s phone', () => {
  expect(maskText('业主委员会选举', { caller: '业主', phone: null })).toBe('业主委员会选举');
  expect(maskText('先生您好', { caller: '匿名', phone: null })).toBe('先生您好');
  expect(maskText('致电12345热线', { caller: null, phone: '12345' })).toBe('致电12345热线');
});

it('masks each of several phones', () => {
  expect(maskPhone('13812345678/13987654321')).toBe('138****5678、139****4321');
});

it('masks the caller and every phone in a text, and neither order numbers nor dates', () => {
  const personal = { caller: '王某某', phone: '13812345678' };
  const text = '我是王某某，电话13812345678，或0534-2851344；工单202202070001，2022-02-07，楼层12。';
  expect(maskText(text, personal)).toBe(
    '我是王**，电话138****5678，或0534-285****；工单202202070001，2022-02-07，楼层12。',
  );
});
