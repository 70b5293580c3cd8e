import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What the tests of a project are held on, where it is a server: one that is installed, or the small one that comes with the packages. */
const kind = process.env['LIAISON_TEST_ON'];

/** Whether it is the small one: it has one database, and one connection at a time. */
export const isSmallServer = kind === 'pglite';

/** The server on which the tests of this project are held, `postgres://USER@HOST:PORT`; undefined where they are held on files. */
export const testServer: string | undefined =
  kind === undefined
    ? undefined
    : process.env[
        isSmallServer
          ? `LIAISON_TEST_PGLITE_${process.env['VITEST_POOL_ID'] ?? '1'}`
          : 'LIAISON_TEST_POSTGRES'
      ];

let made = 0;

/** A name that no other test has. */
function freshName(): string {
  made += 1;
  return `t${String(process.pid)}_${String(process.env['VITEST_POOL_ID'] ?? 0)}_${String(Date.now() % 100_000_000)}_${String(made)}`;
}

/** The address of a database that is not there yet. */
export function freshAddress(server: string): string {
  if (isSmallServer) return `${server}/postgres?schema=${freshName()}`;
  const name = freshName();
  runOn(`${server}/postgres`, [`create database ${name}`]);
  return `${server}/${name}`;
}

/** A copy of a database, if the server makes any. */
export function copyOf(server: string, address: string): string | undefined {
  if (isSmallServer) return undefined;
  const name = freshName();
  runOn(`${server}/postgres`, [`create database ${name} template ${new URL(address).pathname.slice(1)}`]);
  return `${server}/${name}`;
}

/** Rows that a statement gave, or how many it wrote. */
export interface RawAnswer {
  readonly rows: Record<string, unknown>[];
  readonly changes: number;
}

/** Runs statements past the tool, and waits for them; throws what the server says. */
export function runOn(
  address: string,
  sources: readonly string[],
  values: readonly unknown[] = [],
): RawAnswer {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'run-on-server.ts'), address],
    {
      input: JSON.stringify({ sources, values }),
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
    },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as RawAnswer;
}
