import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { setUpDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';

const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline'];

it('takes one text from standard input, so that it stands on no command line', async () => {
  const desk = await setUpDezhou('units');
  const typed = (text: string | Uint8Array) =>
    setUpDesk({ folder: desk.folder, input: Readable.from([Buffer.from(text)]) });
  await typed('路灯不亮\n').json(...log, '--title', '-', '--to', '市公安局');
  expect(await desk.json('appeal', 'show', '2022-000001')).toMatchObject({ title: '路灯不亮' });
  // As a Chinese Windows writes into a pipe.
  await typed(Buffer.from([0xc2, 0xb7, 0xb5, 0xc6])).json(...log, '--title', '-');
  expect(await desk.json('appeal', 'show', '2022-000002')).toMatchObject({ title: '路灯' });
  await typed('199 0000 0001').json('appeal', 'correct', '2022-000001', '--phone', '-');
  await typed('王小明').json('appeal', 'correct', '2022-000001', '--caller', '-');
  await typed('已联系').json('appeal', 'note', '2022-000001', '--text', '-');
  expect(await typed('19900000001').json('appeal', 'search', '--phone', '-')).toMatchObject({ total: 1 });
  expect(await desk.json('appeal', 'show', '2022-000001')).toMatchObject({
    caller: '王**',
    phone: '199****0001',
  });
  // One at a time, and something.
  expect((await typed('x').liaison(...log, '--title', '-', '--caller', '-')).code).toBe(2);
  expect((await typed('x').liaison('appeal', 'accept', '--from-file', '-', '--text', '-')).code).toBe(2);
  expect((await typed('').liaison(...log, '--title', '-')).code).toBe(2);
  const wrong = await typed('没有电话').liaison('appeal', 'correct', '2022-000001', '--phone', '-');
  expect(wrong.code).toBe(2);
});

it('asks for any of them at a terminal', async () => {
  const desk = await setUpDezhou('units');
  const answers = [
    ['title', '路灯\r'],
    ['caller', '王小明\r'],
    ['phone', '19900000001\r'],
  ] as const;
  const { code } = await desk.answer([...answers], ...log, '--title', '-', '--caller', '-', '--phone', '-');
  expect(code).toBe(0);
  expect(await desk.json('appeal', 'show', '2022-000001')).toMatchObject({ title: '路灯', caller: '王**' });
});
