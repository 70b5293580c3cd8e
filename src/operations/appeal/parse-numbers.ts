import { decodeText } from '../../intake/decode.ts';
import type { SourceFile } from '../../intake/source-file.ts';

/** What a column of numbers may be headed by. */
const heads = new Set(['编号', '诉求编号', '工单编号', 'number']);

/** Reads the numbers of a file, the first cell of each line, as a column copied out of a workbook gives them. */
export function parseNumbers({ name, bytes }: SourceFile): string[] {
  const { text } = decodeText(bytes, name);
  return text.split(/\r\n|\n|\r/u).flatMap((line) => {
    const first = (line.split(/[,，\t]/u)[0] ?? '').trim();
    return first === '' || heads.has(first) ? [] : [first];
  });
}
