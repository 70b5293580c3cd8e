import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';

/** The parts of an office document as text. */
export function readParts(path: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
}

const entities: readonly (readonly [RegExp, string])[] = [
  [/&lt;/gu, '<'],
  [/&gt;/gu, '>'],
  [/&quot;/gu, '"'],
  [/&apos;/gu, "'"],
  [/&#(\d+);/gu, ''],
  [/&amp;/gu, '&'],
];

function decode(text: string): string {
  return entities.reduce((plain, [entity, sign]) => plain.replace(entity, sign), text);
}

/** The text of a Word document, paragraph by paragraph. */
export function readDocxText(path: string): string[] {
  const xml = readParts(path)['word/document.xml'] ?? '';
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gsu)].map(([paragraph]) =>
    decode(
      paragraph
        .replaceAll('<w:noBreakHyphen/>', '-')
        .replace(/<w:(?!t[ >])[^>]*>|<\/?w:t(?: [^>]*)?>/gu, '')
        .replace(/<[^>]*>/gu, ''),
    ),
  );
}

/** Fills in a form as a spreadsheet program would, and gives its bytes: answers by the label in front of them. */
export function fillForm(form: Uint8Array, answers: Readonly<Record<string, string>>): Uint8Array {
  const files = unzipSync(form);
  const read = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
  const shared = [...read('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gsu)].map(([, inner = '']) =>
    decode(inner.replace(/<[^>]*>/gu, '')),
  );
  const sheet = 'xl/worksheets/sheet1.xml';
  let xml = read(sheet);
  for (const [label, answer] of Object.entries(answers)) {
    const index = shared.indexOf(label);
    const row = new RegExp(`<c r="A(\\d+)"[^>]*t="s"[^>]*><v>${String(index)}</v></c>`, 'u').exec(xml)?.[1];
    if (index < 0 || row === undefined) throw new Error(`the form has no line ${label}`);
    const cell = new RegExp(`<c r="B${row}"([^>]*?)(?:/>|>.*?</c>)`, 'su');
    const text = answer.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    xml = xml.replace(
      cell,
      (_whole, attributes: string) =>
        `<c r="B${row}"${attributes.replace(/ t="\w+"/u, '')} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`,
    );
  }
  return zipSync({ ...files, [sheet]: strToU8(xml) });
}

/** Writes another label into a form, as a unit does that types over it. */
export function relabelForm(form: Uint8Array, label: string, other: string): Uint8Array {
  const files = unzipSync(form);
  const strings = 'xl/sharedStrings.xml';
  const text = strFromU8(files[strings] ?? new Uint8Array());
  return zipSync({ ...files, [strings]: strToU8(text.replace(`>${label}<`, `>${other}<`)) });
}
