import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { dumpDatabase } from '../support/dump.ts';
import { readDocxText } from '../support/office-parts.ts';
import { setUpDezhou } from '../support/seeds.ts';
import Sqlite from '../support/raw-database.ts';

const number = '2022-000001';

async function setUpAppeal(): Promise<TestDesk> {
  const desk = await setUpDezhou('published');
  await desk.json(
    ...['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', '结果未显示'],
    ...[
      '--text',
      '我是曹先生，电话19911110207，<b>请尽快</b>',
      '--caller',
      '曹先生',
      '--phone',
      '19911110207',
    ],
    ...['--to', '市医保局', '--time', '2022-04-07 09:00'],
  );
  await desk.json('appeal', 'transfer', number, '--to', '市卫健委', '--reason', 'wrong-unit');
  return desk;
}

async function printBoth(desk: TestDesk, ...more: string[]): Promise<string[]> {
  const texts: string[] = [];
  for (const file of ['s.docx', 's.html']) {
    const { code } = await desk.liaison('appeal', 'slip', number, '-o', file, ...more);
    expect(code).toBe(0);
    const path = join(desk.folder, file);
    // What is never broken stands in spans of its own.
    const page = file.endsWith('docx') ? readDocxText(path).join('\n') : readFileSync(path, 'utf8');
    texts.push(page.replaceAll(/<span class="n">(.*?)<\/span>/gu, '$1'));
  }
  return texts;
}

describe('appeal slip', () => {
  it('has number, times, matter, text, chain, whom to call, and lines to sign; nobody by name', async () => {
    const desk = await setUpAppeal();
    const before = dumpDatabase(desk.database);
    for (const text of await printBoth(desk)) {
      for (const part of [
        '德州市群众诉求转办单',
        number,
        '2022-04-07 09:00',
        '结果未显示',
        '0534-5550118',
        '冯某癸',
      ])
        expect(text).toContain(part);
      expect(text).toContain('市医疗保障局 → 市卫生健康委员会');
      expect(text).toContain('接收人（签名）');
      expect(text).not.toMatch(/曹先生|19911110207/u);
      if (text.startsWith('<!DOCTYPE')) expect(text).not.toContain('<b>');
      expect(text).toContain('199****0207');
    }
    expect(dumpDatabase(desk.database)).toBe(before);
  });

  it('says by when, and that an appeal is confidential', async () => {
    const desk = await setUpAppeal();
    const [plain = ''] = await printBoth(desk);
    expect(plain).toContain('2022-04-14');
    expect(plain).not.toContain('保密');
    const log = ['appeal', 'log', '--kind', '举报', '--channel', '热线', '--title', '某事', '--confidential', '--to', '市医保局'];
    await desk.json(...log);
    const { out } = await desk.liaison('appeal', 'slip', '2022-000002');
    expect(out).toContain('本件保密');
    expect((await desk.liaison('appeal', 'show', '2022-000002')).out).toMatch(/confidential +Yes/u);
  }); // prettier-ignore

  it('has the contact only with a reason, and that is on record', async () => {
    const desk = await setUpAppeal();
    expect((await desk.liaison('appeal', 'slip', number, '--with-contact')).code).toBe(2);
    expect((await desk.liaison('appeal', 'slip', number, '--reason', 'x')).code).toBe(2);
    for (const text of await printBoth(desk, '--with-contact', '--reason', '上门核实')) {
      expect(text).toContain('曹先生');
      expect(text).toContain('19911110207');
      expect(text).toContain('请妥善保管');
    }
    const file = new Sqlite(desk.database, { readonly: true });
    const log = file.prepare('select by, shown, subject, reason from privacy_log').all();
    file.close();
    const entry = { by: 'tester', shown: 'slip', subject: number, reason: '上门核实' };
    expect(log).toEqual([entry, entry]);
    expect(dumpDatabase(desk.database, ['privacy_log', 'operation'])).not.toMatch(/曹先生|19911110207/u);
  });

  it('of an appeal whose texts were removed says so, and has no contact to print', async () => {
    const desk = await setUpAppeal();
    desk.setTime('2022-05-01T00:00:00Z');
    await desk.json('appeal', 'close', number, '--outcome', 'withdrawn');
    desk.setTime('2022-06-01T00:00:00Z');
    await desk.json('privacy', 'purge', '--before', '2022-05-31', '--yes');
    const slip = (await desk.json('appeal', 'slip', number)) as { fields: Record<string, string> };
    const removed = '已于 2022-06-01 清除';
    expect(slip.fields).toMatchObject({ 地点: removed, 标题: removed, 诉求内容: removed, 协办单位: '无' });
    for (const text of await printBoth(desk)) {
      expect(text).toContain(removed);
      expect(text).toContain('市医疗保障局 → 市卫生健康委员会');
      expect(text).not.toMatch(/结果未显示|199/u);
    }
    const contact = await desk.liaison('appeal', 'slip', number, '--with-contact', '--reason', '上门核实');
    expect([contact.code, contact.out]).toEqual([5, '']);
    expect(await desk.json('privacy', 'log')).toEqual([]);
  });
});
