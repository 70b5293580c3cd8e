import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { summaries as english } from '../../src/text/en/summaries.ts';
import { summaries as chinese } from '../../src/text/zh/summaries.ts';
import type { Contents, PackedFile } from './contents.ts';
import { inFolder } from './contents.ts';
import { appId } from './targets.ts';

const home = `opt/apps/${appId}`;

/** What a .deb holds: the files of a package in the layout of the store of UOS, and what is said of it to Debian's tools. */
export function layOutDeb(
  contents: Contents,
  architecture: string,
): { readonly control: Contents; readonly data: Contents } {
  const data = new Map<string, PackedFile>([
    ...[
      [`${home}/entries/applications/${appId}.desktop`, desktopEntry()],
      [`${home}/entries/icons/hicolor/scalable/apps/${appId}.svg`, icon()],
      [`${home}/info`, info(architecture)],
    ].map(([name = '', text = '']) => [name, textFile(text)] as const),
    ...inFolder(`${home}/files`, contents),
  ]);
  const bytes = [...data.values()].reduce((sum, file) => sum + file.bytes.length, 0);
  return { control: new Map([['control', textFile(controlFile(architecture, bytes))]]), data };
}

function textFile(text: string): PackedFile {
  return { bytes: Buffer.from(text), isProgram: false };
}

function controlFile(architecture: string, bytes: number): string {
  return `Package: ${appId}
Version: ${manifest.version}
Architecture: ${architecture}
Maintainer: liaison <liaison@localhost>
Installed-Size: ${String(Math.ceil(bytes / 1024))}
Depends: libc6 (>= 2.28), libstdc++6
Section: utils
Priority: optional
Description: ${english.program}
 ${chinese.program}
`;
}

/** What the store of UOS reads of an application. It asks for no right beyond the files of who runs it. */
function info(architecture: string): string {
  const permissions = Object.fromEntries(
    [
      'autostart',
      'notification',
      'trayicon',
      'clipboard',
      'account',
      'bluetooth',
      'camera',
      'audio_record',
      'installed_apps',
    ].map((name) => [name, false]),
  );
  const { version } = manifest;
  return `${JSON.stringify({ appid: appId, name: 'liaison', version, arch: [architecture], permissions }, null, 2)}\n`;
}

function desktopEntry(): string {
  return `[Desktop Entry]
Type=Application
Name=liaison
Name[zh_CN]=群众诉求联络
Comment=${english.program}
Comment[zh_CN]=${chinese.program}
Exec=/${home}/files/liaison menu
Icon=${appId}
Terminal=true
Categories=Office;
`;
}

function icon(): string {
  return readFileSync(join(import.meta.dirname, 'desktop/liaison.svg'), 'utf8');
}
