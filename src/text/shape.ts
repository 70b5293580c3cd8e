import type { ErrorCode, ErrorDetails, ProblemCode, ProblemDetails } from '../errors.ts';
import type { en } from './en.ts';
import type { summaries } from './en/summaries.ts';

/** What an error says: a sentence, lines that belong to it, and what to do. */
export interface ErrorText {
  readonly message: string;
  readonly hint?: string;
  readonly lines?: readonly string[];
}

/** A sentence for every error there is. */
export type ErrorTexts = { readonly [Code in ErrorCode]: (details: ErrorDetails[Code]) => ErrorText };
export type ProblemTexts = { readonly [Code in ProblemCode]: (details: ProblemDetails[Code]) => string };

/** The shape both languages have: what the English texts say, the Chinese must say too, or it does not compile. */
export type Texts = typeof en;
export type Summaries = typeof summaries;
export type VerbName = keyof Summaries['verbs'];
export type NounName = keyof Summaries['nouns'];
