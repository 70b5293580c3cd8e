import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { exitCodes } from '../../cli/exit-codes.ts';
import { addVerb } from '../../cli/verb.ts';
import { checkDesks, listBlocked } from '../../operations/check-desks.ts';
import { describeFinding, deskCheckView, mendingCommand } from '../../output/desk-view.ts';

export function addCheckCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'desk check', 'liaison desk check').action(() => runCheck(context));
}

async function runCheck(context: Context): Promise<void> {
  const { store, jurisdiction, now } = await context.session('desk check');
  const check = await checkDesks(store.db, jurisdiction, now);
  const { run, desks } = check;
  const findings = desks.flatMap(({ unit, findings: found }) =>
    found.map((finding) => ({
      unit: unit.code,
      name: unit.name,
      ...finding,
      message: describeFinding(finding, context.text),
      mend: mendingCommand(finding, unit.name),
    })),
  );
  const isBlocked = listBlocked(check).length > 0;
  if (isBlocked) context.exitCode = exitCodes.findings;
  if (findings.length > 0 || context.isJson) {
    await context.print({
      json: { run: run.number, year: run.year, findings },
      view: deskCheckView(run, desks, context.text),
    });
  } else context.say(context.text.views.desk.checkOk);
  if (!isBlocked) context.next(context.text.views.status.steps.publish);
}
