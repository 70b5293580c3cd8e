import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formats as allFormats } from '../../src/cli/global-options.ts';
import { copies } from '../../src/domain/roster.ts';
import type { TestDesk } from '../support/desk.ts';
import { readPrints, setUpKept } from '../support/kept-prints.ts';
import { setUpDezhou } from '../support/seeds.ts';
import Sqlite from '../support/raw-database.ts';

/** What is printed; a screen shows an edition as it shows everything, and contacts are of no layout. */
const formats = allFormats.filter((format) => format !== 'table' && format !== 'vcf');

/** The city of the kept database, made anew. */
async function setUpAnew(): Promise<TestDesk> {
  const desk = await setUpDezhou('published');
  await desk.json('desk', 'set', '市教育局', '--phones', '0534-2100998、0534-2100997（夜间）');
  await desk.json('desk', 'set', '市公安局', '--duties', '受理、转办、督办', '--liaison', '吴某甲');
  await desk.json('unit', 'merge', '市体育局', '--into', '市教育局');
  await desk.json('roster', 'publish', '--changes', '--document-no', '德组字〔2022〕9号');
  await desk.json(
    ...['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', '路灯不亮'],
    ...[
      '--text',
      '东方红路路灯不亮，请联系王某某19900000001',
      '--caller',
      '王某某',
      '--phone',
      '19900000001',
    ],
    ...['--place', '东方红路', '--to', '市医保局', '--time', '2022-04-07 09:00'],
  );
  const to = ['--to', '市城管局', '--reason', 'wrong-unit', '--time', '2022-04-07 10:00'];
  await desk.json('appeal', 'transfer', '2022-000001', ...to);
  return desk;
}

async function digestPrint(desk: TestDesk, format: string, command: readonly string[]): Promise<string> {
  const file = `print.${format === 'table' ? 'txt' : format}`;
  const { code, err } = await desk.liaison(...command, '-o', file);
  if (code !== 0) throw new Error(err);
  return createHash('sha256')
    .update(readFileSync(join(desk.folder, file)))
    .digest('hex');
}

async function digestEditions(
  desk: TestDesk,
  of: readonly (typeof copies)[number][],
): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const edition of ['1', '2'])
    for (const copy of of)
      for (const format of formats) {
        const command = ['roster', 'print', edition, '--copy', copy];
        digests[`${edition} ${copy} ${format}`] = await digestPrint(desk, format, command);
      }
  return digests;
}

describe('what is printed keeps its bytes', () => {
  it.each(['layout-1', 'layout-2'] as const)(
    'of every edition, copy and form, published in %s',
    async (layout) => {
      expect(await digestEditions(setUpKept(layout), copies)).toEqual(readPrints(layout));
    },
  );

  it('also where it is published today; an internal copy names the end of the log, and so the version that wrote it', async () => {
    const desk = await setUpAnew();
    expect(await digestEditions(desk, ['public'])).toEqual(readPrints('layout-3'));
    const file = new Sqlite(desk.database, { readonly: true });
    expect(file.prepare('select layout from edition').pluck().all()).toEqual([3, 3]);
    file.close();
  });

  it('of a slip, with and without the contact', async () => {
    const desk = setUpKept();
    const digests: Record<string, string> = {};
    for (const format of formats) {
      const slip = ['appeal', 'slip', '2022-000001'];
      digests[format] = await digestPrint(desk, format, slip);
      const contact = ['--with-contact', '--reason', '上门核实'];
      digests[`${format} with contact`] = await digestPrint(desk, format, [...slip, ...contact]);
    }
    expect(digests).toEqual(readPrints('slip'));
  });
});
