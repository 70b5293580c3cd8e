import { copyFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { makeFolder, setUpDesk } from '../support/desk.ts';
import { listUnknownTerms } from '../support/handed-on.ts';
import { parseTable } from '../support/parse-table.ts';
import { watchActions } from '../support/parsed-lines.ts';
import { setUpWritable } from '../support/writing-verbs.ts';

let sound: TestDesk;
beforeAll(async () => {
  sound = await setUpWritable();
});

interface Described {
  readonly name: string;
  readonly options: readonly { readonly name: string }[];
}

/** Options that a command looked at, of the lines that were run so far. */
const looked = new Map<string, Set<string>>();

describe('the line of each verb', () => {
  it.each(parseTable)('%s %j', async (verb, line, args, options) => {
    const folder = join(makeFolder(), 'desk');
    cpSync(sound.folder, folder, { recursive: true });
    copyFileSync(sound.database, join(folder, '..', 'sound.db'));
    const desk = setUpDesk({ folder });
    desk.write('g.csv', '2022-000003\n');
    const watch = watchActions();
    try {
      const { code, err } = await desk.liaison(...verb.split(' '), ...line, '--yes');
      expect([code, err]).not.toEqual([1, expect.anything()]);
    } finally {
      watch.stop();
    }
    const given = watch.first();
    expect(given?.args.map((one) => one ?? null)).toEqual(args);
    expect(given?.options).toEqual(options);
    const of = looked.get(verb) ?? new Set();
    for (const option of given?.read ?? []) of.add(option);
    looked.set(verb, of);
  });

  it('names each option of each verb there is, and each is looked at', async () => {
    const { verbs } = (await sound.json('help')) as { verbs: readonly Described[] };
    expect(new Set(parseTable.map(([verb]) => verb))).toEqual(new Set(verbs.map(({ name }) => name)));
    const attribute = (option: string): string =>
      option.replace(/^--/u, '').replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
    for (const { name, options } of verbs) {
      const lines = parseTable.flatMap(([verb, line]) => (verb === name ? line : []));
      const names = options.map((option) => option.name);
      expect([name, names.filter((option) => !lines.includes(option))]).toEqual([name, []]);
      // The walk through a year asks for each in its own step: annual.test.ts and played-year.test.ts.
      if (name === 'annual') continue;
      const of = looked.get(name);
      expect([name, names.filter((option) => of?.has(attribute(option)) !== true)]).toEqual([name, []]);
    }
  });
});

describe('what a command hands on', () => {
  it('is known to the operation that gets it, each term of it', () => {
    expect(listUnknownTerms()).toEqual([]);
  });

  it('is found where it is not', () => {
    const planted = `
      import { renameUnit } from '../../operations/unit/change-unit.ts';
      import { changeAsShown } from '../../operations/unit/change-as-shown.ts';
      import type { Session } from '../../cli/context.ts';
      interface Options { readonly to: string; readonly on?: string; readonly colour?: string }
      export async function runPlanted(session: Session, name: string, options: Options): Promise<void> {
        const { to, ...rest } = options;
        await changeAsShown(session, { task: renameUnit({ name, to, ...rest }), shown: undefined });
      }`;
    expect(listUnknownTerms(planted)).toEqual(['src/commands/unit/planted.ts renameUnit colour']);
  });
});
