/** A unit that a ruling names. */
interface NamedUnit {
  readonly code: string;
  readonly name: string;
}

/** What a ruling says, beside its units. */
interface RulingFields {
  readonly number: number;
  readonly matter: string | null;
  readonly appeal: string | null;
  readonly basis: string;
  readonly on: string;
  readonly by: string;
  readonly supersedes: number | null;
  readonly supersededBy: number | null;
}

/** A ruling as programs get it. */
export interface RulingJson extends RulingFields {
  readonly precedent: boolean;
  readonly lead: string;
  readonly leadCode: string;
  /** Name of the unit that was ruled to lead, where that has gone into another since. */
  readonly ruledLead: string | null;
  readonly assists: readonly NamedUnit[];
}

/** A ruling with its units by code and name, as `ruling list` and `ruling show` give it to programs. */
export function rulingJson(details: {
  readonly ruling: RulingFields & { readonly isPrecedent: boolean };
  readonly lead: NamedUnit;
  readonly ruledLead: NamedUnit | null;
  readonly assists: readonly NamedUnit[];
}): RulingJson {
  const { ruling, lead, ruledLead, assists } = details;
  const { number, matter, appeal, basis, on, by, supersedes, supersededBy, isPrecedent } = ruling;
  return {
    number, matter, appeal, basis, on, by, supersedes, supersededBy,
    precedent: isPrecedent,
    lead: lead.name,
    leadCode: lead.code,
    ruledLead: ruledLead?.name ?? null,
    assists: assists.map(({ code, name }) => ({ code, name })),
  }; // prettier-ignore
}
