/** Writes a number of units with its decimals. */
export function writeUnits(units: bigint, decimals: number): string {
  const digits = sizeOf(units)
    .toString()
    .padStart(decimals + 1, '0');
  const [whole, fraction] = [
    digits.slice(0, digits.length - decimals),
    digits.slice(digits.length - decimals),
  ];
  return `${units < 0n ? '-' : ''}${whole}${decimals === 0 ? '' : `.${fraction}`}`;
}

/** How a quotient can be brought to whole units; a negative one by its size, and its sign kept. */
export interface Roundings {
  readonly halfUp: bigint;
  readonly cutOff: bigint;
  readonly up: bigint;
}

/** Brings a quotient of whole numbers to units, from whole numbers alone; the denominator is not nought. */
export function roundQuotient(numerator: bigint, denominator: bigint): Roundings {
  const [size, base] = [sizeOf(numerator), sizeOf(denominator)];
  const isBelow = numerator < 0n !== denominator < 0n;
  const give = (units: bigint): bigint => (isBelow ? -units : units);
  const cut = size / base;
  return {
    halfUp: give((size * 2n + base) / (base * 2n)),
    cutOff: give(cut),
    up: give(cut * base === size ? cut : cut + 1n),
  };
}

/** What a percentage comes to in units of its last decimal. */
export function roundPercent(
  { num, den }: { readonly num: number; readonly den: number },
  decimals: number,
): Roundings {
  return roundQuotient(BigInt(num) * unitsOfWhole(decimals), BigInt(den));
}

/** The whole, 100 %, in units of a last decimal. */
export function unitsOfWhole(decimals: number): bigint {
  return 100n * tenTo(decimals);
}

export function tenTo(power: number): bigint {
  return 10n ** BigInt(power);
}

export function sizeOf(value: bigint): bigint {
  return value < 0n ? -value : value;
}
