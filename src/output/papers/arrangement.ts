import type { Letterhead } from '../../domain/roster.ts';

/** How a paper is arranged that is to be signed. */
export interface Arrangement {
  readonly letterhead: Letterhead;
  /** Whether seals are put on it: issuers stand centred over the date, with room for each. */
  readonly isSealed: boolean;
}

/** The usual arrangement. */
export const plainArrangement: Arrangement = { letterhead: 'none', isSealed: false };
