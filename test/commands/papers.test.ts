// Papers that commands make beside the roster itself: lists, notices, sheets, slips, charts.
import { itOnFiles } from '../support/on-files.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDesk } from '../support/desk.ts';
import { setUpHard } from '../support/hard.ts';
import { readDocxText, readParts } from '../support/office-parts.ts';
import { dezhou, setUpDezhou } from '../support/seeds.ts';

const path = (desk: TestDesk, name: string): string => join(desk.folder, name);
async function write(desk: TestDesk, name: string, ...command: string[]): Promise<string> {
  const { code, err } = await desk.liaison(...command, '-o', name);
  expect([command, code, code === 0 ? '' : err]).toEqual([command, 0, '']);
  return path(desk, name);
}

/** The city with a second run, in which one unit has fallen by 2,776. */
async function setUpCorrected(): Promise<TestDesk> {
  const desk = await setUpDezhou('published');
  const set = ['volume', 'set', '市公安局', '2021', '--channel', 'hotline', '--count', '100'];
  await desk.json(...set, '--reason', '更正');
  await desk.json('tier', 'classify', '--year', '2021');
  return desk;
}

describe('lists that are handed in', () => {
  it.each([
    ['tier list', ['tier', 'list'], '德州市2021年度承办单位设置类别表', '德编〔2022〕1号'],
    ['tier compare', ['tier', 'compare', '--runs', '1', '1', '--all'], '德州市2021年度承办单位设置类别对照表', '单位：件'],
    ['volume list', ['volume', 'list', '--year', '2021'], '德州市2021年度群众诉求办理量表', '26044'],
    ['desk list', ['desk', 'list'], '德州市群众工作机构（岗位）一览表', '共 34 个单位'],
    ['unit list', ['unit', 'list'], '德州市群众诉求承办单位名单', '共 34 个单位'],
  ])('%s in Word, HTML and Excel, with title, run and sums, in Chinese whoever makes them', async (_what, command, title, part) => {
    const desk = await setUpDezhou('published');
    const texts = readDocxText(await write(desk, 'l.docx', ...command));
    expect(texts).toContain(title);
    expect(texts.join('\n')).toContain(part);
    const parts = readParts(path(desk, 'l.docx'));
    expect(parts['word/document.xml']).toContain('<w:tblHeader/>');
    const footers = Object.entries(parts).filter(([name]) => name.startsWith('word/footer')).map(([, xml]) => xml).join('');
    expect(footers).toContain('NUMPAGES');
    const page = readFileSync(await write(desk, 'l.html', ...command), 'utf8').replaceAll(/<[^>]*>/gu, '');
    expect(page).toContain(title);
    expect(page).toContain(part);
    const book = readParts(await write(desk, 'l.xlsx', ...command));
    expect(book['xl/sharedStrings.xml']).toContain(title);
    expect(book['xl/workbook.xml']).toMatch(/Print_Titles/u);
    expect(book['xl/worksheets/sheet1.xml']).toContain('第 &amp;P 页 共 &amp;N 页');
  }); // prettier-ignore

  it('have numbers as numbers, differences with their sign', async () => {
    const desk = await setUpCorrected();
    const book = readParts(await write(desk, 'c.xlsx', 'tier', 'compare', '--runs', '1', '2', '--all'));
    expect(book['xl/worksheets/sheet1.xml']).toMatch(/<v>-2776<\/v>/u);
    expect(book['xl/styles.xml']).toContain('+0;-0;0');
    expect(book['xl/worksheets/sheet1.xml']).toContain('<oddHeader>&amp;R草稿</oddHeader>');
  });

  it.each([
    ['unit', ['unit', 'list'], ['unit', 'import']],
    ['volume', ['volume', 'list', '--year', '2021'], ['volume', 'import']],
    ['desk', ['desk', 'list'], ['desk', 'import']],
  ])('of %s go in again and change nothing', async (_what, list, back) => {
    const desk = await setUpDezhou('published');
    await write(desk, 'again.xlsx', ...list);
    expect(await desk.json(...back, 'again.xlsx', '--dry-run')).toMatchObject({
      counts: { added: 0, changed: 0 },
    });
  });

  it('of appeals are named after whose they are', async () => {
    const desk = await setUpDezhou('published');
    await desk.json('appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', '路灯', '--to', '市城管局', '--time', '2022-01-10'); // prettier-ignore
    const texts = readDocxText(
      await write(desk, 'o.docx', 'appeal', 'list', '--lead', '市城市管理局', '--overdue'),
    );
    expect(texts).toContain('市城市管理局逾期未办结诉求清单');
    expect(texts).toContain('2022-000001');
    expect(texts).toContain('共 1 件。');
  });
});

describe('tier notice', () => {
  it('tells every unit its tier in one document, each from page 1', async () => {
    const desk = await setUpDezhou('published');
    const { notices } = (await desk.json('tier', 'notice')) as { notices: { unit: string; tier: string; paragraphs: string[] }[] };
    expect(notices).toHaveLength(34);
    const of = (unit: string): string => notices.find((one) => one.unit === unit)?.paragraphs.join('') ?? '';
    expect(of('市公安局')).toContain('2021年度，你单位承办群众诉求3517件（热线2876件、网办641件）。');
    expect(of('市公安局')).toContain('你单位据此确定为“单独设立”');
    expect(of('市医疗保障局')).toContain('办理量正好等于界限值1000件');
    const texts = readDocxText(await write(desk, 'n.docx', 'tier', 'notice'));
    expect(texts.filter((text) => text === '德编〔2022〕1号')).toHaveLength(34);
    expect(texts.filter((text) => text.startsWith('请按上述要求落实'))).toHaveLength(34);
    expect((readParts(path(desk, 'n.docx'))['word/document.xml'] ?? '').match(/w:start="1"/gu)).toHaveLength(34);
  }); // prettier-ignore

  it('says by which decision, and names who gets none', async () => {
    const desk = await setUpDezhou('published');
    await desk.json('tier', 'classify', '--year', '2021');
    await desk.json('tier', 'override', '市财政局', '--tier', 'attached', '--reason', '职能调整', '--document-no', '德编[2022]5号');
    const { notices } = (await desk.json('tier', 'notice', '市财政局', '--run', '2')) as { notices: { paragraphs: string[] }[] };
    expect(notices[0]?.paragraphs[0]).toContain('按照德编〔2022〕5号（职能调整），设置类别确定为“加挂牌子”');
    expect((await desk.liaison('tier', 'notice', '市信访局')).code).toBe(4);
  }); // prettier-ignore
});

describe('sheets, cards and plates', () => {
  it('hold every unit and phone; the sheet for the wall has the duties of a tier once', async () => {
    const desk = await setUpDezhou('published');
    for (const layout of ['wall', 'cards', 'plates'])
      for (const form of ['docx', 'html']) {
        const file = await write(desk, `p.${form}`, 'roster', 'print', '--layout', layout);
        const text = form === 'docx' ? readDocxText(file).join('\n') : readFileSync(file, 'utf8').replaceAll(/<[^>]*>/gu, '\n'); // prettier-ignore
        expect(text.match(/0534-555[01]1\d\d/gu)?.length).toBe(42);
        expect(text).toContain('市人力资源和社会保障局');
        if (layout === 'wall') expect(text.match(/承担信访工作/gu)).toHaveLength(1);
      }
  });

  it('take no options of the edition’s own paper', async () => {
    const desk = await setUpDezhou('published');
    for (const more of [['--sealed'], ['--letterhead', 'full'], ['--copy', 'internal']])
      expect((await desk.liaison('roster', 'print', '--layout', 'wall', ...more)).code).toBe(2);
    expect((await desk.liaison('roster', 'print', '--paper', 'a4')).code).toBe(2);
  });

  it('changed numbers are told with the old, the new and the day', async () => {
    const desk = await setUpDezhou('published');
    const { code, err } = await desk.liaison('roster', 'print', '--layout', 'numbers');
    expect([code, err]).toEqual([5, expect.stringContaining('no number was published before it')]);
    await desk.json('desk', 'set', '市教育局', '--phones', '0534-2100998、0534-5550103');
    await desk.json('unit', 'merge', '市体育局', '--into', '市教育局');
    await desk.json('desk', 'set', '市财政局', '--duties', '别的');
    await desk.json('roster', 'publish', '--changes', '--document-no', '德组字(2022)9号');
    const { changes } = (await desk.json('roster', 'print', '2', '--layout', 'numbers')) as {
      changes: object[];
    };
    expect(changes).toMatchObject([
      { unit: '市教育局', before: [], after: ['0534-2100998'], isGone: false },
      { unit: '市体育局', before: ['0534-5550124'], after: [], isGone: true, successors: [{ unit: '市教育局', phones: ['0534-2100998', '0534-5550103'] }] }, // prettier-ignore
    ]);
    const texts = readDocxText(await write(desk, 'n.docx', 'roster', 'print', '2', '--layout', 'numbers'));
    expect(texts).toContain('德州市群众工作联络电话变更公告');
    expect(texts.join('\n')).toContain('自2022年4月8日起变更，“原号码”栏所列号码停止使用');
    expect(texts.join('\n')).toContain('德组字〔2022〕9号');
    // An ended unit is one row in the notice of changes.
    const page = readFileSync(await write(desk, 'c.html', 'roster', 'print', '2'), 'utf8');
    const row = /<tr data-unit="市体育局".*?<\/tr>/su.exec(page)?.[0] ?? '';
    expect(row.replaceAll(/<[^>]*>/gu, ' ')).toMatch(
      /撤销\s+承接单位及电话\s+0534-5550124\s+市教育局\s+0534-2100998/u,
    );
    expect(page.match(/data-unit="市体育局"/gu)).toHaveLength(1);
  });

  it('of the hard set is on as many pages as 16 points allow', async () => {
    const desk = await setUpHard();
    expect(await desk.json('roster', 'print', '1', '--layout', 'wall', '--in', 'DZ')).toMatchObject({ phoneSize: 16, pages: 6 }); // prettier-ignore
  });
});

describe('the notice of an edition', () => {
  it('has a red head, seals and what closes the last page where they are asked for', async () => {
    const desk = await setUpDezhou('published');
    const red = readParts(
      await write(desk, 'r.docx', 'roster', 'print', '1', '--letterhead', 'full', '--sealed'),
    );
    expect(red['word/document.xml']).toContain('<w:color w:val="E60012"/>');
    expect(red['word/document.xml']).toContain('<w:type w:val="evenPage"/>');
    expect(readDocxText(path(desk, 'r.docx'))).toContain('2022年1月18日印发');
    const plain = readDocxText(await write(desk, 'p.docx', 'roster', 'print', '1'));
    expect(plain.join('\n')).not.toContain('印发');
    expect(plain).toContain('（此件公开发布）');
    const blank = readDocxText(await write(desk, 'b.docx', 'roster', 'print', '1', '--letterhead', 'blank'));
    expect(blank).toContain('2022年1月18日印发');
    expect(blank).not.toContain('文件');
    const fonts = readParts(path(desk, 'p.docx'))['word/fontTable.xml'] ?? '';
    expect(fonts).toMatch(/<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong/u);
    expect(readParts(path(desk, 'p.docx'))['word/styles.xml']).toContain('w:eastAsia="zh-CN"');
  });

  it('is left open in a draft: number and day, with the issuers; 草稿 in the head of the pages alone', async () => {
    const desk = await setUpDezhou('published');
    await desk.json('desk', 'set', '市教育局', '--phones', '0534-2100998');
    for (const more of [[], ['--changes']]) {
      const texts = readDocxText(await write(desk, 'd.docx', 'roster', 'preview', ...more));
      expect(texts).toContain('德组字〔2022〕　　号');
      expect(texts).toContain('2022年　月　日');
      expect(texts).toContain('中共德州市委组织部');
      expect(texts).not.toContain('草稿');
      const heads = Object.entries(readParts(path(desk, 'd.docx'))).filter(([name]) =>
        name.startsWith('word/header'),
      );
      expect(heads.length).toBeGreaterThan(2);
      for (const [, head] of heads) expect(head).toContain('草稿');
    }
    expect(readDocxText(path(desk, 'd.docx')).join('\n')).toContain('0534-2100998');
  });

  itOnFiles('of an older layout takes neither', async () => {
    const { setUpKept } = await import('../support/kept-prints.ts');
    const desk = setUpKept('layout-2');
    for (const more of [['--sealed'], ['--letterhead', 'blank']]) {
      const { code, err } = await desk.liaison('roster', 'print', '1', ...more);
      expect([code, err]).toEqual([5, expect.stringMatching(/layout that has no --/u)]);
    }
  });
});

describe('a mobile', () => {
  it('is printed as phones are, however it was typed, and is no change by that', async () => {
    const desk = await setUpDezhou('published');
    await desk.json('desk', 'set', '市教育局', '--mobile', '+86 199 0001 0003');
    expect(await desk.json('roster', 'diff', '1', '--copy', 'internal')).toMatchObject({ units: [] });
    await desk.json('roster', 'publish', '--document-no', 'y');
    const texts = readDocxText(await write(desk, 'i.docx', 'roster', 'print', '2', '--copy', 'internal'));
    expect(texts).toContain('19900010003');
    expect(texts).toContain('负责人：郑某戊（科长）');
    expect(texts).toContain('0534-5550103');
  });
});

describe('slips and reminders', () => {
  async function setUpLate(): Promise<TestDesk> {
    const desk = await setUpDezhou('published');
    const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline'];
    await desk.json(
      ...log,
      '--title',
      '路灯不亮',
      '--priority',
      'urgent',
      '--to',
      '市住建局',
      '--time',
      '2022-02-07 09:00',
    );
    await desk.json('appeal', 'transfer', '2022-000001', '--to', '市城管局', '--reason', 'wrong-unit', '--text', '路灯归城管', '--time', '2022-02-07 10:00'); // prettier-ignore
    await desk.json(...log, '--title', '井盖', '--to', '市城管局', '--time', '2022-04-07 09:00');
    await desk.json('appeal', 'remind', '2022-000001', '--text', '市长督办', '--time', '2022-04-07 09:30');
    return desk;
  }

  it('say urgent, why each hop was made, counted from 1, and the day they were printed on', async () => {
    const desk = await setUpLate();
    const texts = readDocxText(await write(desk, 's.docx', 'appeal', 'slip', '2022-000001'));
    expect(texts).toContain('【紧急】');
    expect(texts).toContain('1．2022-02-07 09:00　转办席 → 市住房和城乡建设局');
    expect(texts).toContain('2．2022-02-07 10:00　市住房和城乡建设局 → 市城市管理局');
    expect(texts.join('\n')).toContain('事由：非本单位职责；路灯归城管');
    expect(texts).toContain('打印日期：2022年4月8日');
  });

  it('several stand in one file: by number, from a file, of a unit', async () => {
    const desk = await setUpLate();
    desk.write('numbers.csv', '编号\n2022-000002\n');
    for (const [command, count] of [
      [['2022-000001', '2022-000002'], 2],
      [['2022-000001', '--from-file', 'numbers.csv'], 2],
      [['--unit', '市城管局'], 2],
      [['--unit', '市城管局', '--overdue'], 1],
    ] as const) {
      expect(await desk.json('appeal', 'slip', ...command)).toHaveLength(count);
      const page = readFileSync(await write(desk, 's.html', 'appeal', 'slip', ...command), 'utf8');
      expect(page.match(/<section/gu)).toHaveLength(count);
    }
    const { code, err } = await desk.liaison('appeal', 'slip', '--unit', '市教育局', '--overdue');
    expect([code, err]).toEqual([4, expect.stringContaining('Nothing that 市教育局 leads is overdue')]);
  });

  it('a reminder says how late it is, how often it was reminded and what was said', async () => {
    const desk = await setUpLate();
    const texts = readDocxText(await write(desk, 'r.docx', 'appeal', 'slip', '2022-000001', '--reminder'));
    expect(texts).toContain('德州市群众诉求催办单');
    expect(texts.join('\n')).toMatch(/已逾期 \d+ 个工作日/u);
    expect(texts).toContain('1 次');
    expect(texts).toContain('市长督办');
    expect(texts).toContain('尚未签收');
    expect(texts).toContain('承办人（签名）：');
    expect((await desk.liaison('appeal', 'slip', '2022-000001', '--reminder', '--with-contact', '--reason', 'x')).code).toBe(2); // prettier-ignore
  });
});

describe('charts', () => {
  it('stand above the list in HTML and Word; a workbook says that it has none', async () => {
    const desk = await setUpDezhou('published');
    const page = readFileSync(await write(desk, 'c.html', 'tier', 'list', '--chart'), 'utf8');
    expect(page).toMatch(/<svg[^>]*>.*<\/svg>/su);
    expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/u);
    const parts = readParts(await write(desk, 'c.docx', 'tier', 'list', '--chart'));
    expect(parts['word/charts/chart1.xml']).toContain('<c:logBase val="10"/>');
    expect(parts['word/charts/chart1.xml']).toContain('市公安局');
    const { code, err } = await desk.liaison('tier', 'list', '--chart', '-o', 'c.xlsx');
    expect([code, err]).toEqual([0, expect.stringContaining('A workbook has no chart')]);
  });

  it('show where each unit stood and stands against the bounds', async () => {
    const desk = await setUpCorrected();
    const { out } = await desk.liaison('tier', 'compare', '--runs', '1', '2', '--chart');
    expect(out).toMatch(/市公安局 +3517 +741 +│ +●─*│─*○/u);
    const page = readFileSync(
      await write(desk, 'c.html', 'tier', 'compare', '--runs', '1', '2', '--chart'),
      'utf8',
    );
    expect(page).toContain('<svg');
    expect((await desk.liaison('tier', 'compare', '--runs', '1', '2', '--chart', '--format', 'csv')).out).toContain('市公安局,3517,741'); // prettier-ignore
  });

  it('tiers have colours of their own, none of them that of an error', async () => {
    const desk = await setUpDezhou('published');
    desk.setEnv('FORCE_COLOR', '1');
    const { out } = await desk.liaison('tier', 'list');
    expect(out).toContain('\u001b[94mdedicated\u001b[39m');
    expect(out).not.toContain('\u001b[31m');
  });
});

describe('the form', () => {
  it('asks who answers for it and by when, with numbers of the city, and names who gets none', async () => {
    const desk = await setUpDezhou('adopted');
    await desk.json('unit', 'add', '市大数据局');
    const { code, err } = await desk.liaison('desk', 'form', '-o', 'forms', '--due', '2022-04-30');
    expect([code, err]).toEqual([
      0,
      expect.stringContaining('No form, for the run gives them no tier: 市大数据局'),
    ]);
    const text = readParts(path(desk, 'forms/DZ-004 市公安局.xlsx'))['xl/sharedStrings.xml'] ?? '';
    for (const part of [
      '请于2022年4月30日前发回',
      '第一责任人',
      '填表人',
      '审核人',
      '单位（盖章）',
      '0534-2310001（夜间）',
      '办公地址',
    ])
      expect(text).toContain(part);
  });

  it('tells of a first responsible person that is another, with the command', async () => {
    const desk = await setUpDezhou('adopted');
    desk.write(
      'd.csv',
      '单位名称,第一责任人,第一责任人职务,机构名称,填表人\n市公安局,赵某甲,党组书记,群众工作科,钱某乙\n',
    );
    const { out } = await desk.liaison('desk', 'import', 'd.csv', '--dry-run');
    expect(out).toContain('liaison unit set DZ-004 --leader 赵某甲 --leader-title 党组书记');
    expect(await desk.json('desk', 'import', 'd.csv')).toMatchObject({ leaders: [{ unit: '市公安局', told: { name: '赵某甲' } }] }); // prettier-ignore
  });
});

describe('help', () => {
  it('stands in groups, with three examples, and is wrapped in Chinese too', async () => {
    const desk = await setUpDezhou('init');
    for (const width of [60, 80]) {
      desk.setEnv('COLUMNS', String(width));
      const { out } = await desk.liaison('--help', '--lang=zh');
      const heads = ['单位名录：', '年度工作：', '联络名册：', '诉求办理：', '日常维护：'].map((head) =>
        out.indexOf(`\n${head}\n`),
      );
      expect(heads.every((at, index) => at > (heads[index - 1] ?? 0))).toBe(true);
      expect(out.match(/\$ liaison /gu)).toHaveLength(3);
      const { displayWidth } = await import('../../src/output/wrap.ts');
      expect(
        out.split('\n').filter((line) => displayWidth(line) > width && !line.includes('liaison')),
      ).toEqual([]);
    }
  });
});

describe('what nobody could print, or would', () => {
  it('a sheet in a form that holds rows alone is refused with the forms there are', async () => {
    const desk = await setUpDezhou('published');
    for (const layout of ['wall', 'cards', 'plates'])
      for (const form of ['xlsx', 'csv', 'md', 'vcf']) {
        const { code, err } = await desk.liaison('roster', 'print', '--layout', layout, '-o', `p.${form}`);
        expect([layout, form, code]).toEqual([layout, form, 2]);
        expect(err).toContain('docx');
      }
  });

  it('the overview of all jurisdictions is a paper of its own', async () => {
    const desk = await setUpDezhou('published');
    const texts = readDocxText(await write(desk, 'o.docx', 'tier', 'list', '--all'));
    expect(texts).toContain('各辖区承办单位设置类别汇总表');
    expect(texts).toContain('德州市');
  });

  it('a letterhead or seals where nobody issues, or in a form without them', async () => {
    const desk = setUpDesk();
    for (const command of [
      ['init', '--name', '滨河市', '--code', 'BH'],
      ['unit', 'import', dezhou('units.csv')],
      ['volume', 'import', dezhou('volumes-2021.csv')],
      ['tier', 'classify', '--year', '2021'],
      ['tier', 'adopt', '1', '--document-no', '滨编〔2022〕1号'],
    ])
      await desk.json(...command);
    for (const command of [
      ['roster', 'preview'],
      ['tier', 'notice'],
    ])
      for (const more of [['--letterhead', 'blank'], ['--sealed']]) {
        const { code, err } = await desk.liaison(...command, ...more, '-o', 'x.docx');
        expect([command, more, code]).toEqual([command, more, 5]);
        expect(err).toContain('jurisdiction set --issuer');
      }
    await desk.json('jurisdiction', 'set', '--issuer', '中共滨河市委组织部');
    await write(desk, 'y.docx', 'tier', 'notice', '--sealed');
    for (const form of ['html', 'xlsx', 'table'])
      expect((await desk.liaison('roster', 'preview', '--sealed', '--format', form)).code).toBe(2);
  });

  it('numbers have no headings to be ordered by; a size of paper is asked for with its sheet', async () => {
    const desk = await setUpDezhou('published');
    expect((await desk.liaison('roster', 'print', '--layout', 'numbers', '--by', 'tier')).code).toBe(2);
    const { code, err } = await desk.liaison('roster', 'print', '--paper', 'a4', '-o', 'w.docx');
    expect([code, err]).toEqual([2, expect.stringContaining('--layout wall')]);
  });

  it('cards go in the order of their headings', async () => {
    const desk = await setUpDezhou('published');
    const names = async (by: string): Promise<string[]> => {
      const page = readFileSync(await write(desk, 'c.html', 'roster', 'print', '--layout', 'cards', '--by', by), 'utf8'); // prettier-ignore
      return [...page.matchAll(/<div><p[^>]*>(?:<[^>]*>)*([^<]+)/gu)].map(([, name = '']) => name);
    };
    const byTier = await names('tier');
    expect(byTier).toHaveLength(34);
    expect(byTier.toSorted()).toEqual((await names('group')).toSorted());
    expect(byTier).not.toEqual(await names('group'));
  });

  it('a section of a template that is never printed', async () => {
    const desk = await setUpDezhou('adopted');
    desk.write('t.txt', '【标题】\n关于名册的通知\n【正文】\n现予公布。\n【附件】\n名册\n【抄报】\n市政府\n');
    const { code, err } = await desk.liaison('roster', 'template', 'import', 'notice', 't.txt');
    expect(code).not.toBe(0);
    expect(err).toContain('【抄报】');
    expect(err).toContain('【抄送】');
  });

  it('a reminder of what nobody holds, or what is closed', async () => {
    const desk = await setUpDezhou('published');
    const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--time', '2022-02-07 09:00'];
    await desk.json(...log, '--title', '路灯');
    const nobody = await desk.liaison('appeal', 'slip', '2022-000001', '--reminder');
    expect([nobody.code, nobody.err]).toEqual([5, expect.stringContaining('no unit to remind')]);
    await desk.json(...log, '--title', '井盖', '--to', '市城管局');
    await desk.json('appeal', 'accept', '2022-000002', '--time', '2022-02-07 10:00');
    await desk.json('appeal', 'close', '2022-000002', '--outcome', 'withdrawn', '--time', '2022-02-08 10:00');
    const closed = await desk.liaison('appeal', 'slip', '2022-000002', '--reminder');
    expect([closed.code, closed.err]).toEqual([5, expect.stringContaining('is closed')]);
  });

  it('a tier notice to a unit that is no more', async () => {
    const desk = await setUpDezhou('published');
    await desk.json('unit', 'merge', '市体育局', '--into', '市教育局');
    const { notices } = (await desk.json('tier', 'notice')) as { notices: { unit: string }[] };
    expect(notices).toHaveLength(33);
    expect(notices.map(({ unit }) => unit)).not.toContain('市体育局');
    const { code, err } = await desk.liaison('tier', 'notice', '市体育局');
    expect([code, err]).toEqual([5, expect.stringContaining('市教育局')]);
  });

  it('a tier is told by its band, whatever the source of the scheme', async () => {
    const desk = await setUpDezhou('published');
    const { notices } = (await desk.json('tier', 'notice')) as { notices: { tier: string; paragraphs: string[] }[] };
    const of = (tier: string): string => notices.find((one) => one.tier === tier)?.paragraphs[0] ?? '';
    expect(of('dedicated')).toContain('年办理量超过1000件的单位');
    expect(of('attached')).toContain('年办理量超过50件、1000件以下的单位');
    expect(of('designated')).toContain('年办理量50件以下的单位');
  }); // prettier-ignore

  it('an internal copy is not said to be public', async () => {
    const desk = await setUpDezhou('published');
    const inner = readDocxText(await write(desk, 'i.docx', 'roster', 'print', '1', '--copy', 'internal'));
    expect(inner.join('\n')).not.toContain('此件公开发布');
    expect(readDocxText(await write(desk, 'p.docx', 'roster', 'print', '1')).join('\n')).toContain('此件公开发布'); // prettier-ignore
  });

  it('in a copy of changes for the office, units the notice does not count are told apart; a gap is told as one', async () => {
    const desk = await setUpDezhou('published');
    await desk.json('desk', 'set', '市教育局', '--liaison', '钱某某');
    await desk.json('desk', 'set', '市民政局', '--phones', '0534-2100777');
    await desk.json('desk', 'set', '市体育局', '--clear', 'hours', '--clear', 'phones');
    await desk.json('roster', 'publish', '--changes', '--with-gaps', '--document-no', '德组字〔2022〕9号');
    const outer = readDocxText(await write(desk, 'o.docx', 'roster', 'print', '2'));
    expect(outer.join('\n')).toContain('2个单位的内容发生变动');
    expect(outer).toContain('（待补）');
    expect(outer).not.toContain('无');
    const inner = readDocxText(await write(desk, 'i.docx', 'roster', 'print', '2', '--copy', 'internal'));
    expect(inner.join('\n')).toContain('另有1个单位');
    expect(outer.join('\n')).not.toContain('另有1个单位');
    const numbers = readDocxText(await write(desk, 'n.docx', 'roster', 'print', '2', '--layout', 'numbers'));
    expect(numbers).toContain('（待补）');
  });

  it('who gets a copy has the room it needs at the foot of the last page', async () => {
    const desk = await setUpDezhou('adopted');
    const copies = Array.from({ length: 20 }, (_, at) => `第${String(at + 1)}个抄送机关办公室`).join('、');
    desk.write(
      't.txt',
      `【标题】\n关于名册的通知\n【正文】\n现予公布。\n【附件】\n名册\n【抄送】\n${copies}\n`,
    );
    await desk.json('roster', 'template', 'import', 'notice', 't.txt');
    const file = await write(desk, 'd.docx', 'roster', 'preview', '--letterhead', 'full');
    expect(readDocxText(file).join('')).toContain(copies);
    const xml = readParts(file)['word/document.xml'] ?? '';
    const height = Number(
      /<w:trHeight w:val="(\d+)" w:hRule="atLeast"\/>(?:(?!<w:tr[ >]).)*抄送：/su.exec(xml)?.[1],
    );
    // 9 mm a line of 27 characters.
    expect(height).toBeGreaterThanOrEqual(Math.ceil((copies.length + 3) / 27) * 510);
  });

  it('a chart names what it shows, and draws the bounds beside one row', async () => {
    const desk = await setUpDezhou('published');
    const only = ['tier', 'list', '--chart', '--tier', 'designated'];
    const page = readFileSync(await write(desk, 'c.html', ...only), 'utf8');
    expect(page).toContain('专人专岗');
    expect(/<svg.*<\/svg>/su.exec(page)?.[0]).not.toContain('单独设立');
    const parts = readParts(await write(desk, 'c.docx', ...only));
    expect(parts['word/charts/chart1.xml']).toContain('界限1000件');
    expect(parts['word/charts/chart1.xml']).toContain('<c:max val="10000"/>');
  });
});
