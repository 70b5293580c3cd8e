/** How a cell begins that a spreadsheet would run as a formula; some take the full-width signs for the others. */
const formulaStart = /^'*[=+\-@＝＋－＠\t\r]/u;
/** What only looks like one: a plain number. */
const plainNumber = /^-?\d+(?:\.\d+)?$/u;

/** Puts an apostrophe before what a spreadsheet would run as a formula, so that opening a CSV file runs nothing. */
export function guardFormula(text: string): string {
  return formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

/** Takes away the apostrophe that `guardFormula` put there; every other text stays as it is. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && formulaStart.test(text) ? text.slice(1) : text;
}
