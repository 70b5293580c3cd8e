import type { en } from './en.ts';
import type { summaries } from './en/summaries.ts';

/** The shape both languages have: what the English texts say, the Chinese must say too, or it does not compile. */
export type Texts = typeof en;
export type Summaries = typeof summaries;
export type VerbName = keyof Summaries['verbs'];
export type NounName = keyof Summaries['nouns'];
