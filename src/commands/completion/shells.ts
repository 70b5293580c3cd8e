import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import type { Shell } from './scripts.ts';
import { scripts } from './scripts.ts';

/** Adds a verb for each shell, which writes the script that the shell runs at its start. */
export function addShellCommands(parent: Command, context: Context): void {
  addVerb(
    parent,
    context,
    'completion bash',
    'liaison completion bash',
    'eval "$(liaison completion bash)"',
  ).action(() => printScript(context, 'bash'));
  addVerb(
    parent,
    context,
    'completion zsh',
    'liaison completion zsh',
    'eval "$(liaison completion zsh)"',
  ).action(() => printScript(context, 'zsh'));
  addVerb(parent, context, 'completion fish', 'liaison completion fish | source').action(() =>
    printScript(context, 'fish'),
  );
  addVerb(
    parent,
    context,
    'completion powershell',
    'liaison completion powershell | Out-String | Invoke-Expression',
  ).action(() => printScript(context, 'powershell'));
}

async function printScript(context: Context, shell: Shell): Promise<void> {
  await context.print({ json: { shell, script: scripts[shell] }, view: [], text: scripts[shell] });
}
