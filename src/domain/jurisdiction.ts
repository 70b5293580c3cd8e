/** A city or county that runs its own scheme (辖区). */
export interface Jurisdiction {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly level: 'municipal' | 'county';
  /** Code of the city a county belongs to. */
  readonly parent: string | null;
  readonly timeZone: string;
  readonly areaCode: string | null;
  readonly issuers: readonly string[];
  readonly recipients: readonly string[];
  /** The scheme it took into use last. */
  readonly schemeCode: string;
  /** An appeal is led by at most this many units before a ruling is needed. */
  readonly unitLimit: number;
  /** Working hours as they are written; null where the usual ones hold. */
  readonly workHours: string | null;
}
