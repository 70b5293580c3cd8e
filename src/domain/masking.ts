/** Masks a person's name: the first character stays, 王某某 becomes 王**. */
export function maskName(name: string): string {
  const [first, ...rest] = Array.from(name.trim());
  if (first === undefined) return '';
  return first + '*'.repeat(Math.max(rest.length, 1));
}

/** Masks a phone number: 13812345678 becomes 138****5678, 2851344 becomes 285****; short numbers vanish whole. */
export function maskPhone(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/\D/gu, '');
  if (digits.length >= 11) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  if (digits.length >= 7) return `${digits.slice(0, 3)}****`;
  return '****';
}

/**
 * Runs of digits in free text that read as a phone: mobiles, landlines with and without area code, with spaces or dashes
 * between. Longer numbers (orders) and dates are none; Chinese characters may stand right beside.
 */
const phoneInText =
  /(?<![A-Za-z\d-])(?:(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8}|(?!(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d)[2-9]\d{6,7})(?![\d-])/gu;

/** What is known to be personal in a text: the caller's name and phone, and those they were taken for before. */
export interface Personal {
  readonly caller: string | null;
  readonly phone: string | null;
  readonly former?: readonly { readonly caller: string | null; readonly phone: string | null }[] | undefined;
}

/** Masks in free text the caller's name and phone and whatever else reads as a phone number. */
export function maskText(text: string, personal: Personal): string {
  let masked = text;
  for (const known of [personal, ...(personal.former ?? [])]) {
    const caller = known.caller?.trim() ?? '';
    if (Array.from(caller).length >= 2) masked = masked.replaceAll(caller, maskName(caller));
    const phone = known.phone?.trim() ?? '';
    if (phone.length >= 5) masked = masked.replaceAll(phone, maskPhone(phone));
  }
  return masked.replace(phoneInText, (found) => maskPhone(found));
}
