import { AppError } from '../errors.ts';
import { writeCsv } from '../output/csv.ts';
import { writeMarkdown } from '../output/markdown.ts';
import type { Screen } from '../output/screen.ts';
import { writeTerminal } from '../output/terminal.ts';
import { escapeHidden, showHidden } from '../output/visible.ts';
import type { CommandWords } from '../text/command-words.ts';
import { commandsInChinese } from './command-words.ts';
import type { Format } from './global-options.ts';
import { isDocumentForm } from './global-options.ts';
import type { Content, Result } from './result.ts';
import { listForms } from './result.ts';

/** In which form a result is made, and for what. */
export interface Rendering {
  readonly format: Format;
  readonly isFile: boolean;
  readonly screen: Screen;
  /** Words of the reader for commands that the result names; null where they are English. */
  readonly words: CommandWords | null;
}

/** Makes what is written of a result in the form asked for. Errors: `format-not-offered`. */
export async function renderResult(
  result: Result,
  { format, isFile, screen, words }: Rendering,
): Promise<Content> {
  const { documents = {} } = result;
  if (format !== 'json' && format !== 'table') {
    const make = documents[format];
    if (make !== undefined) return make();
    // What is made as a document alone has no rows that another form could hold.
    if (isDocumentForm(format) || result.isPaper === true)
      throw new AppError('format-not-offered', { format, offered: listForms(result) });
  }
  switch (format) {
    case 'json':
      // A file is there to be looked at and edited; a pipe gets one line.
      return `${JSON.stringify(result.json, null, isFile ? 2 : undefined)}\n`;
    case 'csv':
      return writeCsv(result.view);
    case 'xlsx': {
      const { writeWorkbook } = await import('../output/documents.ts');
      return writeWorkbook(result.view);
    }
    case 'md':
      return writeMarkdown(result.view);
    default: {
      const shown = result.text ?? writeTerminal(result.view, screen);
      if (words === null) return shown;
      // A command stands on a line of its own; what else is shown may be anybody's text.
      return shown.replaceAll(/^ *liaison .*$/gmu, (line) => commandsInChinese(line, words));
    }
  }
}

/** What is written to a terminal, whatever its form: it moves no cursor and colours nothing but what a table does itself. */
export function showable(content: Content, format: Format): Content {
  if (typeof content !== 'string' || format === 'table') return content;
  return format === 'json' ? escapeHidden(content) : showHidden(content.replace(/^\ufeff/u, ''));
}
