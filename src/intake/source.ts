import { AppError } from '../errors.ts';
import { decodeText, encodings } from './decode.ts';
import type { Encoding } from './decode.ts';
import { readCsv } from './sheet.ts';
import type { Sheet } from './sheet.ts';

/** A file to import: its name as people gave it, and its bytes. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file as a sheet, with what was found out about it on the way. */
export interface ReadSource {
  readonly sheet: Sheet;
  readonly encoding: Encoding;
}

/** Reads a file into a sheet. Errors: `file-empty`, `encoding-not-known`, those of decoding, and those of CSV. */
export async function readSource(source: SourceFile, asked?: string): Promise<ReadSource> {
  const { name, bytes } = source;
  const wanted = asked === undefined ? undefined : findEncoding(asked);
  if (bytes.length === 0) throw new AppError('file-empty', { file: name });
  const { text, encoding } = decodeText(bytes, name, wanted);
  if (text.trim() === '') throw new AppError('file-empty', { file: name });
  return { sheet: await readCsv(text, name), encoding };
}

/** The encoding of a name people use: utf8, UTF-8, gbk, gb2312, utf16le … */
function findEncoding(name: string): Encoding {
  const plain = name.toLowerCase().replace(/[-_\s]/gu, '');
  if (plain === 'gbk' || plain === 'gb2312' || plain === 'cp936') return 'gb18030';
  const found = encodings.find((encoding) => encoding.replaceAll('-', '') === plain);
  if (found === undefined) throw new AppError('encoding-not-known', { encoding: name });
  return found;
}
