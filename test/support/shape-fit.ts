import type { ResultShape } from '../../src/cli/result-shape.ts';

/** Where a document is not of the shape that is told of it. */
export function findMisfits(shape: ResultShape, value: unknown, path = ''): string[] {
  if (shape === 'unknown') return [];
  if (typeof shape === 'string') {
    const fits = shape.split(' | ').some((word) => isOf(word, value));
    return fits ? [] : [`${path} is ${nameOf(value)}, not ${shape}`];
  }
  if (Array.isArray(shape)) {
    const [element] = shape as readonly ResultShape[];
    if (!Array.isArray(value)) return [`${path} is ${nameOf(value)}, not a list`];
    return value.flatMap((one, at) =>
      element === undefined ? [] : findMisfits(element, one, `${path}[${String(at)}]`),
    );
  }
  const fields = shape as Readonly<Record<string, ResultShape>>;
  const choices = fields['|'] as readonly ResultShape[] | undefined;
  if (choices !== undefined) {
    const fits = choices.some((one) => findMisfits(one, value, path).length === 0);
    return fits ? [] : [`${path} is ${nameOf(value)}, none of ${String(choices.length)} shapes`];
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [`${path} is ${nameOf(value)}, not an object`];
  const there = value as Readonly<Record<string, unknown>>;
  const missing = Object.keys(fields).filter((name) => !/[?*]$/u.test(name) && !(name in there));
  return [
    ...missing.map((name) => `${path}.${name} is missing`),
    ...Object.entries(there).flatMap(([name, one]) => {
      const own = fields[name] ?? fields[`${name}?`] ?? fields['*'];
      return own === undefined ? [`${path}.${name} is not told`] : findMisfits(own, one, `${path}.${name}`);
    }),
  ];
}

function isOf(word: string, value: unknown): boolean {
  if (word.startsWith("'")) return value === word.slice(1, -1);
  return word === nameOf(value) || word === String(value);
}

function nameOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}
