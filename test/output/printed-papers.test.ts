// Papers as they come out of a printer: read out of the PDF that LibreOffice and Chromium make of them.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpHard } from '../support/hard.ts';
import { browserPath, canPrintWord, canReadPdf, closeUp, printOffice, readPages, readPlaces, startBrowser } from '../support/printed.ts'; // prettier-ignore
import { setUpDezhou } from '../support/seeds.ts';

const hasOffice = canPrintWord();
const hasBrowser = browserPath !== undefined && canReadPdf();
if (!hasOffice)
  console.log('skipped: papers as LibreOffice prints them, since soffice or pdftotext is not installed');
if (!hasBrowser)
  console.log('skipped: papers as Chromium prints them, since no Chromium or pdftotext is installed');

interface Entry {
  readonly unit: string;
  readonly county?: string;
  readonly phones: readonly string[];
  readonly hours: string | null;
}

let hard: TestDesk;
let entries: readonly Entry[];
beforeAll(async () => {
  hard = await setUpHard();
  ({ entries } = (await hard.json('roster', 'print', '1', '--in', 'DZ')) as { entries: Entry[] });
}, 120_000);

/** Every phone and every time of the entries, whole as they are to be found. */
function listWhole(of: readonly Entry[]): string[] {
  const phones = of.flatMap((entry) => entry.phones.map((phone) => phone.replace(/（[^（）]*）$/u, '')));
  const times = of.flatMap(({ hours }) => hours?.match(/\d{1,2}:\d\d-\d{1,2}:\d\d/gu) ?? []);
  return [...new Set([...phones, ...times])];
}

async function print(desk: TestDesk, name: string, ...command: string[]): Promise<string> {
  const { code, err } = await desk.liaison(...command, '-o', name);
  expect([code, code === 0 ? '' : err]).toEqual([0, '']);
  return printOffice(join(desk.folder, name));
}

async function printPage(desk: TestDesk, name: string, ...command: string[]): Promise<string> {
  expect((await desk.liaison(...command, '-o', name)).code).toBe(0);
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(desk.folder, name)).href);
    const pdf = join(desk.folder, `${name}.pdf`);
    writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true }));
    return pdf;
  } finally {
    await browser.close();
  }
}

/** Finds what of a list stands nowhere in a text whole. */
function findBroken(pages: readonly string[], whole: readonly string[]): string[] {
  const text = closeUp(pages.join('\n'));
  return whole.filter((one) => !text.includes(closeUp(one)));
}

it('finds what is broken', () => {
  expect(findBroken(['0534-55501\n01 8:30-12:00'], ['0534-5550101', '8:30-12:00'])).toEqual(['0534-5550101']);
});

/** The numbers in the first column of each page that has the titles of the table: a page that goes on without one has a row without a unit. */
function numbersOf(pdf: string): number[][] {
  return readPlaces(pdf).flatMap(({ words }) => {
    // Of several tables on a page the topmost begins it, in whatever order the words were read.
    const [title] = words.filter(({ text }) => text === '序号').sort((one, other) => one.top - other.top);
    if (title === undefined) return [];
    const own = words.filter(({ text, left, right, top }) => /^\d{1,3}$/u.test(text) && left > title.left - 4 && right < title.right + 4 && top > title.bottom); // prettier-ignore
    return [own.map(({ text }) => Number(text))];
  });
}

describe.skipIf(!hasOffice)('the hard set in Word, as LibreOffice prints it', () => {
  it('keeps every phone and time whole, and names the unit of every row on every page', async () => {
    const pdf = await print(hard, 'full.docx', 'roster', 'print', '1', '--in', 'DZ');
    const pages = readPages(pdf);
    expect(listWhole(entries).length).toBeGreaterThan(170);
    expect(findBroken(pages, listWhole(entries))).toEqual([]);
    const numbers = numbersOf(pdf);
    expect(numbers.length).toBeGreaterThan(20);
    expect(numbers.filter((own) => own.length === 0)).toEqual([]);
    // A number comes again only where a row goes on, and then the page says so.
    expect([...new Set(numbers.flat())].sort((a, b) => a - b)).toEqual(entries.map((_, at) => at + 1));
    // Counties stand beside the units of the same name.
    const text = closeUp(pages.join('\n'));
    for (const county of ['平原山县', '临水县', '禹陵市'])
      expect(text.split(county).length).toBeGreaterThan(18);
    // Groups stand again on every page of the table.
    const table = pages.filter((page) => page.includes('序号'));
    const groups = /党委部门|政府部门|群团组织|直属事业单位|公用企业|其他单位|县直单位|乡镇/u;
    expect(table.filter((page) => !groups.test(page.slice(0, 600)))).toEqual([]);
  }, 200_000);

  it('in an edition of changes too: every row names its unit, and a unit that ended says who took over', async () => {
    const pdf = await print(hard, 'changes.docx', 'roster', 'print', '2', '--in', 'DZ');
    const pages = readPages(pdf);
    const { changes } = (await hard.json('roster', 'print', '2', '--in', 'DZ')) as {
      changes: { changes: { field: string; before: string | null; after: string | null }[] }[];
    };
    const phones = changes.flatMap((unit) => unit.changes.filter(({ field }) => field === 'phones').flatMap(({ before, after }) => [before, after])); // prettier-ignore
    const whole = phones.flatMap((list) => list?.match(/0534-\d{7}(?:转\d+)?/gu) ?? []);
    expect(whole.length).toBeGreaterThan(10);
    expect(findBroken(pages, whole)).toEqual([]);
    expect(numbersOf(pdf).filter((own) => own.length === 0)).toEqual([]);
    const text = closeUp(pages.join('\n'));
    expect(text).toContain('承接单位');
    expect(text).toContain('无承接单位');
  }, 200_000);

  it('has issuers and date on one page with text of the notice, sealed or not, with a red head or none', async () => {
    for (const more of [[], ['--sealed'], ['--letterhead', 'full', '--sealed'], ['--letterhead', 'blank']]) {
      const pages = readPages(
        await print(hard, 'notice.docx', 'roster', 'print', '1', '--in', 'DZ', ...more),
      );
      const signed = pages.map(closeUp).filter((page) => page.includes('2022年1月18日') && page.includes('中共德州市委机构编制委员会办公室') && page.includes('附件：')); // prettier-ignore
      expect([more, signed.length]).toEqual([more, 1]);
      expect(signed[0]).toMatch(/各单位主要负责人为第一责任人/u);
    }
  }, 300_000);

  it('closes every tier notice at the foot of its second page, on one sheet', async () => {
    for (const more of [
      ['--letterhead', 'full'],
      ['--letterhead', 'blank', '--sealed'],
    ]) {
      const pdf = await print(hard, 'tiers.docx', 'tier', 'notice', '--in', 'DZ', ...more);
      const { notices } = (await hard.json('tier', 'notice', '--in', 'DZ')) as { notices: unknown[] };
      const places = readPlaces(pdf);
      expect(places).toHaveLength(2 * notices.length);
      const closed = places.map(({ height, words }) => words.filter(({ text, top }) => text.endsWith('印发') && top > height * 0.8).length); // prettier-ignore
      expect(closed).toEqual(notices.flatMap(() => [0, 1]));
    }
  }, 300_000);

  it('has who signs changed numbers on a page with text', async () => {
    const pages = readPages(await print(hard, 'numbers.docx', 'roster', 'print', '2', '--layout', 'numbers', '--in', 'DZ')); // prettier-ignore
    const signed = pages.map(closeUp).filter((page) => page.includes('中共德州市委机构编制委员会办公室'));
    expect(signed).toHaveLength(1);
    expect(signed[0]).toContain('现行号码');
  }, 200_000);

  it('prints wall sheets and cards with every phone whole', async () => {
    for (const layout of ['wall', 'cards']) {
      const pages = readPages(await print(hard, `${layout}.docx`, 'roster', 'print', '1', '--layout', layout, '--in', 'DZ')); // prettier-ignore
      const phones = listWhole(entries.map((entry) => ({ ...entry, hours: null })));
      expect([layout, findBroken(pages, phones)]).toEqual([layout, []]);
    }
  }, 200_000);
});

describe.skipIf(!hasBrowser)('the hard set as a page, as Chromium prints it', () => {
  it('keeps every phone and time whole, and numbers rows on every page', async () => {
    const pdf = await printPage(hard, 'full.html', 'roster', 'print', '1', '--in', 'DZ');
    expect(findBroken(readPages(pdf), listWhole(entries))).toEqual([]);
    expect(numbersOf(pdf).filter((own) => own.length === 0)).toEqual([]);
  }, 200_000);

  it('prints wall sheets and cards with every phone whole', async () => {
    for (const layout of ['wall', 'cards']) {
      const pdf = await printPage(hard, `${layout}.html`, 'roster', 'print', '1', '--layout', layout, '--in', 'DZ'); // prettier-ignore
      const phones = listWhole(entries.map((entry) => ({ ...entry, hours: null })));
      expect([layout, findBroken(readPages(pdf), phones)]).toEqual([layout, []]);
    }
  }, 200_000);
});

describe.skipIf(!hasOffice)('the official page (GB/T 9704-2012), measured in the PDF', () => {
  it('has its margins, lines and places', async () => {
    const desk = await setUpDezhou('published');
    const pdf = await print(desk, 'o.docx', 'roster', 'print', '1');
    const [first, annex] = readPlaces(pdf);
    const words = first?.words ?? [];
    const body = words.filter(({ text }) => !/^—|\d+$|—$/u.test(text));
    expect([Math.round(first?.width ?? 0), Math.round(first?.height ?? 0)]).toEqual([210, 297]);
    // Text begins 37 mm below the upper edge and 28 mm from the binding one, and ends 26 mm before the other.
    expect(Math.min(...body.map(({ top }) => top))).toBeGreaterThan(36);
    expect(Math.min(...body.map(({ left }) => left))).toBeGreaterThan(27.5);
    // A sign at the end of a line may hang into the margin.
    const ended = words.filter(({ text }) => !/[，。、；：）]$/u.test(text));
    expect(Math.max(...ended.map(({ right }) => right))).toBeLessThan(184.5);
    // Lines of text stand 225 mm / 22 apart.
    const tops = [...new Set(body.filter(({ top, bottom }) => bottom - top < 9).map(({ top }) => Math.round(top * 10) / 10))].sort((a, b) => a - b); // prettier-ignore
    const steps = tops
      .slice(1)
      .map((top, at) => top - (tops[at] ?? 0))
      .filter((step) => step > 5 && step < 15);
    expect(steps.length).toBeGreaterThan(5);
    for (const step of steps.filter((one) => Math.abs(one - 12) > 1)) expect(Math.abs(step - 225 / 22)).toBeLessThan(1.2); // prettier-ignore
    // The number stands 7 mm below the text, outside, one character in.
    const number = words.filter(({ top }) => top > 262);
    expect(number.map(({ text }) => text).join('')).toContain('1');
    expect(Math.max(...number.map(({ right }) => right))).toBeGreaterThan(172);
    // The annex lies: its text block is 225 × 156 mm, its number at the left, turned.
    expect([Math.round(annex?.width ?? 0), Math.round(annex?.height ?? 0)]).toEqual([297, 210]);
    const table = (annex?.words ?? []).filter(({ left }) => left > 32);
    expect(Math.min(...table.map(({ left }) => left))).toBeGreaterThan(34.5);
    expect(Math.max(...table.map(({ right }) => right))).toBeLessThan(297 - 36.5);
    expect(Math.min(...table.map(({ top }) => top))).toBeGreaterThan(27);
    expect(Math.max(...table.map(({ bottom }) => bottom))).toBeLessThan(210 - 25.5);
    const turned = (annex?.words ?? []).filter(({ left }) => left < 30);
    expect(turned.map(({ text }) => text).join('')).toContain('2');
  }, 120_000);

  it('has 28 characters on a line', async () => {
    const desk = await setUpDezhou('desks');
    desk.write('t.txt', `【标题】\n通知\n【正文】\n${'群'.repeat(100)}\n【附件】\n名册\n`);
    await desk.json('roster', 'template', 'import', 'notice', 't.txt');
    await desk.json('roster', 'publish', '--document-no', '甲');
    const [page = ''] = readPages(await print(desk, 'lines.docx', 'roster', 'print', '1'));
    const lines = page
      .split('\n')
      .map(closeUp)
      .filter((line) => /^群+$/u.test(line));
    // Two characters in on the first.
    expect(lines.map((line) => line.length)).toEqual([26, 28, 28, 18]);
  }, 120_000);
});

describe.skipIf(!hasOffice)('the wall sheet of the city', () => {
  it('stands on one page of A3 with phones of 16 points at least', async () => {
    const desk = await setUpDezhou('published');
    const told = (await desk.json('roster', 'print', '--layout', 'wall')) as {
      pages: number;
      phoneSize: number;
    };
    expect(told.pages).toBe(1);
    expect(told.phoneSize).toBeGreaterThanOrEqual(16);
    const places = readPlaces(await print(desk, 'wall.docx', 'roster', 'print', '--layout', 'wall'));
    expect(places.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([[420, 297]]);
    const phones = (places[0]?.words ?? []).filter(({ text }) => /^0534.\d{7}$/u.test(text));
    expect(phones.length).toBeGreaterThanOrEqual(34);
    // Height of the line a phone is set in.
    for (const { top, bottom } of phones) expect(((bottom - top) * 72) / 25.4).toBeGreaterThan(16);
  }, 120_000);
});
