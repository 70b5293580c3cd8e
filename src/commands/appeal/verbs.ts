import type { Declare } from '../declare.ts';
import { addLogCommand } from './log.ts';
import { addImportCommand } from './import.ts';
import { addImportHistoryCommand } from './import-history.ts';
import {
  addAcceptCommand,
  addAssistCommand,
  addCallbackCommand,
  addCloseCommand,
  addCorrectCommand,
  addDecideCommand,
  addExtendCommand,
  addLinkCommand,
  addNoteCommand,
  addRecallCommand,
  addRemindCommand,
  addReopenCommand,
  addReplyCommand,
  addReturnCommand,
  addReviewCommand,
} from './course-verbs.ts';
import { addTransferCommand } from './transfer.ts';
import { addRuleCommand } from './rule.ts';
import { addWorkCommand } from './work.ts';
import { addListCommand } from './list.ts';
import { addSearchCommand } from './search.ts';
import { addShowCommand } from './show.ts';
import { addSlipCommand } from './slip.ts';
import { addTraceCommand } from './trace.ts';

/** The verbs of `appeal`, in the order of its help. */
export const verbs: readonly Declare[] = [
  addLogCommand,
  addImportCommand,
  addImportHistoryCommand,
  addTransferCommand,
  addAcceptCommand,
  addRecallCommand,
  addReturnCommand,
  addDecideCommand,
  addRuleCommand,
  addAssistCommand,
  addNoteCommand,
  addExtendCommand,
  addRemindCommand,
  addReplyCommand,
  addCallbackCommand,
  addReviewCommand,
  addCloseCommand,
  addReopenCommand,
  addCorrectCommand,
  addLinkCommand,
  addWorkCommand,
  addListCommand,
  addSearchCommand,
  addShowCommand,
  addTraceCommand,
  addSlipCommand,
];
