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

it('masks the caller and every phone in a text, and neither order numbers nor dates', () => {
  const personal = { caller: '王某某', phone: '13812345678' };
  const text = '我是王某某，电话13812345678，或0534-2851344；工单202202070001，2022-02-07，楼层12。';
  expect(maskText(text, personal)).toBe(
    '我是王**，电话138****5678，或0534-285****；工单202202070001，2022-02-07，楼层12。',
  );
});
