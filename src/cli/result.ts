import type { View } from '../output/view.ts';
import type { Format } from './global-options.ts';
import { formats, isDocumentForm } from './global-options.ts';

/** What a command shows: one document for programs, one view for people, and finished documents where it makes some. */
export interface Result {
  readonly json: unknown;
  readonly view: View;
  /** Forms that the command makes itself instead of writing its view in them. */
  readonly documents?: Documents;
  /** Whether it is those documents alone: its view says of them how many and how large. */
  readonly isPaper?: boolean;
  /** Text that is written as it stands instead of the view, so that it can be edited and read in again. */
  readonly text?: string;
  /** Whether it holds personal data as they were written: a file of it is for its owner alone. */
  readonly isPersonal?: boolean;
}

/** Finished documents by their form; what is costly is made when it is asked for. */
export type Documents = Partial<
  Record<'html' | 'docx' | 'vcf' | 'xlsx' | 'csv' | 'md', () => Content | Promise<Content>>
>;
export type Content = string | Uint8Array;

/** The forms in which a result can be written that is more than its rows, or less. */
export function listForms({ documents = {}, isPaper }: Result): Format[] {
  return formats.filter(
    (form) =>
      form in documents || form === 'table' || form === 'json' || (isPaper !== true && !isDocumentForm(form)),
  );
}
