// Settings out of files: what an office sets once, so that it need not be typed.
import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { AppError } from '../errors.ts';
import { isServerAddress } from '../store/engine/address.ts';
import type { GlobalOptions } from './global-options.ts';
import type { Host } from './host.ts';

/** Name of a file of settings, in the folder of a database and in the user's own. */
export const settingsFile = 'liaison.toml';

/** What a file may set, and the environment variable that each stands for. */
export const settingKeys = {
  db: 'LIAISON_DB',
  in: 'LIAISON_JURISDICTION',
  lang: 'LIAISON_LANG',
  as: 'LIAISON_USER',
} as const;
export type SettingKey = keyof typeof settingKeys;

/** A file of settings that was read: what it sets, and what in it sets nothing. */
export interface SettingsFile {
  readonly path: string;
  readonly values: Readonly<Partial<Record<SettingKey, string>>>;
  /** Keys that nothing is known of, or that this file may not set. */
  readonly ignored: readonly string[];
}

/** The files of settings that hold for a run, the nearest to the database first. Errors: `config-invalid`. */
export async function findSettings(host: Host, { db }: Pick<GlobalOptions, 'db'>): Promise<SettingsFile[]> {
  const ownPath = ownSettingsPath(host.env);
  const own = ownPath === undefined ? undefined : await readSettings(ownPath, true);
  const named = db ?? host.env['LIAISON_DB'];
  const cwd = folderOf(host);
  const beside =
    named !== undefined && named !== '' && !isServerAddress(named)
      ? dirname(isAbsolute(named) ? named : resolve(cwd, named))
      : cwd;
  const files = [await readSettings(join(beside, settingsFile), false)];
  // Where the user's own file names a database, that one has a file beside it too.
  const other = own?.values.db;
  if (
    named === undefined &&
    files[0]?.values.db === undefined &&
    other !== undefined &&
    !isServerAddress(other) &&
    dirname(other) !== beside
  )
    files.push(await readSettings(join(dirname(other), settingsFile), false));
  return [...files, own].filter((one) => one !== undefined);
}

/** The folder a person is in; one that is gone has no file. */
function folderOf(host: Host): string {
  try {
    return host.cwd;
  } catch {
    return '/';
  }
}

/** Where the user's own file lies; undefined where the environment does not say where the user's folder is. */
export function ownSettingsPath(env: Host['env']): string | undefined {
  const set = (name: string): string | undefined => (env[name] === '' ? undefined : env[name]);
  const home = set('HOME') ?? set('USERPROFILE');
  const base =
    set('APPDATA') ?? set('XDG_CONFIG_HOME') ?? (home === undefined ? undefined : join(home, '.config'));
  return base === undefined ? undefined : join(base, 'liaison', settingsFile);
}

/** Reads a file of settings; undefined where there is none. */
async function readSettings(path: string, isOwn: boolean): Promise<SettingsFile | undefined> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new AppError('config-invalid', { file: path, line: null, reason: String(code) }, { cause: error });
  }
  const { parse, TomlError } = await import('smol-toml');
  let read: Record<string, unknown>;
  try {
    read = parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    const line = error instanceof TomlError ? error.line : null;
    const [, reason = ''] =
      /^(?:Invalid TOML document: )?([^\n]*)/u.exec(error instanceof Error ? error.message : '') ?? [];
    throw new AppError('config-invalid', { file: path, line, reason }, { cause: error });
  }
  const values: Partial<Record<SettingKey, string>> = {};
  const ignored: string[] = [];
  for (const [key, value] of Object.entries(read)) {
    const isKnown = Object.hasOwn(settingKeys, key) && (key !== 'as' || isOwn);
    if (!isKnown || typeof value !== 'string' || value === '') ignored.push(key);
    // A folder that somebody handed over leads to no database elsewhere.
    else if (key === 'db' && !isOwn && !isBeneath(value)) ignored.push(key);
    // A database is named from where the file lies.
    else
      values[key as SettingKey] =
        key === 'db' && !isAbsolute(value) && !isServerAddress(value) ? resolve(dirname(path), value) : value;
  }
  return { path, values, ignored };
}

/** Whether a name leads to a file in the same folder or below it. */
function isBeneath(name: string): boolean {
  return (
    !isAbsolute(name) && !isServerAddress(name) && !/^[A-Za-z]:|^[\\/]|(?:^|[\\/])\.\.(?:[\\/]|$)/u.test(name)
  );
}

/** A host whose environment has what files set and the environment itself does not. */
export function withSettings(host: Host, files: readonly SettingsFile[]): Host {
  if (files.length === 0) return host;
  const env: Record<string, string | undefined> = { ...host.env };
  for (const [key, name] of Object.entries(settingKeys) as [SettingKey, string][]) {
    const set = files.find(({ values }) => values[key] !== undefined)?.values[key];
    if ((env[name] === undefined || env[name] === '') && set !== undefined) env[name] = set;
  }
  // Its streams are made when they are asked for, and not by copying them.
  return Object.create(host, { env: { value: env, enumerable: true } }) as Host;
}
