import type { Command } from 'commander';
import { AppError } from '../errors.ts';
import type { Cell, View } from '../output/view.ts';
import type { Format } from './global-options.ts';
import { isDocumentForm } from './global-options.ts';
import type { ResultShape } from './result-shape.ts';
import { findDeclaredVerb } from './verb.ts';

/** The fields of a result by its shape: of a list those of its lines, of one of several shapes those of all. */
export function fieldsOf(shape: ResultShape | null): string[] {
  if (shape === null || typeof shape === 'string') return [];
  if (isList(shape)) return fieldsOf(shape[0] ?? null);
  const choices = shape['|'];
  if (choices !== undefined && isList(choices)) return [...new Set(choices.flatMap(fieldsOf))];
  return Object.keys(shape)
    .filter((name) => name !== '*')
    .map((name) => name.replace(/\?$/u, ''));
}

function isList(shape: ResultShape): shape is readonly ResultShape[] {
  return Array.isArray(shape);
}

/**
 * Finds out, before a command does anything, that its result has the fields that are wanted, in a form that has fields. Errors: `field-unknown`,
 * `options-conflict`.
 */
export async function prepareFields(fields: readonly string[], verb: Command, format: Format): Promise<void> {
  const declared = findDeclaredVerb(verb);
  if (declared === undefined) return;
  if (isDocumentForm(format)) throw new AppError('options-conflict', { one: '--fields', other: format });
  const { resultShapes } = await import('./result-shapes.ts');
  const valid = fieldsOf(resultShapes[declared.name]);
  const field = fields.find((one) => !valid.includes(one));
  if (field !== undefined) throw new AppError('field-unknown', { field, valid });
}

/** The fields of a result that are wanted, in the order in which they were named: of each line, where it is a list. */
export function pickFields(json: unknown, fields: readonly string[]): unknown {
  if (Array.isArray(json)) return json.map((line: unknown) => pickFields(line, fields));
  if (!isRecord(json)) return json;
  return Object.fromEntries(fields.filter((name) => name in json).map((name) => [name, json[name]]));
}

/** The same as a view: a list as a table, anything else as facts; the names of the fields are those of the data. */
export function fieldsView(json: unknown, fields: readonly string[]): View {
  if (!Array.isArray(json)) {
    const record = isRecord(json) ? json : {};
    return [{ kind: 'facts', rows: fields.map((name) => [name, cellOf(record[name])] as const) }];
  }
  const lines = json as readonly unknown[];
  const isNumber = (name: string): boolean =>
    lines.some((line) => isRecord(line) && typeof line[name] === 'number');
  const columns = fields.map((title) => ({ title, ...(isNumber(title) ? { align: 'right' as const } : {}) }));
  const rows = lines.map((line) => fields.map((name) => cellOf(isRecord(line) ? line[name] : undefined)));
  return [{ kind: 'table', table: { columns, rows } }];
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value) && value.every((one) => !isRecord(one) && !Array.isArray(one)))
    return value.map(String).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
