import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { dumpDatabase } from '../support/dump.ts';
import { readDocxText, readParts } from '../support/office-parts.ts';
import { fixtures, setUpDezhou } from '../support/seeds.ts';
import Sqlite from '../support/raw-database.ts';

const publish = (desk: TestDesk, ...more: string[]) => desk.json('roster', 'publish', ...more);

describe('roster publish', () => {
  it('is refused while something blocks, each finding named, and goes out with gaps when told', async () => {
    const desk = await setUpDezhou('adopted');
    desk.write('d.csv', '单位,机构名称,职责,电话\n市公安局,群众工作科,受理,0534-5550104\n');
    await desk.json('desk', 'import', 'd.csv');
    const before = dumpDatabase(desk.database);
    const { code, err } = await desk.liaison('roster', 'publish', '--document-no', 'x');
    expect(code).toBe(5);
    expect(err).toContain('findings that block: 33');
    expect(err).toContain('市教育局: no desk; the tier is attached');
    expect(dumpDatabase(desk.database)).toBe(before);
    expect(await publish(desk, '--document-no', 'x', '--with-gaps')).toMatchObject({
      edition: 1,
      withGaps: true,
    });
    await desk.liaison('roster', 'print', '1', '-o', 'r.docx');
    expect(readDocxText(join(desk.folder, 'r.docx')).filter((text) => text === '（待补）').length).toBe(
      33 * 4 + 1,
    );
    expect((await desk.liaison('roster', 'list')).out).toContain('published with gaps');
  });

  it('freezes the notice with its recipients, and figures filled in', async () => {
    const desk = await setUpDezhou('published');
    await desk.json('jurisdiction', 'set', '--issuer', '别的机关', '--recipient', '别的单位');
    const { notice, issuers, isIntact } = (await desk.json('roster', 'show', '1')) as {
      notice: { title: string; paragraphs: string[]; recipients: string[] };
      issuers: string[];
      isIntact: boolean;
    };
    expect([isIntact, issuers, notice.recipients]).toEqual([true, ['中共德州市委组织部'], []]);
    expect(notice.title).toBe('中共德州市委组织部关于公布德州市群众工作机构（岗位）职责和联系电话的通知');
    expect(notice.paragraphs).toHaveLength(2);
    expect(notice.paragraphs[0]).toContain('34个单位');
    expect(notice.paragraphs[0]).toContain('单独设立群众工作机构的8个');
  });
});

describe('from the first edition to the notice of changes', () => {
  it('shows a phone on the public copy and a head on the internal one; the notice tells the same', async () => {
    const desk = await setUpDezhou('published');
    desk.setTime('2022-06-15T02:00:00Z');
    await desk.json('desk', 'set', '市公安局', '--phones', '0534-5559999', '--from', '2022-06-10');
    desk.setTime('2022-07-20T02:00:00Z');
    await desk.json('desk', 'set', '市教育局', '--head', '新某甲', '--head-phone', '0534-5550103');
    const { out } = await desk.liaison('roster', 'diff', '1');
    expect(out).toMatchInlineSnapshot(`
      "Edition 1 → today, public copy

      Units that differ: 1

      change   unit      field   before                      after
      ───────  ────────  ──────  ──────────────────────────  ────────────
      changed  市公安局  phones  0534-5550104、0534-5551104  0534-5559999
      "
    `);
    const inner = (await desk.json('roster', 'diff', '1', '--copy', 'internal')) as {
      units: { unit: string; changes: { field: string; after: string }[] }[];
    };
    expect(inner.units.map(({ unit, changes }) => [unit, changes.map(({ field }) => field)])).toEqual([
      ['市教育局', ['head']],
      ['市公安局', ['phones']],
    ]);
    expect(
      await publish(desk, '--changes', '--document-no', '德组字〔2022〕9号', '--date', '2022-07-20'),
    ).toMatchObject({
      edition: 2,
      form: 'changes',
      changesSince: 1,
    });
    await desk.liaison('roster', 'print', '2', '-o', 'c.docx');
    const text = readDocxText(join(desk.folder, 'c.docx'));
    expect(text).toContain('关于德州市群众工作联络名册变动情况的通知');
    expect(text.join('\n')).toContain(
      '2022年1月18日公布的第1期德州市群众工作联络名册（德组字〔2022〕3号）中，1个单位',
    );
    expect(text.join('\n')).toContain('0534-5559999');
    expect(text.join('\n')).not.toContain('新某甲');
    await desk.liaison('roster', 'print', '2', '-o', 'c.csv', '--copy', 'internal');
    expect(readFileSync(join(desk.folder, 'c.csv'), 'utf8')).toContain('负责人,郑某戊,新某甲');
    const again = await desk.liaison('roster', 'publish', '--changes', '--document-no', 'y');
    expect([again.code, again.err]).toEqual([
      5,
      expect.stringContaining('Nothing that the public copy prints has changed since edition 2'),
    ]);
  });

  it('prints the first edition in the same bytes as on the first day: in every form, time zone, language, and years later', async () => {
    const desk = await setUpDezhou('published');
    const forms = ['docx', 'html', 'xlsx', 'csv', 'md'];
    const print = async (name: string, ...more: string[]): Promise<string[]> => {
      const written: string[] = [];
      for (const form of forms) {
        const file = `${name}.${form}`;
        const { code, err } = await desk.liaison(
          'roster',
          'print',
          '1',
          '-o',
          file,
          '--clock-is-right',
          ...more,
        );
        expect([code, err.includes('error')]).toEqual([0, false]);
        written.push(readFileSync(join(desk.folder, `${name}.${form}`)).toString('base64'));
      }
      return written;
    };
    for (const [turn, copy] of [[], ['--copy', 'internal'], ['--by', 'tier']].entries()) {
      desk.setTime(`2022-04-08T0${String(4 + turn)}:00:00Z`);
      const first = await print('first', ...copy);
      const again = '--clock-is-right';
      await desk.json('desk', 'set', '市公安局', '--phones', `0534-555${String(1000 + copy.length)}`, again);
      await desk.json('jurisdiction', 'set', '--issuer', '别的机关', '--area-code', '0999', again);
      await desk.json(
        'unit',
        'rename',
        '市商务局',
        `市商务和投资促进局${String(copy.length)}${copy[1] ?? ''}`,
        again,
      );
      const zone = process.env['TZ'];
      try {
        for (const [time, tz, lang] of [
          [`2022-04-08T0${String(4 + turn)}:30:00Z`, 'America/New_York', 'zh'],
          ['2023-12-31T17:30:00Z', 'Asia/Shanghai', 'en'],
        ] as const) {
          process.env['TZ'] = tz;
          desk.setTime(time);
          expect(await print('later', '--lang', lang, ...copy)).toEqual(first);
        }
      } finally {
        process.env['TZ'] = zone;
      }
    }
  });
});

describe('a wrong count found after the notice', () => {
  it('leads by a correction and a new run to edition 2, which names edition 1; both are explained', async () => {
    const desk = await setUpDezhou('published');
    await desk.json(
      'volume',
      'set',
      '市医保局',
      '2021',
      '--channel',
      'hotline',
      '--count',
      '743',
      '--reason',
      '漏计',
    );
    await desk.json('tier', 'classify', '--year', '2021');
    await desk.json('tier', 'adopt', '2', '--document-no', '德编〔2022〕9号', '--reason', '更正漏计');
    expect((await desk.liaison('desk', 'check')).out).toContain('the form is attached');
    await desk.json('desk', 'set', '市医保局', '--form', 'dedicated', '--replaced-office', '综合科');
    expect((await desk.liaison('roster', 'publish', '--document-no', 'x', '--supersedes', '1')).code).toBe(2);
    const reason = ['--supersedes', '1', '--reason', '市医疗保障局类别有误'];
    expect(
      await publish(desk, '--document-no', '德组字〔2022〕20号', '--date', '2022-04-08', ...reason),
    ).toMatchObject({
      edition: 2,
      supersedes: 1,
    });
    const { out } = await desk.liaison('roster', 'list');
    expect(out).toContain('superseded by edition 2');
    expect(out).toContain('supersedes edition 1');
    await desk.liaison('roster', 'print', '2', '-o', 'r.docx');
    expect(readDocxText(join(desk.folder, 'r.docx'))).toContain(
      '2022年1月18日公布的第1期名册（德组字〔2022〕3号）同时废止。',
    );
    expect(await desk.json('tier', 'explain', '市医保局', '--edition', '1')).toMatchObject({
      tier: 'attached',
      volume: 1000,
      edition: { number: 1 },
    });
    expect(await desk.json('tier', 'explain', '市医保局', '--edition', '2')).toMatchObject({
      tier: 'dedicated',
      volume: 1001,
      edition: { number: 2 },
    });
    const twice = await desk.liaison('roster', 'publish', '--document-no', 'z', ...reason);
    expect([twice.code, twice.err]).toEqual([5, expect.stringContaining('--supersedes 2')]);
  });
});

describe('roster show', () => {
  it('reports a digest that does not match, and ends with 7', async () => {
    const desk = await setUpDezhou('published');
    const file = new Sqlite(desk.database);
    file.exec(`drop trigger edition_entry_no_update;
      update edition_entry set content = replace(content, '0534-5550104', '0534-5550105')`);
    file.close();
    const { code, out } = await desk.liaison('roster', 'show', '1');
    expect([code, out.replaceAll(/\s+/gu, ' ')]).toEqual([
      7,
      expect.stringContaining('does not have the digest'),
    ]);
  });
});

describe('an edition', () => {
  it('names the units it leaves out, for the run gives them no tier', async () => {
    const desk = await setUpDezhou('published');
    await desk.json('unit', 'add', '市信访局');
    expect((await desk.liaison('roster', 'preview')).err).toContain('no tier: 市信访局');
    await desk.json('desk', 'set', '市公安局', '--phones', '0534-5559999');
    const { code, err } = await desk.liaison('roster', 'publish', '--document-no', 'x');
    expect([code, err]).toEqual([0, expect.stringContaining('no tier: 市信访局')]);
  });

  it('is behind by as many units as have changed, whatever their numbers are now', async () => {
    const desk = await setUpDezhou('published');
    await desk.json('unit', 'merge', '市司法局', '--into', '市公安局', '--on', '2022-03-01');
    await desk.json('desk', 'set', '市教育局', '--phones', '0534-5559999');
    expect((await desk.liaison('status')).out).toMatch(/unpublished changes +2\n/u);
  });

  it('is dated no later than today', async () => {
    const desk = await setUpDezhou('offices');
    const { code } = await desk.liaison('roster', 'publish', '--document-no', 'x', '--date', '2022-04-09');
    expect(code).toBe(3);
    expect((await desk.liaison('roster', 'list')).out).not.toContain('2022-04-09');
  });

  it('of changes does not match either when the one it goes back to was altered', async () => {
    const desk = await setUpDezhou('published');
    await desk.json('desk', 'set', '市公安局', '--phones', '0534-5559999');
    await publish(desk, '--changes', '--document-no', 'y');
    expect(await desk.json('roster', 'show', '2')).toMatchObject({ isIntact: true });
    const file = new Sqlite(desk.database);
    file.exec(`drop trigger edition_entry_no_update;
      update edition_entry set content = replace(content, '0534-5550104', '0534-5550105') where edition_id = 1`);
    file.close();
    expect((await desk.liaison('roster', 'show', '2')).code).toBe(7);
  });

  it('of an older version, without a notice, prints the roster under the name of then', async () => {
    const desk = await setUpDezhou('published');
    const file = new Sqlite(desk.database);
    file.exec(`drop trigger edition_no_update; update edition set notice = null;
      insert into edition_title select id, '德州市' from edition`);
    file.close();
    await desk.json('jurisdiction', 'set', '--name', '荣新市');
    await desk.liaison('roster', 'print', '1', '-o', 'old.docx');
    const text = readDocxText(join(desk.folder, 'old.docx'));
    expect(text).toContain('德州市群众工作联络名册');
    expect(text.join('\n')).not.toMatch(/荣新市|通知|附件/u);
  });
});

describe('the internal copy', () => {
  it('carries 内部 on every page, digest and head of the log, and its making is on record', async () => {
    const desk = await setUpDezhou('published');
    for (const form of ['docx', 'xlsx', 'html', 'csv']) {
      const { err } = await desk.liaison(
        'roster',
        'print',
        '1',
        '-o',
        `i.${form}`,
        '--copy',
        'internal',
        '--reason',
        '值班',
      );
      expect(err).toContain('privacy log');
    }
    const parts = readParts(join(desk.folder, 'i.docx'));
    const headers = Object.entries(parts).filter(([name]) => name.startsWith('word/header'));
    expect(headers.length).toBeGreaterThan(0);
    for (const [, xml] of headers) expect(xml).toContain('内部');
    expect(readParts(join(desk.folder, 'i.xlsx'))['xl/worksheets/sheet1.xml']).toContain(
      '<oddHeader>&amp;R内部',
    );
    expect(readFileSync(join(desk.folder, 'i.html'), 'utf8')).toMatch(
      /<thead><tr class="marks"><th[^>]*>内部/u,
    );
    const file = new Sqlite(desk.database, { readonly: true });
    const log = file.prepare('select by, shown, subject, reason from privacy_log').all();
    const { digest } = file.prepare('select digest from edition').get() as { digest: string };
    const { hash } = file
      .prepare('select o.hash from operation o join edition e on e.operation_id = o.id')
      .get() as { hash: string };
    file.close();
    expect(log).toEqual(
      Array.from({ length: 4 }, () => ({
        by: 'tester',
        shown: 'internal-roster',
        subject: 'edition 1',
        reason: '值班',
      })),
    );
    const text = readDocxText(join(desk.folder, 'i.docx')).join('\n');
    expect(text).toContain(digest);
    expect(text).toContain(hash);
    expect(text).toContain('19900010004');
  });

  it('alone has digest, people and mobiles', async () => {
    const desk = await setUpDezhou('published');
    for (const form of ['docx', 'html', 'csv', 'md', 'xlsx']) {
      await desk.liaison('roster', 'print', '1', '-o', `p.${form}`);
      const bytes = readFileSync(join(desk.folder, `p.${form}`));
      const text =
        form === 'docx' || form === 'xlsx'
          ? Object.values(readParts(join(desk.folder, `p.${form}`))).join('\n')
          : bytes.toString('utf8');
      expect(text).toContain('市公安局');
      expect(text).not.toContain('19900010004');
      expect(text).not.toContain('孙某己');
      expect(text).not.toContain('摘要值');
    }
  });
});

describe('roster preview', () => {
  it('is marked as a draft in every form, with what still blocks', async () => {
    const desk = await setUpDezhou('adopted');
    desk.write('d.csv', '单位,机构名称,职责,电话\n市公安局,群众工作科,受理,0534-5550104\n');
    await desk.json('desk', 'import', 'd.csv');
    await desk.liaison('roster', 'preview', '-o', 'draft.docx');
    const text = readDocxText(join(desk.folder, 'draft.docx'));
    expect(text).toContain('尚有影响发布的问题 33 处：');
    expect(text).toContain('市教育局：没有登记机构（岗位）；类别为加挂牌子');
    const parts = readParts(join(desk.folder, 'draft.docx'));
    expect(
      Object.entries(parts).filter(([name, xml]) => name.startsWith('word/header') && xml.includes('草稿'))
        .length,
    ).toBeGreaterThan(0);
    await desk.liaison('roster', 'preview', '-o', 'draft.html');
    expect(readFileSync(join(desk.folder, 'draft.html'), 'utf8')).toContain('草稿');
  });
});

describe('roster template', () => {
  it('is shown, changed and taken into use; editions keep theirs', async () => {
    const desk = await setUpDezhou('published');
    await desk.liaison('roster', 'template', 'show', 'notice', '-o', 't.txt');
    const text = readFileSync(join(desk.folder, 't.txt'), 'utf8');
    expect(text).toContain('【标题】');
    desk.write('t.txt', Buffer.from(text.replace('关于公布', '关于重新公布'), 'utf8'));
    await desk.json('roster', 'template', 'import', 'notice', 't.txt');
    await desk.json('desk', 'set', '市公安局', '--phones', '0534-5559999');
    await publish(desk, '--document-no', 'y');
    expect(await desk.json('roster', 'show', '2')).toMatchObject({
      notice: { title: expect.stringContaining('关于重新公布') as string },
    });
    expect(await desk.json('roster', 'show', '1')).toMatchObject({
      notice: { title: expect.stringMatching(/关于公布/u) as string },
    });
  });
});

describe('roster find', () => {
  it.each([
    ['住建局', '市住房和城乡建设局', 'name'],
    ['供热', '市供热有限公司', 'name'],
    ['0534-5550112', '市城市管理局', 'phone'],
    ['5550112', '市城市管理局', 'phone'],
    ['孙某己', '市公安局', 'person'],
    ['复查复核', '市公安局', 'duties'],
  ])('%s leads to %s by its %s, with the phone to call', async (wanted, unit, by) => {
    const desk = await setUpDezhou('published');
    const found = (await desk.json('roster', 'find', wanted)) as {
      unit: string;
      by: string;
      phones: string[];
    }[];
    expect(found[0]).toMatchObject({ unit, by });
    expect(found[0]?.phones[0]).toMatch(/^0534-555\d{4}$/u);
  });

  it('never shows a mobile, not even the one that was looked for by its owner', async () => {
    const desk = await setUpDezhou('published');
    const { out } = await desk.liaison('roster', 'find', '孙某己');
    expect(out).not.toContain('19900010004');
    expect((await desk.liaison('roster', 'find', '外星人')).code).toBe(4);
  });
});

it('a city prints its counties after itself, as they published theirs', async () => {
  const desk = await setUpDezhou('offices');
  const county = (...args: string[]) => desk.json(...args, '--in', 'PC');
  await desk.json('jurisdiction', 'add', '平川县', '--code', 'PC', '--area-code', '0534');
  await county('unit', 'import', join(fixtures, 'county', 'units.csv'));
  await county('volume', 'import', join(fixtures, 'county', 'volumes-2021.csv'), '--year', '2021');
  await county('tier', 'classify', '--year', '2021');
  await county('tier', 'adopt', '1', '--document-no', 'x');
  const early = await desk.liaison('roster', 'preview', '--with-counties', '--in', 'DZ');
  expect(early.err).toContain('平川县');
  await county('roster', 'publish', '--document-no', '平组〔2022〕1号', '--with-gaps');
  expect(
    await desk.json('roster', 'publish', '--document-no', 'x', '--with-counties', '--in', 'DZ'),
  ).toMatchObject({
    entries: 100,
  });
  // Changes are told of all that the edition before has, counties too.
  await county('desk', 'set', '县委宣传部', '--name', '专岗', '--duties', '受理', '--phones', '0534-5551234');
  await county('roster', 'publish', '--document-no', '平组〔2022〕2号', '--with-gaps');
  expect(
    await desk.json('roster', 'publish', '--document-no', 'y', '--changes', '--with-gaps', '--in', 'DZ'),
  ).toMatchObject({ edition: 2, entries: 100, withGaps: true });
  await desk.liaison('roster', 'print', '2', '-o', 'changes.csv', '--in', 'DZ');
  const changes = readFileSync(join(desk.folder, 'changes.csv'), 'utf8');
  expect(changes).toContain('0534-5551234');
  expect(changes).not.toContain('市公安局');
  await desk.liaison('roster', 'print', '1', '-o', 'all.csv', '--in', 'DZ');
  const rows = readFileSync(join(desk.folder, 'all.csv'), 'utf8').split('\r\n');
  expect(rows[34]).toContain('市供热有限公司');
  expect(rows[35]).toMatch(/^35,县委宣传部.*平川县 · 县直单位$/u);
});

it('subordinate units stand under their parents', async () => {
  const desk = await setUpDezhou('published');
  await desk.json('unit', 'set', '市供热有限公司', '--parent', '市住建局');
  const { entries } = (await desk.json('roster', 'preview')) as {
    entries: { unit: string; number: number; group: string }[];
  };
  const at = entries.findIndex(({ unit }) => unit === '市住房和城乡建设局');
  expect(entries[at + 1]).toMatchObject({
    unit: '市供热有限公司',
    number: at + 2,
    group: entries[at]?.group,
  });
  desk.write('u.csv', '单位名称,上级单位\n市公共交通有限公司,市交通运输局\n市供热有限公司,外星人管理局\n');
  const refused = await desk.liaison('unit', 'import', 'u.csv');
  expect([refused.code, refused.err]).toEqual([3, expect.stringContaining('外星人管理局')]);
  desk.write('u.csv', '单位名称,上级单位\n市公共交通有限公司,市交通局\n');
  expect(await desk.json('unit', 'import', 'u.csv')).toMatchObject({ counts: { changed: 1 } });
  expect(await desk.json('unit', 'import', 'u.csv')).toMatchObject({ counts: { changed: 0 } });
});

it('desk confirm confirms several at once, or none', async () => {
  const desk = await setUpDezhou('desks');
  await desk.json('desk', 'confirm', '市公安局', '市教育局');
  expect(await desk.json('desk', 'show', '市公安局')).toMatchObject({ confirmedOn: '2022-04-08' });
  const before = dumpDatabase(desk.database);
  await desk.json('unit', 'add', '市信访局');
  const after = dumpDatabase(desk.database, ['desk']);
  expect((await desk.liaison('desk', 'confirm', '市民政局', '市信访局')).code).toBe(4);
  expect(dumpDatabase(desk.database, ['desk'])).toBe(after);
  expect(before).not.toBe('');
  expect((await desk.liaison('desk', 'set', '市公安局', '--head', '甲', '--from', '2030-01-01')).code).toBe(
    3,
  );
});
