import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/intake/decode.ts';
import { parseSource } from '../../src/intake/source.ts';

const text = '单位名称,热线\n市公安局,1023\n';
const gbk = Uint8Array.from([
  0xb5, 0xa5, 0xce, 0xbb, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xc8, 0xc8, 0xcf, 0xdf, 0x0a, 0xca, 0xd0, 0xb9, 0xab,
  0xb0, 0xb2, 0xbe, 0xd6, 0x2c, 0x31, 0x30, 0x32, 0x33, 0x0a,
]);

describe('decoding', () => {
  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with BOM', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['UTF-16LE with BOM', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16LE without BOM', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['UTF-16BE without BOM', Buffer.from(text, 'utf16le').swap16(), 'utf-16be'],
    ['GBK', gbk, 'gb18030'],
  ])('%s', (_name, bytes, encoding) => {
    expect(decodeText(bytes, 'f.csv')).toMatchObject({ text, encoding });
  });

  it('does not take Latin-1 for Chinese', () => {
    expect(() => decodeText(Buffer.from('Année,Café\n2021,7\n', 'latin1'), 'f.csv')).toThrow(
      'encoding-unknown',
    );
  });

  it('refuses an encoding that does not fit the bytes', () => {
    expect(() => decodeText(gbk, 'f.csv', 'utf-8')).toThrow('encoding-wrong');
  });
});

describe('reading a source', () => {
  it('finds the sign that parts the columns, and the line a row begins on', async () => {
    const bytes = Buffer.from('a;b\n"x\ny";2\nz;3\n');
    const { sheets } = await parseSource({ name: 'f.csv', bytes });
    expect([...(sheets[0]?.rows ?? [])]).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x\ny', '2'] },
      { line: 4, cells: ['z', '3'] },
    ]);
  });

  it.each([
    ['', 'file-empty'],
    ['\n \n', 'file-empty'],
    ['a,"b\n1,2\n', 'input-rejected'],
  ])('refuses %j', async (content, code) => {
    await expect(parseSource({ name: 'f.csv', bytes: Buffer.from(content) })).rejects.toThrow(code);
  });
});

it('lines that end in different ways are counted one by one', async () => {
  const source = { name: 'f.csv', bytes: Buffer.from('单位,热线\r\n甲局,1\n"乙\n局",2\r丙局,3\r\n') };
  const { sheets } = await parseSource(source, {});
  expect([...(sheets[0]?.rows ?? [])].map(({ line, cells }) => [line, cells[0]])).toEqual([
    [1, '单位'],
    [2, '甲局'],
    [3, '乙\n局'],
    [5, '丙局'],
  ]);
});
