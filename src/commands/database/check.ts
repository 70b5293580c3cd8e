import type { CheckPart } from '../../operations/database/check-findings.ts';
import { checkDatabase } from '../../operations/database/check-database.ts';
import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { exitCodes } from '../../cli/exit-codes.ts';
import { addVerb } from '../../cli/verb.ts';
import { databaseCheckView } from '../../output/database-check-view.ts';
import { listLeftovers } from '../../store/copies.ts';
import { findLastOperation } from '../../store/operations.ts';

export function addCheckCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'database check', 'liaison database check').action(() => runCheck(context));
}

async function runCheck(context: Context): Promise<void> {
  const store = await context.store();
  context.host.expectLongWork();
  const say = context.text.views.check;
  const tell = (part: CheckPart): void => {
    if (context.showsProgress) context.say(say.part(say.parts[part]));
  };
  const check = await checkDatabase(
    store,
    tell,
    store.file === undefined ? [] : listLeftovers(store.path, context.host),
  );
  const head = (await findLastOperation(store.db))?.hash ?? null;
  if (check.findings.length > 0) context.exitCode = exitCodes.findings;
  await context.print({
    json: {
      ...check,
      head,
      findings: check.findings.map((finding) => ({ ...finding, message: say.codes[finding.code] })),
    },
    view: databaseCheckView({ ...check, head }, context.text),
  });
}
