import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { numberOption, severalOption, textOption, wordOption } from '../../cli/option-values.ts';
import type { HopReason, Outcome } from '../../domain/appeal.ts';
import { linkKinds } from '../../domain/appeal-event.ts';
import type { LinkKind } from '../../domain/appeal-event.ts';
import { askerWords, outcomeWords, reasonWords, reviewResultWords } from '../../domain/input-words.ts';
import type { Satisfaction } from '../../domain/satisfaction.ts';
import { listAppealLines } from '../../operations/appeal/list-appeals.ts';
import type { PersonalText } from '../../operations/appeal/record-event.ts';
import type { CourseOptions } from './run-verb.ts';
import { addCourseVerb, runCourseVerb, satisfactionOption, yesNoOption } from './run-verb.ts';
import type { FieldOptions } from './field-options.ts';
import { addFieldOptions, fieldNames } from './field-options.ts';
import { asksFor } from '../../cli/verb.ts';

/** What a person wrote, by its field; what was not said is absent. */
function textsOf(fields: Readonly<Record<string, string | undefined>>): readonly PersonalText[] {
  return Object.entries(fields).flatMap(([field, text]) => (text === undefined ? [] : [{ field, text }]));
}

/** A verb that needs no more than a remark. */
function addPlainVerb(parent: Command, context: Context, verb: 'accept' | 'recall', help: string): void {
  addCourseVerb(parent, context, verb, `liaison appeal ${verb} 2022-000001`)
    .option('--text <text>', help, textOption('--text'))
    .action((numbers: string[], options: CourseOptions) =>
      runCourseVerb(context, numbers, options, { verb, texts: textsOf({ text: options.text }) }),
    );
}

export function addAcceptCommand(parent: Command, context: Context): void {
  addPlainVerb(parent, context, 'accept', context.text.help.appeal.remark);
}

export function addRecallCommand(parent: Command, context: Context): void {
  addPlainVerb(parent, context, 'recall', context.text.help.appeal.remark);
}

/** Reminds of appeals, or of all that are overdue at a unit. */
export function addRemindCommand(parent: Command, context: Context): void {
  const { appeal: help } = context.text.help;
  interface Options extends CourseOptions {
    readonly overdueOf?: string;
  }
  const verb = addCourseVerb(
    parent,
    context,
    'remind',
    'liaison appeal remind 2022-000001',
    'liaison appeal remind --overdue-of 市公安局 --text 请尽快答复',
  )
    .option('--overdue-of <unit>', help.overdueOf, textOption('--overdue-of'))
    .option('--text <text>', help.remindText, textOption('--text'))
    .action(async (numbers: string[], { overdueOf, ...options }: Options) => {
      const act = { verb: 'remind' as const, texts: textsOf({ text: options.text }) };
      if (overdueOf === undefined) return runCourseVerb(context, numbers, options, act);
      const terms = { unit: { name: overdueOf, as: 'lead' as const }, overdue: true };
      const { lines } = await listAppealLines(await context.session('appeal remind'), terms);
      // One that waits at no unit is not the unit's to be reminded of.
      const overdue = lines.filter(({ appeal }) => appeal.state !== 'unassigned');
      const all = [...numbers, ...overdue.map(({ appeal }) => appeal.number)];
      if (all.length === 0) {
        await context.print({
          json: [],
          view: [{ kind: 'lines', lines: [context.text.views.times.noneOverdue(overdueOf)] }],
        });
        return;
      }
      await runCourseVerb(context, all, options, act, true);
    });
  asksFor(verb, { needs: [['numbers', '--from-file', '--overdue-of']] });
}

export function addExtendCommand(parent: Command, context: Context): void {
  const { appeal: help } = context.text.help;
  interface Options extends CourseOptions {
    readonly days: number;
    readonly reason: string;
  }
  addCourseVerb(parent, context, 'extend', 'liaison appeal extend 2022-000001 --days 5 --reason 需现场勘验')
    .requiredOption('--days <number>', help.days, numberOption('--days'))
    .requiredOption('--reason <text>', help.extendReason, textOption('--reason'))
    .action((numbers: string[], { days, reason, ...options }: Options) =>
      runCourseVerb(context, numbers, options, { verb: 'extend', days, texts: textsOf({ text: reason }) }),
    );
}

/** A verb that is nothing without its text. */
function addTextVerb(
  parent: Command,
  context: Context,
  verb: 'note' | 'reopen',
  help: string,
  example: string,
): void {
  addCourseVerb(parent, context, verb, `liaison appeal ${verb} 2022-000001 --text ${example}`)
    .requiredOption('--text <text>', help, textOption('--text'))
    .action((numbers: string[], options: CourseOptions) =>
      runCourseVerb(context, numbers, options, { verb, texts: textsOf({ text: options.text }) }),
    );
}

export function addNoteCommand(parent: Command, context: Context): void {
  addTextVerb(parent, context, 'note', context.text.help.appeal.note, '已联系社区');
}

export function addReopenCommand(parent: Command, context: Context): void {
  addTextVerb(parent, context, 'reopen', context.text.help.appeal.reopenText, '诉求人反映未解决');
}

export function addReturnCommand(parent: Command, context: Context): void {
  const { appeal: help } = context.text.help;
  interface Options extends CourseOptions {
    readonly reason: HopReason;
    readonly basis: string;
    readonly to?: string;
  }
  addCourseVerb(
    parent,
    context,
    'return',
    'liaison appeal return 2022-000001 --reason wrong-unit --basis 三定规定第四条 --to 市公安局',
  )
    .requiredOption('--reason <reason>', help.reason, wordOption('--reason', reasonWords))
    .requiredOption('--basis <text>', help.returnBasis, textOption('--basis'))
    .option('--to <unit>', help.proposed, textOption('--to'))
    .option('--text <text>', help.transferText, textOption('--text'))
    .action((numbers: string[], { reason, basis, to, ...options }: Options) =>
      runCourseVerb(context, numbers, options, {
        verb: 'return',
        reason,
        ...(to === undefined ? {} : { to }),
        texts: textsOf({ text: options.text, basis }),
      }),
    );
}

export function addDecideCommand(parent: Command, context: Context): void {
  const { appeal: help } = context.text.help;
  interface Options extends CourseOptions {
    readonly uphold?: boolean;
    readonly reject?: boolean;
    readonly to?: string;
  }
  const verb = addCourseVerb(
    parent,
    context,
    'decide',
    'liaison appeal decide 2022-000001 --uphold --to 市公安局',
    'liaison appeal decide 2022-000001 --reject --text 属本单位职责',
  )
    .option('--uphold', help.uphold)
    .option('--reject', help.reject)
    .option('--to <unit>', help.decideTo, textOption('--to'))
    .option('--text <text>', help.remark, textOption('--text'))
    .action((numbers: string[], { uphold, reject, to, ...options }: Options) => {
      if (uphold === true && reject === true)
        throw new AppError('options-conflict', { one: '--uphold', other: '--reject' });
      if (uphold !== true && reject !== true)
        throw new AppError('option-missing', { options: ['--uphold / --reject'] });
      if (reject === true && to !== undefined)
        throw new AppError('options-conflict', { one: '--reject', other: '--to' });
      if (reject === true && options.text === undefined)
        throw new AppError('option-missing', { options: ['--text'] });
      return runCourseVerb(context, numbers, options, {
        verb: 'decide',
        decision: uphold === true ? 'uphold' : 'reject',
        ...(to === undefined ? {} : { to }),
        texts: textsOf({ text: options.text }),
      });
    });
  asksFor(verb, {
    needs: [['numbers', '--from-file'], ['--uphold', '--reject'], ['--text']],
    unless: { '--text': '--uphold' },
  });
}

export function addAssistCommand(parent: Command, context: Context): void {
  const { appeal: help } = context.text.help;
  interface Options extends CourseOptions {
    readonly add: readonly string[];
    readonly remove: readonly string[];
  }
  const verb = addCourseVerb(
    parent,
    context,
    'assist',
    'liaison appeal assist 2022-000001 --add 市疾控中心 --add 市卫健委/医政科',
  )
    .option('--add <unit>', help.addAssist, severalOption('--add'), [])
    .option('--remove <unit>', help.removeAssist, severalOption('--remove'), [])
    .option('--text <text>', help.remark, textOption('--text'))
    .action((numbers: string[], { add, remove, ...options }: Options) => {
      if (add.length + remove.length === 0)
        throw new AppError('option-missing', { options: ['--add / --remove'] });
      return runCourseVerb(context, numbers, options, {
        verb: 'assist',
        add,
        remove,
        texts: textsOf({ text: options.text }),
      });
    });
  asksFor(verb, {
    needs: [
      ['numbers', '--from-file'],
      ['--add', '--remove'],
    ],
  });
}

export function addReplyCommand(parent: Command, context: Context): void {
  const { appeal: help } = context.text.help;
  interface Options extends CourseOptions {
    readonly note?: string;
  }
  addCourseVerb(parent, context, 'reply', 'liaison appeal reply 2022-000001 --text 已更新检测结果')
    .requiredOption('--text <text>', help.reply, textOption('--text'))
    .option('--note <text>', help.replyNote, textOption('--note'))
    .action((numbers: string[], { note, ...options }: Options) =>
      runCourseVerb(context, numbers, options, {
        verb: 'reply',
        texts: textsOf({ reply: options.text, note }),
      }),
    );
}

export function addCallbackCommand(parent: Command, context: Context): void {
  const { appeal: help } = context.text.help;
  interface Options extends CourseOptions {
    readonly reached: boolean;
    readonly solved?: boolean;
    readonly satisfiedResult?: Satisfaction;
    readonly satisfiedService?: Satisfaction;
  }
  addCourseVerb(
    parent,
    context,
    'callback',
    'liaison appeal callback 2022-000001 --reached yes --solved yes --satisfied-result satisfied',
  )
    .requiredOption('--reached <yes|no>', help.reached, yesNoOption('--reached'))
    .option('--solved <yes|no>', help.solved, yesNoOption('--solved'))
    .option('--satisfied-result <grade>', help.satisfiedResult, satisfactionOption('--satisfied-result'))
    .option('--satisfied-service <grade>', help.satisfiedService, satisfactionOption('--satisfied-service'))
    .option('--text <text>', help.callbackText, textOption('--text'))
    .action((numbers: string[], options: Options) => {
      const { reached, solved, satisfiedResult, satisfiedService } = options;
      const answers = {
        solved,
        satisfiedWithResult: satisfiedResult,
        satisfiedWithService: satisfiedService,
      };
      const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
      // Who was not reached has said nothing.
      if (!reached && Object.keys(given).length > 0)
        throw new AppError('options-conflict', { one: '--reached no', other: '--solved / --satisfied-…' });
      return runCourseVerb(context, numbers, options, {
        verb: 'callback',
        callback: { reached, ...given },
        texts: textsOf({ text: options.text }),
      });
    });
}

export function addReviewCommand(parent: Command, context: Context): void {
  const { appeal: help } = context.text.help;
  interface Options extends CourseOptions {
    readonly askedBy: keyof typeof askerWords;
    readonly result: keyof typeof reviewResultWords;
  }
  addCourseVerb(
    parent,
    context,
    'review',
    'liaison appeal review 2022-000001 --asked-by citizen --result redo --text 未现场核实',
  )
    .requiredOption('--asked-by <who>', help.askedBy, wordOption('--asked-by', askerWords))
    .requiredOption('--result <result>', help.reviewResult, wordOption('--result', reviewResultWords))
    .option('--text <text>', help.remark, textOption('--text'))
    .action((numbers: string[], { askedBy, result, ...options }: Options) =>
      runCourseVerb(context, numbers, options, {
        verb: 'review',
        review: { askedBy, result },
        texts: textsOf({ text: options.text }),
      }),
    );
}

export function addCloseCommand(parent: Command, context: Context): void {
  const { appeal: help } = context.text.help;
  interface Options extends CourseOptions {
    readonly outcome: Outcome;
  }
  addCourseVerb(parent, context, 'close', 'liaison appeal close 2022-000001 --outcome solved')
    .requiredOption('--outcome <outcome>', help.outcome, wordOption('--outcome', outcomeWords))
    .option('--text <text>', help.remark, textOption('--text'))
    .action((numbers: string[], { outcome, ...options }: Options) =>
      runCourseVerb(context, numbers, options, {
        verb: 'close',
        outcome,
        texts: textsOf({ text: options.text }),
      }),
    );
}

export function addCorrectCommand(parent: Command, context: Context): void {
  const verb = addCourseVerb(
    parent,
    context,
    'correct',
    'liaison appeal correct 2022-000001 --phone 19900000001',
  );
  addFieldOptions(verb, context);
  const fields = fieldNames.map((name) => `--${name}`);
  asksFor(verb, { needs: [['numbers', '--from-file'], fields] });
  verb.action((numbers: string[], options: CourseOptions & FieldOptions) => {
    const { title, text, caller, phone, kind, channel, priority, matter, place } = options;
    const said = Object.entries({ title, text, caller, phone, kind, channel, priority, matter, place });
    const fields = Object.fromEntries(said.filter(([, value]) => value !== undefined));
    return runCourseVerb(context, numbers, options, { verb: 'correct', fields });
  });
}

export function addLinkCommand(parent: Command, context: Context): void {
  const { appeal: help } = context.text.help;
  interface Options extends CourseOptions {
    readonly duplicateOf?: string;
    readonly repeatOf?: string;
    readonly related?: string;
    readonly remove?: string;
  }
  const verb = addCourseVerb(
    parent,
    context,
    'link',
    'liaison appeal link 2022-000002 --duplicate-of 2022-000001',
    'liaison appeal link 2022-000002 --remove 2022-000001',
  )
    .option('--duplicate-of <number>', help.duplicateOf, textOption('--duplicate-of'))
    .option('--repeat-of <number>', help.repeatOf, textOption('--repeat-of'))
    .option('--related <number>', help.related, textOption('--related'))
    .option('--remove <number>', help.unlink, textOption('--remove'))
    .action((numbers: string[], options: Options) => {
      const others: Readonly<Record<LinkKind, string | undefined>> = {
        'duplicate-of': options.duplicateOf,
        'repeat-of': options.repeatOf,
        related: options.related,
      };
      const [kind, another] = linkKinds.filter((one) => others[one] !== undefined);
      const { remove } = options;
      if (remove !== undefined) {
        if (kind !== undefined)
          throw new AppError('options-conflict', { one: '--remove', other: `--${kind}` });
        return runCourseVerb(context, numbers, options, { verb: 'link', remove });
      }
      if (kind === undefined)
        throw new AppError('option-missing', { options: linkKinds.map((one) => `--${one}`) });
      if (another !== undefined)
        throw new AppError('options-conflict', { one: `--${kind}`, other: `--${another}` });
      return runCourseVerb(context, numbers, options, { verb: 'link', kind, number: others[kind] ?? '' });
    });
  asksFor(verb, {
    needs: [
      ['numbers', '--from-file'],
      [...linkKinds.map((kind) => `--${kind}`), '--remove'],
    ],
  });
}
