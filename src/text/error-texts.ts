import type { ErrorCode, ErrorDetails } from '../errors.ts';
import type { ProblemCode, ProblemDetails } from '../problems.ts';

/** What an error says: a sentence, lines that belong to it, and what to do. */
export interface ErrorText {
  readonly message: string;
  readonly hint?: string;
  readonly lines?: readonly string[];
}

/** A sentence for every error there is. */
export type ErrorTexts = { readonly [Code in ErrorCode]: (details: ErrorDetails[Code]) => ErrorText };
export type ProblemTexts = { readonly [Code in ProblemCode]: (details: ProblemDetails[Code]) => string };
