import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extract } from 'tar-stream';
import lock from '../../package-lock.json' with { type: 'json' };
import type { Target } from './targets.ts';

const root = join(import.meta.dirname, '../..');
const cache = join(root, 'node_modules/.cache/liaison-pack');

/** Node's program for a target, and its licences where the package has them. */
export interface FetchedNode {
  readonly version: string;
  readonly program: Uint8Array;
  readonly licence: Uint8Array | undefined;
}

/** Brings the Node of a target from the registry, once; what comes must have the digest that the lock file says. */
export async function fetchNode({ nodePackage, node }: Target): Promise<FetchedNode> {
  const locked = Object.entries(lock.packages).find(([path]) => path === `node_modules/${nodePackage}`)?.[1];
  if (locked === undefined || !('integrity' in locked))
    throw new Error(`${nodePackage} is not in the lock file`);
  const { version, integrity } = locked;
  const file = join(cache, `${nodePackage}-${version}.tgz`);
  if (!existsSync(file)) {
    mkdirSync(cache, { recursive: true });
    execFileSync('npm', ['pack', `${nodePackage}@${version}`, '--silent', '--pack-destination', cache], {
      shell: process.platform === 'win32',
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  const bytes = readFileSync(file);
  const digest = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (digest !== integrity) throw new Error(`${file} is not what the lock file says: ${digest}`);
  const files = await unpack(gunzipSync(bytes), [`package/bin/${node}`, 'package/LICENSE']);
  const program = files.get(`package/bin/${node}`);
  if (program === undefined) throw new Error(`${nodePackage} has no ${node}`);
  return { version, program, licence: files.get('package/LICENSE') };
}

/** Some files of a tar archive, by their names in it. */
async function unpack(archive: Uint8Array, wanted: readonly string[]): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const stream = extract();
  stream.end(archive);
  for await (const entry of stream) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    if (wanted.includes(entry.header.name)) files.set(entry.header.name, Buffer.concat(chunks));
  }
  return files;
}
