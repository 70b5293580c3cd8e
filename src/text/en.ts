import { errors, problems } from './en/errors.ts';
import { help } from './en/help.ts';
import { labels } from './en/labels.ts';
import { views } from './en/views.ts';
import { menu } from './en/menu.ts';
import { work } from './en/work.ts';
import { questions } from './en/questions.ts';
import { codeNames } from './en/code-names.ts';

/** Everything the tool says in English, the one-line summaries apart. */
export const en = { errors, problems, help, labels, views, codeNames, questions, menu, work };
