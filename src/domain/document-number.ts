/** Signs people type for the brackets around the year of a document number. */
const openSigns = '\\[(（［【﹝{｛〔';
const closeSigns = '\\])）］】﹞}｝〕';
const yearInBrackets = new RegExp(`\\s*[${openSigns}]\\s*(\\d{4})\\s*[${closeSigns}]\\s*`, 'gu');

/** A document number (发文字号) as official papers write it: the year in 〔〕 (GB/T 9704-2012, 7.2.5), whatever brackets were typed. */
export function officialDocumentNo(typed: string): string {
  return typed.replace(yearInBrackets, '〔$1〕');
}

/** A document number by which it is told whether two are the same, whatever brackets, signs and widths they are written with. */
export function documentNoKey(written: string): string {
  return written.normalize('NFKC').replaceAll(/[\s\p{P}]/gu, '');
}

/** What is known of the next document number before it is given: the mark of the one before, the year; its number is left open. */
export function openDocumentNo(before: string | undefined, year: string): string {
  const mark = /^(.*?)〔\d{4}〕/u.exec(officialDocumentNo(before ?? ''))?.[1] ?? '';
  return `${mark}〔${year}〕\u3000\u3000号`;
}
