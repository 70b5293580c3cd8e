import type { ErrorDetails } from '../../errors.ts';
import type { AppError } from '../../errors.ts';
import { askChoice } from '../../cli/ask/choose.ts';
import { askYes } from '../../cli/ask/prompts.ts';
import { nameInWords } from '../../cli/command-words.ts';
import type { Context } from '../../cli/context.ts';
import type { CommandBook } from '../../cli/find-commands.ts';
import { findNearestCommands, summaryOf } from '../../cli/find-commands.ts';
import type { VerbName } from '../../text/shape.ts';

/** A line with the command it was meant to have. */
export interface MendedLine {
  readonly args: readonly string[];
  /** Whether the command was chosen out of all of its noun, so that it is asked for what it needs. */
  readonly isChosen: boolean;
}

/**
 * Asks whether a command that nobody knows is another that is called like it, or which of a noun's verbs is meant where none was named. Gives the line with it; undefined where nothing comes near, or
 * a person says no. Errors: `interrupted`.
 */
export async function mendCommand(
  context: Context,
  {
    error,
    args,
    book,
  }: { readonly error: AppError; readonly args: readonly string[]; readonly book: CommandBook },
): Promise<MendedLine | undefined> {
  if (!context.isInteractive) return undefined;
  if (error.code === 'verb-missing')
    return chooseVerb(context, (error.details as ErrorDetails['verb-missing']).noun, args);
  if (error.code !== 'command-unknown') return undefined;
  const { name: typed, noun } = error.details as ErrorDetails['command-unknown'];
  const at = args.indexOf(typed);
  const found = findNearestCommands(book, typed, noun);
  const [first, ...others] = found;
  if (first === undefined || at < 0) return undefined;
  const { questions } = context.text;
  const put = (name: string): MendedLine => {
    const words = noun === undefined ? name.split(' ') : name.split(' ').slice(noun.split(' ').length);
    return { args: [...args.slice(0, at), ...words, ...args.slice(at + 1)], isChosen: false };
  };
  if (others.length === 0)
    return (await askYes(
      context,
      questions.meant(nameInWords(first, context.summaries), summaryOf(context.summaries, first)),
    ))
      ? put(first)
      : undefined;
  const chosen = await askChoice(context, {
    message: questions.whichMeant(typed),
    option: '',
    choices: [
      ...found.map((name) => ({
        value: name,
        label: summaryOf(context.summaries, name),
        note: nameInWords(name, context.summaries),
      })),
      { value: '', label: questions.noneOfThem },
    ],
  });
  return chosen === '' ? undefined : put(chosen);
}

async function chooseVerb(context: Context, noun: string, args: readonly string[]): Promise<MendedLine> {
  const { summaries } = context;
  const verbs = (Object.keys(summaries.verbs) as VerbName[]).filter((name) => name.startsWith(`${noun} `));
  const chosen = await askChoice(context, {
    message: context.text.menu.what,
    option: '',
    choices: verbs.map((name) => ({
      value: name,
      label: summaries.verbs[name],
      note: nameInWords(name, context.summaries),
    })),
  });
  const at = args.indexOf(noun);
  const before = args.slice(0, at < 0 ? 0 : at);
  return { args: [...before, ...chosen.split(' '), ...args.slice(before.length + 1)], isChosen: true };
}
