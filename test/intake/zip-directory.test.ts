import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseZipDirectory, unpackEntry } from '../../src/intake/zip-directory.ts';
import { fixtures } from '../support/seeds.ts';

const parts = { 'a.xml': new TextEncoder().encode('<a/>'), 'b/c.xml': new TextEncoder().encode('<c/>') };

/** Takes bytes out of a file, and puts others in. */
function cut(bytes: Uint8Array, at: number, gone: number, put: number[] = []): Uint8Array {
  return new Uint8Array([...bytes.subarray(0, at), ...put, ...bytes.subarray(at + gone)]);
}

describe('the directory of a zip', () => {
  const sound = zipSync(parts);
  /** Where the directory begins, as the last 22 bytes say. */
  const start = new DataView(sound.buffer).getUint32(sound.length - 6, true);

  it('tells what is in it, whoever wrote it', () => {
    expect(parseZipDirectory(sound)).toMatchObject({
      entries: [{ name: 'a.xml' }, { name: 'b/c.xml' }],
      length: sound.length,
    });
    expect(parseZipDirectory(new Uint8Array([...sound, 0, 0, 0]))).toMatchObject({ length: sound.length });
  });

  it.each([
    ['a byte lost before the directory', cut(sound, 40, 1)],
    ['a byte put in before the directory', cut(sound, 40, 0, [0])],
    ['bytes put in between directory and end', cut(sound, sound.length - 22, 0, [1, 2, 3, 4, 5])],
    ['a byte lost within the directory', cut(sound, start + 20, 1)],
    ['an entry of another name', cut(sound, 30, 1, [0x41])],
    ['nothing but an end', sound.subarray(-22)],
    ['no end', sound.subarray(0, -4)],
  ])('refuses one with %s', (_what, bytes) => {
    expect(parseZipDirectory(bytes)).toBeUndefined();
  });

  it('gives the parts as they are, and refuses those that are not', () => {
    const [entry] = parseZipDirectory(sound)?.entries ?? [];
    if (entry === undefined) throw new Error('no entry');
    expect(new TextDecoder().decode(unpackEntry(sound, entry))).toBe('<a/>');
    for (const wrong of [
      { unpackedBytes: 3 },
      { unpackedBytes: 4_294_967_295 },
      { packedBytes: 1 },
      { checksum: 1 },
      { method: 99 },
    ])
      expect(() => unpackEntry(sound, { ...entry, ...wrong })).toThrow();
  });

  it('is found in the workbooks of the fixtures', () => {
    const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(xlsx|ods|docx)$/u.test(file) && !file.includes('cut-off'))
      .map((file) => readFileSync(join(fixtures, file)))
      .filter((bytes) => bytes.subarray(0, 2).toString() === 'PK');
    expect(files.length).toBeGreaterThan(3);
    for (const bytes of files) expect(parseZipDirectory(bytes)?.entries.length).toBeGreaterThan(0);
  });
});
