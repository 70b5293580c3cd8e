import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { textOption, wordOption } from '../../cli/option-values.ts';
import { jurisdictionJson } from '../../output/jurisdiction-json.ts';
import { addVerb } from '../../cli/verb.ts';
import { levelWords } from '../../domain/input-words.ts';
import { addJurisdiction } from '../../operations/unit/change-jurisdiction.ts';
import type { JurisdictionOptions } from './jurisdiction-options.ts';
import { usualTimeZone } from '../../domain/time.ts';
import { addJurisdictionOptions, parseCode } from './jurisdiction-options.ts';

interface Options extends JurisdictionOptions {
  readonly code: string;
  readonly level: 'municipal' | 'county';
  readonly parent?: string;
  readonly scheme?: string;
}

export function addAddCommand(parent: Command, context: Context): void {
  const { init, jurisdiction: help } = context.text.help;
  const verb = addVerb(
    parent,
    context,
    'jurisdiction add',
    'liaison jurisdiction add 临邑县 --code LY --area-code 0534',
  )
    .argument('<name>', init.name, textOption('name'))
    .requiredOption('--code <code>', init.code, parseCode)
    .option('--level <level>', init.level, wordOption('--level', levelWords), 'county')
    .option('--parent <code>', help.parent, textOption('--parent'))
    .option('--scheme <code>', help.scheme, textOption('--scheme'));
  addJurisdictionOptions(verb, context).action((name: string, options: Options) =>
    runAdd(context, name, options),
  );
}

async function runAdd(context: Context, name: string, options: Options): Promise<void> {
  const { issuer: issuers, recipient: recipients, scheme: schemeCode, areaCode, timeZone, ...rest } = options;
  const work = { ...context.work('jurisdiction add'), store: await context.store() };
  const jurisdiction = await addJurisdiction(work, {
    ...rest,
    name,
    areaCode: areaCode ?? null,
    timeZone: timeZone ?? usualTimeZone,
    issuers,
    recipients,
    schemeCode,
  });
  await context.print({
    json: jurisdictionJson(jurisdiction),
    view: [{ kind: 'lines', lines: [context.text.views.jurisdiction.added(name, jurisdiction.code)] }],
  });
  context.next(`${context.text.views.status.steps.units} --in ${jurisdiction.code}`);
}
