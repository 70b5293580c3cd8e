/** The head of an edition as programs get it. */
export interface EditionJson {
  readonly number: number;
  readonly form: string;
  readonly publishedOn: string;
  readonly documentNo: string;
  readonly run: number;
  readonly changesSince: number | null;
  readonly supersedes: number | null;
  readonly reason: string | null;
  readonly entryCount: number;
  readonly digest: string;
  readonly at: string;
  readonly by: string;
  readonly issuers: readonly string[];
  readonly withGaps: boolean;
}

/** The head of an edition: what it says of itself, without what later ones made of it. */
export function editionJson(edition: EditionJson): EditionJson {
  const { number, form, publishedOn, documentNo, run, changesSince, supersedes, reason } = edition;
  const { entryCount, digest, at, by, issuers, withGaps } = edition;
  return {
    number, form, publishedOn, documentNo, run, changesSince, supersedes, reason,
    entryCount, digest, at, by, issuers, withGaps,
  }; // prettier-ignore
}

/** An edition in a list, with the one that put it right. */
export type ListedEditionJson = EditionJson & {
  readonly supersededBy: number | null;
  /** Number of the layout it is printed in. */
  readonly layout: number;
};

/** An edition as `roster list` gives it to programs. */
export function listedEditionJson(edition: ListedEditionJson): ListedEditionJson {
  const { supersededBy, layout } = edition;
  return { ...editionJson(edition), supersededBy, layout };
}
