// What only the machine itself can tell: its system, its fonts, a program that shows text a screenful at a time.
import { readdirSync } from 'node:fs';
import { release } from 'node:os';
import { join } from 'node:path';
import type { SystemFacts } from './host.ts';

/** What the tool runs on. */
export function describeMachine(): SystemFacts {
  return {
    node: process.versions.node,
    platform: process.platform,
    architecture: process.arch,
    glibc: findGlibc(),
    release: release(),
  };
}

/** The GNU C library that this process runs with; null where there is none. */
function findGlibc(): string | null {
  const report = process.report as typeof process.report & { excludeNetwork: boolean };
  // Without it the report looks up the names of all peers of open connections.
  report.excludeNetwork = true;
  const { header } = report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime ?? null;
}

/** Names of the fonts that documents can be shown with: of families as fontconfig lists them, on Windows of files; null where nothing tells. */
export function listFonts(): readonly string[] | null {
  if (process.platform === 'win32') {
    const { WINDIR: windows = 'C:\\Windows', LOCALAPPDATA: own = '' } = process.env;
    return [join(windows, 'Fonts'), join(own, 'Microsoft\\Windows\\Fonts')].flatMap((folder) => {
      try {
        return readdirSync(folder);
      } catch {
        return [];
      }
    });
  }
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const { status, stdout } = spawnSync('fc-list', [':', 'family'], { encoding: 'utf8', timeout: 5000 });
  if (status !== 0) return null;
  return stdout.split(/[\n,]/u).filter((name) => name !== '');
}

/** Shows text by a pager, which a person leaves with `q`; an interrupt is the pager's. False where it cannot be started. */
export async function pageThrough(text: string, pager: string): Promise<boolean> {
  const { spawn } = process.getBuiltinModule('node:child_process');
  const [program = '', ...args] = pager.split(' ').filter((part) => part !== '');
  const ignore = (): void => undefined;
  process.on('SIGINT', ignore);
  try {
    return await new Promise<boolean>((resolve) => {
      const env = { LESSCHARSET: 'utf-8', ...process.env };
      const child = spawn(program, args, { stdio: ['pipe', 'inherit', 'inherit'], env });
      child.on('error', () => {
        resolve(false);
      });
      // One that refuses its options has shown nothing; who ends it has seen enough.
      child.on('close', (code, signal) => {
        resolve(code === 0 || signal !== null);
      });
      // Who leaves before the end reads no more.
      child.stdin.on('error', ignore);
      child.stdin.end(text);
    });
  } finally {
    process.off('SIGINT', ignore);
  }
}
