import { parsePhones } from '../../domain/phone.ts';
import { phoneLines } from '../whole-pieces.ts';

/** A cell in which each phone stands on a line of its own, where there is nothing else in it. */
export function phonesApart(cell: string): string {
  const reading = parsePhones(cell);
  return reading.kind === 'phones' && reading.phones.length > 1 ? phoneLines(cell) : cell;
}
