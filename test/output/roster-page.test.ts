import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { setUpDezhou } from '../support/seeds.ts';

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const browserPath = browsers.find((path) => existsSync(path));
if (browserPath === undefined) {
  console.log(
    `skipped: the roster page in a real browser, since no Chromium is installed (${browsers.join(', ')})`,
  );
}

describe.skipIf(browserPath === undefined)('the roster page in a browser', () => {
  it('is filtered by keyboard, prints on A4 with page numbers, and asks nothing of any network', async () => {
    const desk = await setUpDezhou('published');
    await desk.liaison('roster', 'print', '1', '-o', 'r.html');
    const { chromium } = await import('playwright-core');
    const browser = await chromium.launch({
      executablePath: browserPath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    });
    try {
      const page = await browser.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      const url = pathToFileURL(join(desk.folder, 'r.html')).href;
      await page.goto(url);
      const shown = () => page.locator('tbody tr:visible').count();
      const headings = () => page.locator('tr.group:visible').allTextContents();
      expect(await shown()).toBe(34);
      // The box has the focus: one types at once.
      await page.keyboard.type('供热');
      expect(await shown()).toBe(1);
      expect(await headings()).toEqual(['公用企业']);
      expect(await page.locator('output').textContent()).toBe('1');
      await page.keyboard.press('Escape');
      expect(await shown()).toBe(34);
      await page.keyboard.type('05345550112');
      expect(await page.locator('tbody tr:visible').allTextContents()).toEqual([
        expect.stringContaining('市城市管理局'),
      ]);
      await page.keyboard.press('Escape');
      await page.keyboard.type('信访 市场');
      expect(await shown()).toBe(1);
      // What is filtered away on screen is printed all the same.
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const sizes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gu)];
      expect(sizes.length).toBeGreaterThan(3);
      for (const [, width, height] of sizes) {
        // A4 across, in points.
        expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595]);
      }
      expect(asked).toEqual([url]);
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

it('has all it needs in itself', async () => {
  const desk = await setUpDezhou('published');
  await desk.liaison('roster', 'print', '1', '-o', 'r.html');
  const page = readFileSync(join(desk.folder, 'r.html'), 'utf8');
  expect(page).not.toMatch(/\b(?:src|url)\s*[=(]|href="(?!tel:)/u);
  expect(page).toContain('<thead><tr class="titles"><th scope="col">序号</th>');
});
