// Makes the packages that run where there is neither Node nor a network: `npm run pack`.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import { compress, makeDeb, makeTar, makeZip } from './pack/archives.ts';
import { inFolder, listContents, sumOf } from './pack/contents.ts';
import { layOutDeb } from './pack/deb.ts';
import { fetchNode } from './pack/fetch-node.ts';
import { appId, targets } from './pack/targets.ts';

const folder = join(import.meta.dirname, '../packages');
const { version } = manifest;
const sums: string[] = [];

/** A package is not to be larger: offices carry it on sticks and send it by mail. */
const largest = 60_000_000;

function write(name: string, bytes: Uint8Array): void {
  if (bytes.length > largest) throw new Error(`${name} is too large: ${String(bytes.length)} bytes`);
  writeFileSync(join(folder, name), bytes);
  sums.push(`${sumOf(bytes)}  ${name}`);
  console.log(`${name}  ${(bytes.length / 1e6).toFixed(1)} MB`);
}

/** The oldest C library that the packages promise to run with: that of Kylin V10. */
const oldestGlibc = 28;

/** Refuses a program for Linux that asks for a newer C library: the names of what it needs stand in it as text. */
function refuseNewerGlibc(name: string, program: Uint8Array): void {
  const asked = Buffer.from(program)
    .toString('latin1')
    .matchAll(/GLIBC_2\.(\d+)/gu);
  const newest = Math.max(...[...asked].map(([, minor]) => Number(minor)));
  if (newest > oldestGlibc) throw new Error(`${name} needs glibc 2.${String(newest)}`);
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const fetched = await Promise.all(targets.map(fetchNode));
// All of one version: the packages for Windows leave its licences out.
const licence = fetched.find((one) => one.licence !== undefined)?.licence;
for (const [at, target] of targets.entries()) {
  const node = fetched[at];
  if (node === undefined) continue;
  if (target.debian !== null) refuseNewerGlibc(target.nodePackage, node.program);
  const contents = await listContents(target, { ...node, licence: node.licence ?? licence });
  const name = `liaison-${version}-${target.name}`;
  const inside = inFolder(name, contents);
  write(
    `${name}.${target.archive}`,
    target.archive === 'zip' ? makeZip(inside) : compress(await makeTar(inside)),
  );
  if (target.debian === null) continue;
  const { control, data } = layOutDeb(contents, target.debian);
  write(`${appId}_${version}_${target.debian}.deb`, await makeDeb(control, data));
}
writeFileSync(join(folder, 'SHA256SUMS'), `${sums.join('\n')}\n`);
