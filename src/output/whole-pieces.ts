/**
 * What is never broken inside, wherever a line ends: a number with its parts (phone with area code and extension, time of day,
 * day, document number, count) and a day as an official paper writes it.
 */
const wholePiece =
  /\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日|[〔[]\d{4}[〕\]]\d*号?|\+?\d+(?:[-:：.,/]\d+)*(?:(?:转|#)\d+)?/gu;

/** A part of a text, and whether it is never broken inside. */
export interface TextPiece {
  readonly text: string;
  readonly isWhole: boolean;
}

/** Parts a text into what is never broken inside and what stands between. */
export function splitWhole(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(wholePiece)) {
    if (index > from) pieces.push({ text: text.slice(from, index), isWhole: false });
    pieces.push({ text: found, isWhole: true });
    from = index + found.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isWhole: false });
  return pieces;
}

/** Duty hours with each spell on a line of its own: 工作日8:30-12:00、/ 13:30-17:30；/ 周六9:00-11:30. */
export function hoursLines(hours: string): string {
  return hours.replace(/(?<=\d[:：]\d\d[、，,；;]) *(?=\S)/gu, '\n').replace(/(?<=[；;]) *(?=\S)/gu, '\n');
}

/** A list of phones with each on a line of its own; not parted inside brackets, where a note stands. */
export function phoneLines(phones: string): string {
  return phones.replace(/[、；;](?![^（(]*[）)])\s*/gu, '\n');
}
