import { PassThrough, Writable } from 'node:stream';
import type { ProgramDescription } from '../../src/cli/describe-program.ts';
import { run } from '../../src/main.ts';

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** What the program says of itself, asked as anybody would ask it. */
export async function describe(language: Language): Promise<ProgramDescription> {
  let out = '';
  const stdout = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      out += chunk.toString();
      done();
    },
  });
  const stdin = Object.assign(new PassThrough(), { isTTY: false });
  await run(['help', '--json', '--lang', language], {
    env: {},
    cwd: '/',
    stdin,
    stdout,
    stderr: process.stderr,
    now: () => new Date(0),
    userName: () => 'docs',
    onInterrupt: () => () => undefined,
    expectLongWork: () => undefined,
    version: '',
    pid: process.pid,
    system: () => ({ node: '', platform: '', architecture: '', glibc: null, release: '' }),
    isRunning: () => false,
  });
  return JSON.parse(out) as ProgramDescription;
}
