import type { Jurisdiction } from '../domain/jurisdiction.ts';

/** A jurisdiction as programs get it: it and the city above it are told by their codes. */
export type JurisdictionJson = Omit<Jurisdiction, 'id'>;

/** Makes the document of a jurisdiction. */
export function jurisdictionJson({ id: _id, ...own }: Jurisdiction): JurisdictionJson {
  return own;
}
