// Expands a type into the shape of the JSON that its values become.
import ts from 'typescript';
import type { ResultShape } from '../../src/cli/result-shape.ts';

type Fields = Readonly<Record<string, ResultShape>>;

/** A type that goes deeper is one that holds itself. */
const deepest = 14;

/** Makes the shape of a type; `tell` is given the path of every place whose type does not say what it is. */
export function makeShape(checker: ts.TypeChecker, type: ts.Type, tell: (path: string) => void): ResultShape {
  const make = (one: ts.Type, path: string, depth: number): ResultShape | undefined => {
    if (depth > deepest) throw new Error(`The type at ${path} has no end.`);
    const { flags } = one;
    if ((flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Never)) !== 0) return undefined;
    if (
      (flags &
        (ts.TypeFlags.Any |
          ts.TypeFlags.Unknown |
          ts.TypeFlags.NonPrimitive |
          ts.TypeFlags.TypeParameter)) !==
      0
    )
      return untold(path);
    if ((flags & ts.TypeFlags.Null) !== 0) return 'null';
    if ((flags & ts.TypeFlags.Boolean) !== 0) return 'boolean';
    if ((flags & ts.TypeFlags.BooleanLiteral) !== 0) return checker.typeToString(one);
    if (one.isStringLiteral()) return `'${one.value}'`;
    if (one.isNumberLiteral()) return String(one.value);
    if ((flags & ts.TypeFlags.StringLike) !== 0) return 'string';
    if ((flags & ts.TypeFlags.NumberLike) !== 0) return 'number';
    if (one.isUnion()) {
      const shapes = one.types
        .map((part) => make(part, path, depth + 1))
        .filter((part) => part !== undefined);
      return shapes.length === 0 ? undefined : uniteShapes(shapes);
    }
    if (one.isIntersection() && one.types.some((part) => (part.flags & ts.TypeFlags.StringLike) !== 0))
      return 'string';
    if (one.getCallSignatures().length > 0) return undefined;
    if (checker.isTupleType(one) || checker.isArrayType(one)) {
      const elements = checker.getTypeArguments(one as ts.TypeReference);
      const shapes = elements
        .map((part) => make(part, `${path}[]`, depth + 1))
        .filter((part) => part !== undefined);
      return shapes.length === 0 ? [] : [uniteShapes(shapes)];
    }
    return makeFields(one, path, depth);
  };
  const untold = (path: string): ResultShape => {
    tell(path === '' ? '.' : path);
    return 'unknown';
  };
  const makeFields = (one: ts.Type, path: string, depth: number): ResultShape => {
    const name = one.getSymbol()?.name ?? '';
    if (['Map', 'Set', 'Date', 'ReadonlyMap', 'ReadonlySet', 'Uint8Array'].includes(name))
      return untold(path);
    const fields: Record<string, ResultShape> = {};
    for (const property of checker.getPropertiesOfType(one)) {
      const own = checker.getTypeOfSymbol(property);
      const shape = make(own, `${path}.${property.name}`, depth + 1);
      if (shape === undefined) continue;
      const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0 || mayBeUndefined(own);
      fields[isOptional ? `${property.name}?` : property.name] = shape;
    }
    const values = checker.getIndexTypeOfType(one, ts.IndexKind.String);
    const any = values === undefined ? undefined : make(values, `${path}.*`, depth + 1);
    if (any !== undefined) fields['*'] = any;
    if (Object.keys(fields).length === 0 && name !== '__object') return untold(path);
    return fields;
  };
  const shape = make(type, '', 0);
  if (shape === undefined) return untold('');
  return shape;
}

function mayBeUndefined(type: ts.Type): boolean {
  return type.isUnion() && type.types.some((part) => (part.flags & ts.TypeFlags.Undefined) !== 0);
}

/** One shape for values of several: texts are joined, objects of one sort become one whose fields may be absent. */
export function uniteShapes(shapes: readonly ResultShape[]): ResultShape {
  const parts = shapes.flatMap((shape) => (isChoice(shape) ? shape['|'] : [shape]));
  const words = [
    ...new Set(parts.filter((one) => typeof one === 'string').flatMap((one) => one.split(' | '))),
  ];
  const text = joinWords(words);
  const elements = parts.filter((one) => isList(one)).flat();
  const hasList = parts.some((one) => isList(one));
  const list = hasList ? [elements.length === 0 ? [] : [uniteShapes(elements)]] : [];
  const objects = uniteObjects(parts.filter((one) => isFields(one)).sort(compareText));
  const united: readonly ResultShape[] = [...objects, ...list, ...(text === undefined ? [] : [text])];
  const [only] = united;
  return united.length === 1 && only !== undefined ? only : { '|': united };
}

function isChoice(shape: ResultShape): shape is { readonly '|': readonly ResultShape[] } {
  return isFields(shape) && '|' in shape;
}

function isList(shape: ResultShape): shape is readonly ResultShape[] {
  return Array.isArray(shape);
}

export function isFields(shape: ResultShape): shape is Fields {
  return typeof shape === 'object' && !Array.isArray(shape);
}

/** The compiler orders the parts of a union by when it met them, which any change to the source may alter. */
function compareText(one: Fields, other: Fields): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}

/** `true | false` is a boolean, and `null` comes last. */
function joinWords(words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  const isBoolean = words.includes('boolean') || (words.includes('true') && words.includes('false'));
  const plain = words.filter(
    (word) => word !== 'null' && !(isBoolean && (word === 'true' || word === 'false')),
  );
  // One place that says `string` holds every word beside it.
  const kept = plain.includes('string') ? plain.filter((word) => !word.startsWith("'")) : plain;
  const all = [
    ...kept.sort(),
    ...(isBoolean && !kept.includes('boolean') ? ['boolean'] : []),
    ...(words.includes('null') ? ['null'] : []),
  ];
  return all.join(' | ');
}

/** Objects that a field of fixed words tells apart stay apart; others become one. */
function uniteObjects(objects: readonly Fields[]): readonly Fields[] {
  const united: Fields[] = [];
  for (const fields of objects) {
    const at = united.findIndex((one) => !areToldApart(one, fields));
    const same = united[at];
    if (same === undefined) united.push(fields);
    else united[at] = mergeFields(same, fields);
  }
  return united;
}

function areToldApart(one: Fields, other: Fields): boolean {
  return Object.entries(one).some(([name, shape]) => {
    const there = other[name];
    const isWord = typeof shape === 'string' && /^'[^|]*'$/u.test(shape);
    return isWord && typeof there === 'string' && /^'[^|]*'$/u.test(there) && shape !== there;
  });
}

function mergeFields(one: Fields, other: Fields): Fields {
  const plain = (name: string): string => name.replace(/\?$/u, '');
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)].map(plain))];
  const merged = names.map((name) => {
    const shapes = [one, other].flatMap((fields) => {
      const shape = fields[name] ?? fields[`${name}?`];
      return shape === undefined ? [] : [shape];
    });
    const isAlways = name === '*' || (name in one && name in other);
    return [isAlways ? name : `${name}?`, uniteShapes(shapes)] as const;
  });
  return Object.fromEntries(merged);
}
