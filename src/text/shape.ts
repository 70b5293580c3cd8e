import type { en } from './en.ts';
import type { summaries } from './en/summaries.ts';

/** The shape both languages have: what the English texts say, the Chinese must say too, or it does not compile. */
export type Texts = typeof en;
export type Summaries = typeof summaries;
/** Words of another language for what is typed; null in the language whose words the commands are. */
export interface CommandWords {
  readonly nouns: Readonly<Record<string, string>>;
  /** Nouns inside nouns, and verbs that have a noun before them: the last part of each. */
  readonly inner: Readonly<Record<string, string>>;
  readonly verbs: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
}

export type VerbName = keyof Summaries['verbs'];
export type NounName = keyof Summaries['nouns'];
