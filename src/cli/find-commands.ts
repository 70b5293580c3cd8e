import { findNearest } from '../domain/nearest.ts';
import type { CommandWords } from '../text/command-words.ts';
import type { Summaries, VerbName } from '../text/shape.ts';

/** All that is known of commands by their words: their names, their Chinese words, their summaries. */
export interface CommandBook {
  readonly summaries: Summaries;
  readonly words: CommandWords | null;
}

/** What a name is: of a verb, or of a noun whose verbs were meant. */
export function summaryOf({ verbs, nouns }: Summaries, name: string): string {
  const summaries: Readonly<Record<string, string | undefined>> = { ...nouns, ...verbs };
  return summaries[name] ?? '';
}

/** The commands that a word nobody knows may have meant, the nearest first: verbs below the noun, where one was named, else nouns and verbs of any. */
export function findNearestCommands(
  { summaries, words }: CommandBook,
  typed: string,
  noun: string | undefined,
): string[] {
  const verbs = Object.keys(summaries.verbs).filter(
    (name) => noun === undefined || name.startsWith(`${noun} `),
  );
  const nouns =
    noun === undefined ? Object.keys(summaries.nouns).filter((name) => !verbs.includes(name)) : [];
  const among = [...nouns, ...verbs].map((name) => {
    const [first = '', ...rest] = name.split(' ');
    const own = rest.at(-1) ?? first;
    const chinese = words?.verbs[name] ?? words?.nouns[name] ?? '';
    if (noun !== undefined || rest.length === 0) return { name, words: [own, chinese] };
    // Chinese is written without blanks: 登记诉求, 诉求登记.
    const chineseNoun = words?.nouns[first] ?? '';
    return { name, words: [own, chinese, name, chinese + chineseNoun, chineseNoun + chinese] };
  });
  return findNearest(typed, among);
}

/** The verbs whose name, summary or further texts have every one of some words, in the order of the help. */
export function searchVerbs(
  { summaries, words }: CommandBook,
  wanted: readonly string[],
  textOf: (name: VerbName) => string,
): VerbName[] {
  const fold = (text: string): string => text.normalize('NFKC').toLowerCase();
  const pieces = wanted.flatMap((one) => fold(one).split(/\s+/u)).filter((one) => one !== '');
  return (Object.keys(summaries.verbs) as VerbName[]).filter((name) => {
    const [noun = ''] = name.split(' ');
    const all = fold(
      [name, summaries.verbs[name], words?.verbs[name] ?? '', words?.nouns[noun] ?? '', textOf(name)].join(
        ' ',
      ),
    );
    return pieces.length > 0 && pieces.every((piece) => all.includes(piece));
  });
}
