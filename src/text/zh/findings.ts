import { deskViews } from './desk-views.ts';
import { words } from './code-names.ts';

/** What findings are told with in official documents, which are made in Chinese. */
export const zhFindings = { views: { desk: deskViews }, words };
