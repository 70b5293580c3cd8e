/** An entry of the privacy log as programs get it. */
export interface PrivacyEntryJson {
  readonly at: string;
  readonly by: string;
  readonly shown: string;
  readonly subject: string;
  readonly reason: string | null;
  /** Null for all there are, and where only something was looked for. */
  readonly appeals: number | null;
}

/** An entry of the privacy log as `privacy log` gives it to programs. */
export function privacyEntryJson(entry: PrivacyEntryJson): PrivacyEntryJson {
  const { at, by, shown, subject, reason, appeals } = entry;
  return { at, by, shown, subject, reason, appeals };
}
