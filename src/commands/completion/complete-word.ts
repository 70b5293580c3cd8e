import type { Command, Option } from 'commander';
import type { Context } from '../../cli/context.ts';
import type { Candidate } from './list-candidates.ts';
import { isMark, listCandidates } from './list-candidates.ts';

/** A line as a shell hands it over: the words before the cursor, what was begun at it, and how the verbs of a noun come in. */
export interface ShellLine {
  readonly root: Command;
  readonly words: readonly string[];
  readonly prefix: string;
  readonly declare: (noun: Command) => Promise<void>;
}

/** What could be typed at the cursor, as the scripts of the shells read it: one a line, behind a tab what it is. */
export async function completeWord(context: Context, line: ShellLine): Promise<string> {
  const { root, prefix } = line;
  // Whoever presses Tab changes nothing.
  context.isLooking = true;
  const { command, operands, used, option, globals } = await followLine(line);
  context.settle({ ...context.options, ...globals, input: false });
  const so = { command, root, operands, used, words: context.summaries.words };
  // A value behind the sign that parts it from its option.
  const [, name = '', value = ''] = /^(--[^=]+)=(.*)$/u.exec(prefix) ?? [];
  const ofPrefix = findOption(command, root, name);
  if (ofPrefix === undefined)
    return writeCandidates(await listCandidates(context, { ...so, option, prefix }));
  const found = await listCandidates(context, { ...so, option: ofPrefix, prefix: value });
  return writeCandidates(found.map((one) => (isMark(one) ? one : { ...one, value: `${name}=${one.value}` })));
}

/** Follows the words of a line to the verb that they name, as far as they go. */
async function followLine({ root, words, declare }: ShellLine) {
  let command = root;
  let option: Option | undefined;
  const operands: string[] = [];
  const used: string[] = [];
  const globals: Record<string, string> = {};
  const take = (of: Option, value: string): void => {
    if (root.options.includes(of)) globals[of.attributeName()] = value;
  };
  for (const word of words) {
    if (option !== undefined) {
      take(option, word);
      option = undefined;
    } else if (word.startsWith('-') && word !== '-') {
      const [name = '', value] = word.split('=', 2);
      const found = findOption(command, root, name);
      used.push(found?.long ?? name);
      if (found === undefined || (!found.required && !found.optional)) continue;
      if (value === undefined) option = found;
      else take(found, value);
    } else {
      const child = command.commands.find((one) => one.name() === word || one.aliases().includes(word));
      if (child === undefined) operands.push(word);
      else {
        if (command === root) await declare(child);
        command = child;
      }
    }
  }
  return { command, option, operands, used, globals };
}

function findOption(command: Command, root: Command, name: string): Option | undefined {
  return [...command.options, ...root.options].find(({ long, short }) => long === name || short === name);
}

function writeCandidates(candidates: readonly Candidate[]): string {
  const plain = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  return candidates
    .map(({ value, about = '' }) =>
      about === '' || about === value ? plain(value) : `${plain(value)}\t${plain(about)}`,
    )
    .map((one) => `${one}\n`)
    .join('');
}
