import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { textOption } from '../../cli/option-values.ts';
import { addVerb, asksFor } from '../../cli/verb.ts';
import { setJurisdiction } from '../../operations/unit/change-jurisdiction.ts';
import { movedDuesView } from '../../output/calendar-view.ts';
import { jurisdictionJson } from '../../output/jurisdiction-json.ts';
import { jurisdictionView } from '../../output/jurisdiction-view.ts';
import type { JurisdictionOptions } from './jurisdiction-options.ts';
import { addJurisdictionOptions } from './jurisdiction-options.ts';

interface Options extends JurisdictionOptions {
  readonly name?: string;
  readonly parent?: string;
}

export function addSetCommand(parent: Command, context: Context): void {
  const { init, jurisdiction: help } = context.text.help;
  const verb = addVerb(
    parent,
    context,
    'jurisdiction set',
    'liaison jurisdiction set --in DZ --issuer 中共德州市委组织部 --recipient 市直各部门单位',
  )
    .option('--name <name>', init.name, textOption('--name'))
    .option('--parent <code>', help.parent, textOption('--parent'));
  addJurisdictionOptions(verb, context).action((options: Options) => runSet(context, options));
  asksFor(verb, { needs: [verb.options.flatMap(({ long }) => long ?? [])] });
}

async function runSet(context: Context, options: Options): Promise<void> {
  const { issuer, recipient, ...rest } = options;
  const changes = {
    ...rest,
    ...(issuer.length === 0 ? {} : { issuers: issuer }),
    ...(recipient.length === 0 ? {} : { recipients: recipient }),
  };
  if (Object.keys(changes).length === 0) {
    throw new AppError('option-missing', {
      options: ['--name', '--area-code', '--issuer', '--recipient', '…'],
    });
  }
  const { jurisdiction, moved } = await setJurisdiction(await context.session('jurisdiction set'), changes);
  await context.print({
    json: { ...jurisdictionJson(jurisdiction), moved },
    view: [
      { kind: 'lines', lines: [context.text.views.jurisdiction.set(jurisdiction.name)] },
      ...jurisdictionView(jurisdiction, context.text),
      ...movedDuesView(moved, context.text),
    ],
  });
}
