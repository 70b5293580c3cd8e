/** A word that is taken as a value, and the other words that stand for the same. */
export interface Choice {
  readonly value: string;
  readonly words: readonly string[];
}

/** What the parser of a value tells of the values it reads. */
export interface ValueFacts {
  /** The only words there are; absent where others are taken. */
  readonly choices?: readonly Choice[];
  /** Whether one value holds several of them, parted by commas. */
  readonly isList?: boolean;
  /** Whether the option may be given several times. */
  readonly isRepeatable?: boolean;
}

const told = new WeakMap<object, ValueFacts>();

/** Notes what a parser reads, where it is made: help and the parser cannot say different things then. */
export function withFacts<Parser extends object>(parser: Parser, facts: ValueFacts): Parser {
  told.set(parser, facts);
  return parser;
}

/** What a parser tells of its values; nothing where it is none of ours. */
export function factsOf(parser: object | undefined): ValueFacts {
  return (parser === undefined ? undefined : told.get(parser)) ?? {};
}

/** Fixed words as choices. */
export function choicesOf(words: readonly string[]): readonly Choice[] {
  return words.map((value) => ({ value, words: [] }));
}
