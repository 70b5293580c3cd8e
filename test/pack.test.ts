import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeDeb, makeTar, makeZip } from '../scripts/pack/archives.ts';
import type { Contents } from '../scripts/pack/contents.ts';
import { inFolder, listContents, sumOf } from '../scripts/pack/contents.ts';
import { layOutDeb } from '../scripts/pack/deb.ts';
import { appId, targets } from '../scripts/pack/targets.ts';
import { makeFolder } from './support/desk.ts';

const fakeNode = { version: '24.0.0', program: Buffer.from('node'), licence: Buffer.from('of Node') };

/** All that a package may have; a file that nothing here names is in none. */
const named: readonly RegExp[] = [
  /^(?:LICENSE|README\.md|README\.zh\.md|CHANGELOG\.md|SHA256SUMS|package\.json)$/u,
  /^liaison(?:\.cmd)?$/u,
  /^bin\/liaison\.js$/u,
  /^dist\/[\w.-]+\.js$/u,
  /^runtime\/node(?:\.exe)?$/u,
  /^node_modules\/better-sqlite3\/(?:LICENSE|package\.json|prebuilds\/(?:win32|linux)-(?:x64|arm64)\.node)$/u,
  /^licences\/[@\w.+-]+\.txt$/u,
  /^docs\/(?:(?:en|zh)\/(?:commands\/)?)?[\w-]+\.md$/u,
  /^fixtures\/(?:README\.md|(?:dezhou|year)\/[\w-]+\.csv|bulletins\/published\.json)$/u,
  /^share\/man\/(?:zh_CN\/)?man1\/liaison[\w-]*\.1$/u,
];

/** Writes files below a folder. */
function unpackInto(folder: string, contents: Contents): void {
  for (const [name, { bytes, isProgram }] of contents) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    if (isProgram) chmodSync(path, 0o755);
  }
}

describe.each(targets)('the package for $name', (target) => {
  it('has what is named, one binary of the addon, the licences and the sums of all', async () => {
    const contents = await listContents(target, fakeNode);
    const names = [...contents.keys()];
    expect(names.filter((name) => !named.some((one) => one.test(name)))).toEqual([]);
    expect(names.filter((name) => name.endsWith('.node'))).toEqual([
      `node_modules/better-sqlite3/prebuilds/${target.addon}`,
    ]);
    for (const name of ['kysely', 'better-sqlite3', 'node', 'docx', '@e965+xlsx'])
      expect(contents.get(`licences/${name}.txt`)?.bytes.length).toBeGreaterThan(5);
    const sums = Buffer.from(contents.get('SHA256SUMS')?.bytes ?? []).toString();
    expect(sums.trimEnd().split('\n')).toEqual(
      [...contents].flatMap(([name, { bytes }]) =>
        name === 'SHA256SUMS' ? [] : [`${sumOf(bytes)}  ${name}`],
      ),
    );
  });
});

describe('archives', () => {
  const contents: Contents = new Map([
    ['liaison', { bytes: Buffer.from('#!/bin/sh\n'), isProgram: true }],
    ['docs/名册.md', { bytes: Buffer.from('名册'), isProgram: false }],
  ]);

  it('are the same bytes each time, and hold what went in', async () => {
    for (const make of [makeZip, makeTar, (one: Contents) => makeDeb(one, one)])
      expect(sumOf(await make(contents))).toBe(sumOf(await make(contents)));
    const zip = unzipSync(makeZip(inFolder('liaison-1', contents)));
    expect(Object.keys(zip)).toEqual(['liaison-1/liaison', 'liaison-1/docs/名册.md']);
    expect(Buffer.from(zip['liaison-1/docs/名册.md'] ?? []).toString()).toBe('名册');
  });

  it('are read by the tools of the system', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'a.tar'), await makeTar(contents));
    const tar = spawnSync('tar', ['-tvf', join(folder, 'a.tar')], { encoding: 'utf8', env: { LC_ALL: 'C.UTF-8', TZ: 'UTC', PATH: process.env['PATH'] } }); // prettier-ignore
    expect(tar.stdout).toContain('-rwxr-xr-x root/root        10 2026-01-01 00:00 liaison');
    const { control, data } = layOutDeb(contents, 'arm64');
    writeFileSync(join(folder, 'a.deb'), await makeDeb(control, data));
    const deb = spawnSync('dpkg-deb', ['-c', join(folder, 'a.deb')], { encoding: 'utf8' });
    if (deb.error !== undefined) {
      console.log('skipped: dpkg-deb is not there to read the .deb');
      return;
    }
    expect(deb.stdout).toContain(`./opt/apps/${appId}/files/liaison`);
    expect(deb.stdout).toContain(`./opt/apps/${appId}/entries/applications/${appId}.desktop`);
    const fields = spawnSync('dpkg-deb', ['-f', join(folder, 'a.deb'), 'Package', 'Architecture'], { encoding: 'utf8' }); // prettier-ignore
    expect(fields.stdout).toBe(`Package: ${appId}\nArchitecture: arm64\n`);
  });

  it('have the layout that the store of UOS asks for', () => {
    const { data } = layOutDeb(contents, 'amd64');
    expect([...data.keys()].filter((name) => !name.startsWith(`opt/apps/${appId}/`))).toEqual([]);
    const info = JSON.parse(
      Buffer.from(data.get(`opt/apps/${appId}/info`)?.bytes ?? []).toString(),
    ) as object;
    expect(info).toMatchObject({ appid: appId, arch: ['amd64'] });
  });
});

describe('an unpacked package', () => {
  it.skipIf(process.platform === 'win32')(
    'starts from anywhere, from a path with blanks and Chinese signs, through links',
    async () => {
      const target = targets.find(({ name }) => name === 'linux-x64');
      if (target === undefined) return;
      const folder = makeFolder();
      const place = join(folder, '信访 工具', 'liaison');
      unpackInto(place, await listContents(target, fakeNode));
      rmSync(join(place, 'runtime/node'));
      symlinkSync(process.execPath, join(place, 'runtime/node'));
      // What this machine has in place of what the package is for.
      copyFileSync(
        join(
          import.meta.dirname,
          '../node_modules/better-sqlite3/prebuilds',
          `${process.platform}-${process.arch}.node`,
        ),
        join(place, 'node_modules/better-sqlite3/prebuilds', `${process.platform}-${process.arch}.node`),
      );
      const link = join(folder, 'liaison');
      symlinkSync('信访 工具/liaison/liaison', link);
      const env = {
        HOME: folder,
        PATH: '/usr/bin:/bin',
        LIAISON_LANG: 'zh',
        LIAISON_DB: join(folder, '数据.db'),
      };
      const start = (...args: string[]) => spawnSync(link, args, { cwd: folder, env, encoding: 'utf8' });
      expect(start('新建', '--名称', '德州市', '--代码', 'DZ').status).toBe(0);
      const units = start('单位', '导入', join(place, 'fixtures/dezhou/units.csv'), '--json');
      expect([units.status, units.stderr]).toEqual([0, '']);
      expect(start('单位', '没有').status).toBe(2);
      expect(readFileSync(join(place, 'liaison'), 'utf8')).not.toContain('\r');
      expect(Buffer.from((await listContents(targets[0] ?? target, fakeNode)).get('liaison.cmd')?.bytes ?? []).toString()).toMatch(/\r\n$/u); // prettier-ignore
    },
  );
});
