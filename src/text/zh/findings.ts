import { deskViews } from './desk.ts';
import { labels } from './labels.ts';
import { codeNames } from './code-names.ts';

/** What findings are told with in official documents, which are made in Chinese. */
export const zhFindings = { views: { desk: deskViews }, codeNames, labels };
