/** A bound of a band; `included` says whether its own number lies inside the band (Civil Code art. 1259: 以上、以下 include, 超过、不满 do not). */
export interface Bound {
  readonly number: number;
  readonly included: boolean;
}

/** How bounds are written, in the order in which they are told; the first of each pair is how the tool writes them. */
const lowerForms: readonly (readonly [form: RegExp, included: boolean])[] = [
  [/^(\d+)\+$/u, true],
  [/^over:(\d+)$/u, false],
  [/^(?:>=|≥)(\d+)$/u, true],
  [/^>(\d+)$/u, false],
  [/^(\d+)件?(?:\(含\d*件?\))?及?以上$/u, true],
  [/^(?:超过|多于|大于|高于)(\d+)件?(?:以上)?$/u, false],
];

const upperForms: readonly (readonly [form: RegExp, included: boolean])[] = [
  [/^upto:(\d+)$/u, true],
  [/^under:(\d+)$/u, false],
  [/^(?:<=|≤)(\d+)$/u, true],
  [/^<(\d+)$/u, false],
  [/^(?:(\d+)件?及?以下|不超过(\d+)件?)$/u, true],
  [/^(?:不满|不足|少于|小于|低于|未满)(\d+)件?$/u, false],
];

/** Reads a lower bound: `1000+` includes 1000, `over:1000` and `>1000` do not, `1000以上`, `超过1000`. Undefined for anything else. */
export function parseLowerBound(text: string): Bound | undefined {
  return parseBound(text, lowerForms);
}

/** Reads an upper bound: `upto:1000` includes 1000, `under:1000` does not, `1000以下`, `不满1000`. Undefined for anything else. */
export function parseUpperBound(text: string): Bound | undefined {
  return parseBound(text, upperForms);
}

function parseBound(text: string, forms: typeof lowerForms): Bound | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]/gu, '').toLowerCase();
  for (const [form, included] of forms) {
    const found = form.exec(plain);
    if (found === null) continue;
    const number = Number(found.slice(1).find((part) => (part as string | undefined) !== undefined));
    return Number.isSafeInteger(number) ? { number, included } : undefined;
  }
  return undefined;
}

/** Writes a lower bound as it is read: `1000+`, `over:1000`. */
export function writeLowerBound({ number, included }: Bound): string {
  return included ? `${String(number)}+` : `over:${String(number)}`;
}

/** The smallest whole number above a lower bound. */
export function firstInside({ number, included }: Bound): number {
  return included ? number : number + 1;
}

/** The largest whole number below an upper bound; below 0 where there is none. */
export function lastInside({ number, included }: Bound): number {
  return included ? number : number - 1;
}

/** The upper bound that ends where a lower bound begins. */
export function upperBelow({ number, included }: Bound): Bound {
  return { number, included: !included };
}
