import type { Command, Option } from 'commander';
import { Escaped } from '../../cli/ask/ask.ts';
import { askChoice } from '../../cli/ask/choose.ts';
import { askInTurn } from '../../cli/ask/prompts.ts';
import type { GivenAnswer } from '../../cli/argv.ts';
import { factsOf } from '../../cli/option-facts.ts';
import { writeLine } from '../../cli/typed-line.ts';
import { findVerbQuestions, formsOf } from '../../cli/verb.ts';
import { askValue } from './ask-value.ts';
import type { Asking } from './choices.ts';
import { nameOf } from './kinds.ts';
import type { Lack, OpenLine } from './lacks.ts';
import { isFlag, joinAnswers, lackOf, titleOf } from './lacks.ts';

/** For which verb questions are asked, and with what. */
interface Asked {
  readonly verb: Command;
  readonly asking: Asking;
}

/** Asks for what lacks; what was answered before stands there to be changed. */
export async function askLack(
  asked: Asked,
  lack: Lack,
  before: GivenAnswer | undefined,
): Promise<GivenAnswer> {
  if (lack.kind === 'which') return askWhich(asked, lack.options, before);
  const { declared, isOptional } = lack;
  const name = nameOf(declared);
  const { decides = [], words = {} } = findVerbQuestions(asked.verb);
  const said = await askValue(asked.asking, {
    declared,
    isOptional,
    words: words[name],
    isDecided: decides.includes(name),
    before: before?.parts.flatMap(([, value]) => (value === null ? [] : [value])) ?? [],
  });
  return { name, parts: said.map((value) => [name, value] as const) };
}

/** Asks which of several options is meant, then for its value. */
async function askWhich(
  { asking, verb }: Asked,
  options: readonly Option[],
  before: GivenAnswer | undefined,
): Promise<GivenAnswer> {
  const { context } = asking;
  const [named, kept] = before?.parts[0] ?? [undefined, null];
  const which = options.map(nameOf);
  const name = which.join(' / ');
  let chosen: Option | undefined;
  let answer: GivenAnswer = { name, which, parts: [] };
  await askInTurn([
    async () => {
      const long = await askChoice(context, {
        message: context.text.questions.which,
        option: name,
        choices: options.map((one) => ({ value: nameOf(one), label: titleOf(one), note: nameOf(one) })),
        initial: chosen === undefined ? named : nameOf(chosen),
      });
      chosen = options.find((one) => nameOf(one) === long);
      return true;
    },
    async () => {
      if (chosen === undefined) return false;
      const own = nameOf(chosen);
      if (isFlag(chosen)) {
        answer = { name, which, parts: [[own, null]] };
        return false;
      }
      const parts = own === named && kept !== null ? [[own, kept] as const] : [];
      const lack = { kind: 'value' as const, declared: chosen, isOptional: false };
      answer = { name, which, parts: (await askLack({ asking, verb }, lack, { name: own, parts })).parts };
      return true;
    },
  ]);
  return answer;
}

/** Offers to run the line, or to give one more option, until it is run. Escape takes back the option that was given last. */
export async function askMore({ asking, verb }: Asked, line: OpenLine): Promise<GivenAnswer[]> {
  const { context } = asking;
  const { questions } = context.text;
  const added: GivenAnswer[] = [];
  for (;;) {
    const whole = joinAnswers({ given: line.given, answers: [...line.answers, ...added] });
    const taken = new Set(whole.options.map(([name]) => name));
    // An argument that may be left out, once those before it are given.
    const argument = verb.registeredArguments.at(whole.operands.length);
    const options = verb.options.filter(
      (one) => !taken.has(nameOf(one)) || factsOf(one.parseArg).isRepeatable === true,
    );
    const open = [...(argument === undefined ? [] : [argument]), ...options];
    const file = { value: '--output', label: questions.writeFile, note: '-o' };
    try {
      const chosen = await askChoice(context, {
        message: questions.more,
        option: '',
        choices: [
          {
            value: '',
            label: questions.runIt(context.writeCommand(writeLine(whole))),
          },
          ...(taken.has('--output') || formsOf(verb).length < 2 ? [] : [file]),
          ...open.map((one) => ({
            value: nameOf(one),
            label: titleOf(one),
            note: 'flags' in one ? nameOf(one) : `<${one.name()}>`,
          })),
        ],
      });
      if (chosen === '') return added;
      added.push(await askOption({ asking, verb }, chosen));
    } catch (error) {
      if (!(error instanceof Escaped) || added.length === 0) throw error;
      added.pop();
    }
  }
}

async function askOption(asked: Asked, name: string): Promise<GivenAnswer> {
  const lack = lackOf(asked.verb, { name });
  const isOn = lack.kind === 'value' && 'flags' in lack.declared && isFlag(lack.declared);
  if (isOn) return { name, parts: [[name, null]] };
  return askLack(asked, lack.kind === 'value' ? { ...lack, isOptional: false } : lack, undefined);
}
