import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDocxText, readParts } from '../support/office-parts.ts';
import { setUpDezhou } from '../support/seeds.ts';

/** A desk whose texts try to be markup, formulas and commands. */
const hostile = {
  name: `<script>alert("x")</script>&'科'`,
  duties: `=HYPERLINK("http://x")\n第二行 & <b>粗</b> \u001b[31m红\u0007 \u202e倒`,
  hours: '+1-2@SUM(A1)',
  head: '@吴某甲',
};

let folder = '';
beforeAll(async () => {
  const desk = await setUpDezhou('desks');
  folder = desk.folder;
  await desk.json(
    ...['desk', 'set', '市公安局', '--name', hostile.name, '--duties', hostile.duties],
    ...['--hours', hostile.hours, '--head', hostile.head],
  );
  await desk.json('roster', 'publish', '--document-no', `<x>&"号"`);
  for (const form of ['docx', 'xlsx', 'html', 'csv', 'md']) {
    const { code } = await desk.liaison('roster', 'print', '1', '-o', `r.${form}`, '--copy', 'internal');
    expect(code).toBe(0);
  }
});

const file = (form: string): string => join(folder, `r.${form}`);

describe('texts that try to be something else come out as text', () => {
  it('in Word', () => {
    const texts = readDocxText(file('docx'));
    expect(texts).toContain(hostile.name + '（信访办公室）');
    expect(texts).toContain('=HYPERLINK("http://x")');
    expect(texts).toContain('第二行 & <b>粗</b> \\x1b[31m红\\x07 \\u202e倒');
    expect(texts).toContain(`负责人：${hostile.head}（科长）`);
    expect(texts).toContain('<x>&"号"');
    for (const [name, xml] of Object.entries(readParts(file('docx')))) {
      if (!name.endsWith('.xml')) continue;
      expect(xml).not.toContain('<script');
      // eslint-disable-next-line no-control-regex -- that is what must not be there
      expect(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/u.test(xml)).toBe(false);
    }
  });

  it('in Excel: texts, and not one formula', () => {
    const parts = readParts(file('xlsx'));
    expect(parts['xl/worksheets/sheet1.xml']).not.toContain('<f>');
    const texts = parts['xl/sharedStrings.xml'] ?? '';
    expect(texts).toContain('=HYPERLINK("http://x")');
    expect(texts).toContain('&lt;script&gt;');
    expect(texts).toContain('\\x1b[31m红\\x07 \\u202e倒');
  });

  it('in HTML', () => {
    const page = readFileSync(file('html'), 'utf8');
    expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;科&#39;');
    expect(page.match(/<script/gu)).toHaveLength(1);
    expect(page).toContain('&lt;b&gt;粗&lt;/b&gt; \\x1b[31m红\\x07 \\u202e倒');
    expect(page).not.toMatch(/https?:\/\/(?!x&quot;)/u);
    expect(page).toContain(`default-src 'none'`);
  });

  it('in CSV, where nothing runs as a formula', () => {
    const csv = readFileSync(file('csv'), 'utf8');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")\n第二行`);
    expect(csv).toContain(`'+1-2@SUM(A1)`);
    expect(csv).toContain(`'@吴某甲`);
    expect(csv.split('\r\n').length).toBe(36);
  });

  it('in Markdown', () => {
    const text = readFileSync(file('md'), 'utf8');
    expect(text).toContain('&lt;script>');
    expect(text).toContain('\\x1b\\[31m');
    expect(text).not.toContain('\u001b');
  });
});

describe('the page of an official paper', () => {
  it('has the margins, lines and sizes of GB/T 9704, and the page number outside', () => {
    const parts = readParts(file('docx'));
    const xml = parts['word/document.xml'] ?? '';
    // 37, 26, 35 and 28 mm; 210 × 297 mm.
    expect(xml).toMatch(
      /<w:pgSz w:w="11906" w:h="16838"[^>]*\/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/u,
    );
    // Turned: 28 mm above, 26 mm below, 35 mm to the left and 37 mm to the right.
    expect(xml).toMatch(
      /<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/><w:pgMar w:top="1587" w:right="2098" w:bottom="1474" w:left="1984"/u,
    );
    expect(xml).toContain('w:line="579" w:lineRule="exact"');
    expect(xml).toContain('<w:tblHeader/>');
    expect(xml).toContain('w:eastAsia="仿宋_GB2312"');
    // Upright pages have their number in the foot, those across beside the text, turned.
    const corners = Object.entries(parts).filter(([name, part]) => /^word\/(?:footer|header)/u.test(name) && part.includes('— ')); // prettier-ignore
    expect(corners).toHaveLength(4);
    const aligned = corners.map(([, part]) => /<w:jc w:val="(\w+)"\/>(?!.*<w:jc)/su.exec(part)?.[1]).sort();
    expect(aligned).toEqual(['left', 'left', 'right', 'right']);
    expect(corners.filter(([, part]) => part.includes('<w:textDirection w:val="tbRl"/>'))).toHaveLength(2);
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders');
  });

  it('and the workbook prints on A4 across, fitted, with its header on every page', () => {
    const parts = readParts(file('xlsx'));
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    );
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(sheet).toContain('第 &amp;P 页 共 &amp;N 页');
    expect(parts['xl/workbook.xml']).toContain(`'联络名册'!$3:$3`);
    expect(parts['xl/workbook.xml']).toMatch(/'联络名册'!\$A\$1:\$G\$\d+/u);
  });
});

it('a row that is taller than a page goes on in others that name its unit; every row stays together', async () => {
  const desk = await setUpDezhou('desks');
  const duties = '受理、转办、督办本单位群众诉求，'.repeat(100);
  await desk.json('desk', 'set', '市公安局', '--duties', duties, '--hours', '9:00-12:00、13:30-17:30');
  await desk.json('roster', 'publish', '--document-no', 'x');
  await desk.liaison('roster', 'print', '1', '-o', 'long.docx');
  await desk.liaison('roster', 'print', '1', '-o', 'long.xlsx');
  const rows = [
    ...(readParts(join(desk.folder, 'long.docx'))['word/document.xml'] ?? '').matchAll(
      /<w:tr>.*?<\/w:tr>/gsu,
    ),
  ].map(([row]) => row);
  expect(rows.filter((row) => !row.includes('<w:cantSplit/>'))).toEqual([]);
  const parts = rows.filter((row) => row.includes('>市公安局'));
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.map((row) => row.includes('市公安局（续）'))).toEqual(parts.map((_, at) => at > 0));
  expect(parts.join('').match(/督/gu)).toHaveLength(100);
  // Two spells of duty stand on a line each.
  expect(readDocxText(join(desk.folder, 'long.docx'))).toContain('13:30-17:30');
  // Excel takes no row higher than this.
  const sheet = readParts(join(desk.folder, 'long.xlsx'))['xl/worksheets/sheet1.xml'] ?? '';
  const heights = [...sheet.matchAll(/ ht="([\d.]+)"/gu)].map(([, height]) => Number(height));
  expect(Math.max(...heights)).toBeLessThanOrEqual(409);
});
