import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { fillVerb } from '../../cli/verb.ts';
import { getStatus } from '../../operations/overview/status.ts';
import { nextCommand, statusView } from '../../output/status-view.ts';

/** Fills the command `status`, which `liaison` without a command runs too. */
export function addStatusCommand(command: Command, context: Context): void {
  fillVerb(command, context, 'status', 'liaison status').action(() => showStatus(context));
}

/** Shows where the year's work stands. */
async function showStatus(context: Context): Promise<void> {
  const session = await context.session('status');
  const { jurisdiction } = session;
  const status = await getStatus(session);
  const { draft, run, step, year, edition, ...rest } = status;
  const known = { year, draft: draft?.number ?? null, isSuperseding: run !== null && run.year === year };
  const command = nextCommand(step, known, context.text);
  await context.print({
    json: {
      ...rest,
      jurisdiction: jurisdiction.code,
      year,
      run: run?.number ?? null,
      draft: draft?.number ?? null,
      edition: edition?.number ?? null,
      step,
      next: command,
    },
    view: statusView(status, context.text),
  });
  context.next(command);
}
