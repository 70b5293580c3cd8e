import type { Desk } from '../domain/desk.ts';

/** A desk as programs get it. */
export type DeskJson = Desk & { readonly code: string; readonly unit: string };

/** A desk with the unit it is of, as `desk show` and `desk list` give it to programs. */
export function deskJson(unit: { readonly code: string; readonly name: string }, desk: Desk): DeskJson {
  return { code: unit.code, unit: unit.name, ...desk };
}
