import type { Texts } from './shape.ts';
import { errors, problems } from './zh/errors.ts';
import { help } from './zh/help.ts';
import { labels } from './zh/labels.ts';
import { views } from './zh/views.ts';
import { menu } from './zh/menu.ts';
import { work } from './zh/work.ts';
import { questions } from './zh/questions.ts';
import { codeNames } from './zh/code-names.ts';

/** Everything the tool says in Chinese, the one-line summaries apart. */
export const zh: Texts = { errors, problems, help, labels, views, codeNames, questions, menu, work };
