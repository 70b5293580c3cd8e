import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { withFacts } from '../../cli/option-facts.ts';
import { boundOption } from '../../cli/option-values.ts';
import type { Bound } from '../../domain/bound.ts';
import type { Scheme, Tier } from '../../domain/scheme.ts';
import { tiers } from '../../domain/scheme.ts';
import { categoryWords, findCode, listWords, tierWords } from '../../domain/input-words.ts';

/** Bounds and tiers of categories as a command says them. */
export type BoundOptions = { readonly [Name in Tier]?: Bound } & {
  readonly category: Scheme['categoryTiers'];
};

/** Declares a bound for each tier, and the tiers of categories. */
export function addBoundOptions(verb: Command, context: Context): Command {
  const { scheme: help } = context.text.help;
  for (const tier of tiers) verb.option(`--${tier} <bound>`, help[tier], boundOption(`--${tier}`));
  return verb.option(
    '--category <category=tier>',
    help.category,
    withFacts(parseCategoryTier, { isRepeatable: true }),
    {},
  );
}

function parseCategoryTier(value: string, before: Scheme['categoryTiers']): Scheme['categoryTiers'] {
  const option = '--category';
  const [category = '', tier = ''] = value.split('=');
  const code = findCode(categoryWords, category);
  if (code === undefined)
    throw new AppError('option-value-invalid', { option, value, allowed: listWords(categoryWords) });
  const fixed = findCode(tierWords, tier);
  if (fixed === undefined)
    throw new AppError('option-value-invalid', { option, value, example: 'town=attached' });
  return { ...before, [code]: fixed };
}

/** The lower bounds that were said, by tier. */
export function parseLowers(options: BoundOptions): Partial<Record<Tier, Bound>> {
  return Object.fromEntries(
    tiers.flatMap((tier) => {
      const bound = options[tier];
      return bound === undefined ? [] : [[tier, bound]];
    }),
  );
}
