// The roster's page on screens: boxes measured at four widths, light and dark.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialAddress } from '../../src/output/roster/dial.ts';
import type { TestDesk } from '../support/desk.ts';
import { setUpHard } from '../support/hard.ts';
import { browserPath, startBrowser } from '../support/printed.ts';

if (browserPath === undefined)
  console.log('skipped: the roster page on screens, since no Chromium is installed');

/** What is wrong with how a page stands on a screen: a script that runs in the page. */
const findFaults = `(() => {
  const faults = [];
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > room) faults.push('wider than the screen: ' + document.documentElement.scrollWidth);
  const isShown = (element) => element.offsetParent !== null;
  for (const cell of [...document.querySelectorAll('tbody td')].filter(isShown)) {
    const box = cell.getBoundingClientRect();
    if (cell.scrollWidth > cell.clientWidth + 1) faults.push('runs over: ' + cell.className + ' ' + cell.textContent);
    for (const part of cell.querySelectorAll('a, span'))
      for (const one of part.getClientRects())
        if (one.right > box.right + 1 || one.left < box.left - 1) faults.push('out of its cell: ' + part.textContent);
  }
  for (const row of document.querySelectorAll('tr')) {
    const boxes = [...row.cells].filter(isShown).map((cell) => cell.getBoundingClientRect());
    for (const [at, a] of boxes.entries())
      for (const b of boxes.slice(at + 1))
        if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
          faults.push('lies over another: ' + row.textContent);
  }
  for (const link of document.querySelectorAll('a')) if (link.getClientRects().length > 1) faults.push('broken: ' + link.textContent);
  return faults;
})()`;

describe.skipIf(browserPath === undefined)('the page of the hard set', () => {
  let desk: TestDesk;
  let browser: Awaited<ReturnType<typeof startBrowser>>;
  beforeAll(async () => {
    desk = await setUpHard();
    await desk.liaison('roster', 'print', '1', '--in', 'DZ', '-o', 'full.html');
    await desk.liaison('roster', 'print', '1', '--copy', 'internal', '--in', 'DZ', '-o', 'internal.html');
    await desk.liaison('roster', 'print', '2', '--in', 'DZ', '-o', 'changes.html');
    browser = await startBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
  });

  it.each(['full.html', 'internal.html', 'changes.html'])(
    '%s has nothing over anything at 320, 375, 768, 1000 and 1280 pixels, light and dark, and asks for nothing',
    async (name) => {
      const url = pathToFileURL(join(desk.folder, name)).href;
      for (const colorScheme of ['light', 'dark'] as const)
        for (const width of [320, 375, 768, 1000, 1280]) {
          const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
          const asked: string[] = [];
          page.on('request', (request) => asked.push(request.url()));
          await page.goto(url);
          expect([width, await page.evaluate(findFaults)]).toEqual([width, []]);
          expect(asked).toEqual([url]);
          // Dark is dark, and what is written on it light.
          const [paper, ink] = await page.evaluate<string[]>(
            '[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]',
          );
          expect([colorScheme, paper, ink]).toEqual(
            colorScheme === 'dark' ? ['dark', 'rgb(18, 18, 18)', 'rgb(238, 238, 238)'] : ['light', 'rgb(255, 255, 255)', 'rgb(0, 0, 0)'], // prettier-ignore
          );
          await page.close();
        }
    },
    120_000,
  );

  it('is measured: what lies over another is found', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(pathToFileURL(join(desk.folder, 'full.html')).href);
    await page.addStyleTag({
      content:
        'td.k-phones { position: relative; left: -40px; } td.k-unit { width: 2000px; display: block; }',
    });
    expect(await page.evaluate(findFaults)).not.toEqual([]);
    await page.close();
  });

  it('is of cards on a phone: phones to tap, duties folded, the box stays on top', async () => {
    const page = await browser.newPage({ viewport: { width: 375, height: 800 } });
    await page.goto(pathToFileURL(join(desk.folder, 'full.html')).href);
    const links = await page.evaluate<[string, string][]>(
      "[...document.querySelectorAll('tr:not(.part) a')].map((link) => [link.textContent, link.getAttribute('href')])",
    );
    expect(links.length).toBeGreaterThan(150);
    for (const [text, address] of links) {
      expect(address).toBe(dialAddress(text));
      expect(address.replace(/\D/gu, '')).toBe(text.replace(/\D/gu, ''));
    }
    expect(links).toContainEqual(['0534-5550004转8001', 'tel:05345550004,8001']);
    expect(await page.locator('thead tr.titles:visible').count()).toBe(0);
    expect(await page.locator('details[open]').count()).toBe(0);
    await page.evaluate('scrollTo(0, 3000)');
    const box = await page.locator('form').boundingBox();
    expect(box?.y).toBe(0);
    await page.close();
  });

  it('is filtered by keyboard: counties, groups, and of the internal copy people', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(pathToFileURL(join(desk.folder, 'full.html')).href);
    const count = () => page.locator('output').textContent();
    expect(await count()).toBe('114');
    await page.keyboard.type('临水县');
    expect(await count()).toBe('18');
    await page.keyboard.press('Escape');
    await page.keyboard.type('石桥镇');
    expect(await count()).toBe('3');
    await page.keyboard.type(' 禹陵市');
    expect(await count()).toBe('1');
    await page.keyboard.press('Escape');
    await page.keyboard.type('群团组织');
    expect(await count()).toBe('10');
    await page.keyboard.press('Escape');
    await page.keyboard.type('没有这个');
    expect(await count()).toBe('0');
    expect(await page.locator('p.nobody').isVisible()).toBe(true);
    await page.goto(pathToFileURL(join(desk.folder, 'internal.html')).href);
    await page.keyboard.type('19900001000');
    expect(Number(await count())).toBeGreaterThan(0);
    await page.close();
  });
});
