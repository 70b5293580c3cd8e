/**
 * What a name of a file stands for, by the answer of a person: a further name of a unit; the new name of one from a day
 * on; a unit that ended on a day and went into another; a new unit; or one outside the scheme, with the reason. A new unit may be called
 * otherwise in full; then the name of the file is its short one.
 */
export type NameAnswer = { readonly name: string } & (
  | { readonly kind: 'alias'; readonly unit: string }
  | { readonly kind: 'renamed'; readonly unit: string; readonly on: string }
  | { readonly kind: 'merged'; readonly into: string; readonly on: string }
  | { readonly kind: 'new'; readonly fullName?: string }
  | { readonly kind: 'outside'; readonly fullName?: string; readonly reason: string }
);

export const nameAnswerKinds = [
  'alias',
  'renamed',
  'merged',
  'new',
  'outside',
] as const satisfies readonly NameAnswer['kind'][];
