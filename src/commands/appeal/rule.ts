import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { severalOption, textOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { ruleAppeal } from '../../operations/appeal/rule-appeal.ts';
import { describeCall } from '../../output/appeal-view.ts';
import { seeDesks } from '../../operations/privacy/gate.ts';

interface Options {
  readonly lead: string;
  readonly basis: string;
  readonly assist: readonly string[];
  readonly precedent?: boolean;
  readonly time?: string;
}

export function addRuleCommand(parent: Command, context: Context): void {
  const { shared, appeal: help } = context.text.help;
  addVerb(
    parent,
    context,
    'appeal rule',
    'liaison appeal rule 2022-000001 --lead 市公安局 --basis 三定规定第四条 --assist 市城市管理局',
  )
    .argument('<number>', shared.appeal)
    .requiredOption('--lead <unit>', help.lead, textOption('--lead'))
    .requiredOption('--basis <text>', help.basis, textOption('--basis'))
    .option('--assist <unit>', help.assist, severalOption('--assist'), [])
    .option('--precedent', help.precedent)
    .option('--time <time>', shared.time)
    .action((number: string, options: Options) => runRule(context, number, options));
}

async function runRule(context: Context, number: string, options: Options): Promise<void> {
  const session = await context.session('appeal rule');
  const { lead, basis, assist: assists, time, precedent: isPrecedent = false } = options;
  const done = await ruleAppeal(session, { number, lead, basis, assists, time, isPrecedent });
  const { unit } = done;
  const { jurisdiction } = session;
  const desk = (await seeDesks(session, { unitId: unit.id })).get(unit.id);
  const say = context.text.views.appeal;
  const lines = [say.ruled(done.ruling, done.number, unit.name)];
  if (done.assists.length > 0) lines.push(say.assistedBy(done.assists.map((one) => one.name).join('、')));
  lines.push(describeCall(unit.name, desk, jurisdiction.areaCode, context.text));
  await context.print({
    json: {
      number: done.number,
      ruling: done.ruling,
      hop: done.hop,
      lead: unit.name,
      leadCode: unit.code,
      assists: done.assists.map((one) => one.code),
    },
    view: [{ kind: 'lines', lines }],
  });
  context.next(`liaison appeal trace ${done.number}`);
}
