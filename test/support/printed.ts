import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { existsSync } from 'node:fs';

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser that is installed; undefined where there is none. */
export const browserPath = browsers.find((path) => existsSync(path));

function isThere(program: string): boolean {
  return spawnSync(program, ['--version'], { timeout: 20_000 }).error === undefined;
}

/** Whether what is needed to look at Word documents as they are printed is installed. */
export function canPrintWord(): boolean {
  return isThere('soffice') && isThere('pdftotext');
}

export function canReadPdf(): boolean {
  return isThere('pdftotext');
}

/** Prints a Word document or workbook with LibreOffice, in a profile of its own; gives the path of the PDF. */
export function printOffice(path: string): string {
  const profile = mkdtempSync(join(process.env['LIAISON_TEST_FOLDER'] ?? tmpdir(), 'office-'));
  const folder = dirname(path);
  execFileSync(
    'soffice',
    [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, path], // prettier-ignore
    { timeout: 150_000, stdio: 'ignore' },
  );
  return join(folder, `${basename(path, extname(path))}.pdf`);
}

/** The text of each page of a PDF, as it stands, but for the blanks that programs put between figures and Chinese. */
export function readPages(path: string): string[] {
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { maxBuffer: 64 * 1024 * 1024 }).toString();
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replaceAll(/[\u2010\u2011\u2012]/gu, '-'));
}

/** A text without any blank in its lines. */
export const closeUp = (text: string): string => text.replaceAll(/[^\S\n]+/gu, '');

/** A word of a page with where it stands, in millimetres from the upper left corner. */
export interface PlacedWord {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The words of each page of a PDF with their places, and the size of the page. */
export function readPlaces(path: string): { width: number; height: number; words: PlacedWord[] }[] {
  const html = execFileSync('pdftotext', ['-bbox', path, '-'], { maxBuffer: 256 * 1024 * 1024 }).toString();
  const mm = (points: string | undefined): number => (Number(points) * 25.4) / 72;
  return html
    .split('<page ')
    .slice(1)
    .map((page) => ({
      width: mm(/width="([\d.]+)"/u.exec(page)?.[1]),
      height: mm(/height="([\d.]+)"/u.exec(page)?.[1]),
      words: [...page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/gu)].map(
      ([, left, top, right, bottom, text = '']) => ({ text, left: mm(left), right: mm(right), top: mm(top), bottom: mm(bottom) }),
    ), // prettier-ignore
    }));
}

/** Starts the browser for a test. */
export async function startBrowser() {
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    ...(browserPath === undefined ? {} : { executablePath: browserPath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
}
