import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel, Worker, receiveMessageOnPort } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { Asked } from './run-on-server.ts';

/** The server on which the tests of this project are held, `postgres://USER@HOST:PORT`; undefined where they are held on files. */
export const testServer: string | undefined =
  process.env['LIAISON_TEST_ON'] === 'postgres' ? process.env['LIAISON_TEST_POSTGRES'] : undefined;

let made = 0;
/** Databases that were made since the last time that room was made: they go when the file of tests has ended. */
let temporary: string[] = [];

/** Takes away what the tests of a file have left on the server. */
export function clearServer(server: string): void {
  if (temporary.length > 0)
    runOn(
      `${server}/postgres`,
      temporary.map((name) => `drop database if exists ${name} with (force)`),
    );
  temporary = [];
}

/** A name that no other test has. */
function freshName(): string {
  made += 1;
  return `t${String(process.pid)}_${String(process.env['VITEST_POOL_ID'] ?? 0)}_${String(Date.now() % 100_000_000)}_${String(made)}`;
}

/** The address of a database that is not there yet. */
export function freshAddress(server: string, isKept = false): string {
  const name = freshName();
  runOn(`${server}/postgres`, [`create database ${name}`]);
  if (!isKept) temporary.push(name);
  return `${server}/${name}`;
}

/** A copy of a database. */
export function copyOf(server: string, address: string): string {
  const name = freshName();
  runOn(`${server}/postgres`, [`create database ${name} template ${new URL(address).pathname.slice(1)}`]);
  temporary.push(name);
  return `${server}/${name}`;
}

/** The databases of folders: whoever sits down in one again finds what was there. */
const ofFolders = new Map<string, string>();

/** The address of the database of a folder; one that is not there yet for a new one. */
export function addressOf(server: string, folder: string, known?: string): string {
  const address = known ?? ofFolders.get(folder) ?? freshAddress(server);
  ofFolders.set(folder, address);
  return address;
}

const logins = new Set<string>();

/** An address under the login of somebody, who may do everything. */
export function asLogin(server: string, address: string, name: string): string {
  if (!logins.has(name)) {
    const quoted = `"${name.replaceAll('"', '""')}"`;
    runOn(`${server}/postgres`, [
      `do $$ begin create role ${quoted} login superuser; exception when duplicate_object or unique_violation then null; end $$`,
    ]);
    logins.add(name);
  }
  const url = new URL(address);
  url.username = encodeURIComponent(name);
  return url.href;
}

/** Copies a database over another that nobody uses: files, or databases of the server. */
export function copyDatabase(from: string, to: string): void {
  if (testServer === undefined) {
    copyFileSync(from, to);
    return;
  }
  const [source, target] = [from, to].map((address) => new URL(address).pathname.slice(1));
  runOn(`${testServer}/postgres`, [
    `drop database if exists ${target ?? ''}`,
    `create database ${target ?? ''} template ${source ?? ''}`,
  ]);
}

/** Rows that a statement gave, or how many it wrote. */
export interface RawAnswer {
  readonly rows: Record<string, unknown>[];
  readonly changes: number;
}

/** The thread that asks servers, once one has been asked. */
let asker: { readonly port: MessagePort; readonly signal: Int32Array } | undefined;

function startAsker(): NonNullable<typeof asker> {
  const { port1: port, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const thread = new Worker(join(import.meta.dirname, 'run-on-server.ts'), {
    workerData: { port: port2, signal },
    transferList: [port2],
  });
  // Nobody waits for it to end.
  thread.unref();
  port.unref();
  return { port, signal };
}

/** Runs statements past the tool, and waits for them; throws what the server says. */
export function runOn(
  address: string,
  sources: readonly string[],
  values: readonly unknown[] = [],
): RawAnswer {
  const { port, signal } = (asker ??= startAsker());
  Atomics.store(signal, 0, 0);
  port.postMessage({ address, sources, values } satisfies Asked);
  if (Atomics.wait(signal, 0, 0, 60_000) === 'timed-out') throw new Error('the server does not answer');
  const { message } = receiveMessageOnPort(port) as { message: RawAnswer & { readonly error?: string } };
  if (message.error !== undefined) throw new Error(message.error);
  return message;
}
