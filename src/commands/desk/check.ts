import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { exitCodes } from '../../cli/exit-codes.ts';
import { addVerb } from '../../cli/verb.ts';
import { checkAllDesks, listBlocked } from '../../operations/roster/check-desks.ts';
import { describeFinding, deskCheckView, mendingCommand } from '../../output/desk-view.ts';

interface Options {
  readonly blocking?: boolean;
}

export function addCheckCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'desk check', 'liaison desk check', 'liaison desk check --blocking')
    .option('--blocking', context.text.help.desk.blocking)
    .action((options: Options) => runCheck(context, options));
}

/** Prints what was found; nothing at all when all is well. */
async function runCheck(context: Context, { blocking = false }: Options): Promise<void> {
  const { store, jurisdiction, now } = await context.session('desk check');
  const check = await checkAllDesks(store.db, jurisdiction, now);
  const { run } = check;
  const desks = check.desks.map((one) => ({
    ...one,
    findings: one.findings.filter((finding) => finding.blocks || !blocking),
  }));
  const findings = desks.flatMap(({ unit, findings: found }) =>
    found.map((finding) => ({
      unit: unit.code,
      name: unit.name,
      ...finding,
      message: describeFinding(finding, context.text),
      mend: mendingCommand(finding, unit.code, context.text),
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
