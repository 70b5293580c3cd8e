import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import type { SettingKey } from '../../cli/settings.ts';
import { ownSettingsPath, settingKeys } from '../../cli/settings.ts';
import { addVerb } from '../../cli/verb.ts';
import { showAddress } from '../../store/database.ts';

export function addListCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'config list', 'liaison config list').action(() => runList(context));
}

/** Where a value comes from: typed, set in the environment or in a file, or what holds where nobody says anything. */
type Source = 'option' | 'environment' | 'file' | 'default';

interface Setting {
  readonly key: string;
  readonly value: string | null;
  readonly source: Source;
  /** The variable or file that it comes from; null for what was typed and what holds by itself. */
  readonly from: string | null;
}

/** Variables that no file sets. */
const onlyVariables = ['LIAISON_WAIT', 'LIAISON_ENGINE', 'LIAISON_PAGER'] as const;

async function runList(context: Context): Promise<void> {
  const settings = [
    ...(Object.keys(settingKeys) as SettingKey[]).map((key) => findSetting(context, key)),
    ...onlyVariables.map((name) => findVariable(context, name)),
  ];
  const { config: say } = context.text.views;
  const files = context.settings.map(({ path, ignored }) => ({ path, ignored }));
  const ownFile = ownSettingsPath(context.host.env) ?? null;
  await context.print({
    json: { settings, files, ownFile },
    view: [
      { kind: 'title', text: say.title },
      {
        kind: 'table',
        table: {
          columns: [say.key, say.value, say.source].map((title) => ({ title })),
          rows: settings.map(({ key, value, source, from }) => [
            key,
            value ?? context.text.labels.none,
            from ?? say.sources[source],
          ]),
        },
      },
      {
        kind: 'lines',
        lines: [
          ...files.map(({ path }) => say.read(path)),
          ...(ownFile === null || files.some(({ path }) => path === ownFile) ? [] : [say.own(ownFile)]),
        ],
      },
    ],
  });
}

function findSetting(context: Context, key: SettingKey): Setting {
  const typed = context.options[key];
  if (typed !== undefined) return { key, value: showAddress(typed), source: 'option', from: null };
  const name = settingKeys[key];
  const value = context.ownEnv[name];
  // What the environment says itself goes before any file.
  if (value !== undefined && value !== '')
    return { key, value: showAddress(value), source: 'environment', from: name };
  const file = context.settings.find(({ values }) => values[key] !== undefined);
  const set = file?.values[key];
  if (file !== undefined && set !== undefined)
    return { key, value: showAddress(set), source: 'file', from: file.path };
  const usual: Readonly<Record<SettingKey, string | null>> = {
    db: context.databaseName,
    in: null,
    lang: context.language,
    as: context.actor,
  };
  return { key, value: usual[key], source: 'default', from: null };
}

function findVariable(context: Context, name: string): Setting {
  const value = context.host.env[name];
  return value === undefined
    ? { key: name, value: null, source: 'default', from: null }
    : { key: name, value, source: 'environment', from: name };
}
