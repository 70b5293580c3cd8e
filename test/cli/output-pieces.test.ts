import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeOutputPieces } from '../../src/cli/output-file.ts';
import type { Host } from '../../src/cli/host.ts';
import { makeFolder } from '../support/desk.ts';

const host = { pid: process.pid, isRunning: () => true } as unknown as Host;
const terms = { isPersonal: false, guarded: { database: '/nowhere/liaison.db', inputs: [] } };

async function* pieces(last: () => string): AsyncGenerator<string> {
  yield '一\n';
  await Promise.resolve();
  yield last();
}

it('a file written piece by piece is there whole, or as it was before, and what went wrong is told as it is', async () => {
  const folder = makeFolder();
  const path = join(folder, 'list.csv');
  writeFileSync(path, 'before');
  const defect = new TypeError('a defect of what makes the lines');
  const broken = writeOutputPieces(host, 'list.csv', path, pieces(() => { throw defect; }), terms); // prettier-ignore
  await expect(broken).rejects.toBe(defect);
  expect(readFileSync(path, 'utf8')).toBe('before');
  await writeOutputPieces(host, 'list.csv', path, pieces(() => '二\n'), terms); // prettier-ignore
  expect(readFileSync(path, 'utf8')).toBe('一\n二\n');
  expect(readdirSync(folder)).toEqual(['list.csv']);
  const lost = writeOutputPieces(host, 'x', join(folder, 'gone', 'x'), pieces(() => ''), terms); // prettier-ignore
  await expect(lost).rejects.toMatchObject({ code: 'file-not-writable' });
  expect(existsSync(join(folder, 'gone'))).toBe(false);
});
