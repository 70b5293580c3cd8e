import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { exitCodes } from '../../cli/exit-codes.ts';
import { addVerb } from '../../cli/verb.ts';
import { checkAllDesks, listBlocked } from '../../operations/roster/check-desks.ts';
import { describeFinding, deskCheckView, mendingCommand } from '../../output/desk-view.ts';

export function addCheckCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'desk check', 'liaison desk check').action(() => runCheck(context));
}

/** Prints what was found; nothing at all when all is well. */
async function runCheck(context: Context): Promise<void> {
  const { store, jurisdiction, now } = await context.session('desk check');
  const check = await checkAllDesks(store.db, jurisdiction, now);
  const { run, desks } = check;
  const findings = desks.flatMap(({ unit, findings: found }) =>
    found.map((finding) => ({
      unit: unit.code,
      name: unit.name,
      ...finding,
      message: describeFinding(finding, context.text),
      mend: mendingCommand(finding, unit.code),
    })),
  );
  const isBlocked = listBlocked(check).length > 0;
  if (isBlocked) context.exitCode = exitCodes.findings;
  if (findings.length > 0 || context.isJson) {
    await context.print({
      json: { run: run.number, year: run.year, findings },
      view: deskCheckView(run, desks, context.text),
    });
  }
}
