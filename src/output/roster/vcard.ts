import type { RosterEntry } from '../../domain/roster.ts';
import { unitWithCounty } from '../../domain/roster.ts';
import { parsePhone } from '../../domain/phone.ts';
import type { Day } from '../../domain/time.ts';
import { official } from '../../text/official.ts';
import { showHidden } from '../visible.ts';
import { deskWithSign } from './layout.ts';
import { dialAddress } from './dial.ts';

/** Longest line of a card, in bytes, before it is folded (RFC 6350, 3.2). */
const longestLine = 75;

/** Writes a roster as contacts a phone or a mail program takes in: a card for each desk, of an internal copy one for each person too (vCard 3.0, UTF-8). */
export function writeContacts(
  entries: readonly RosterEntry[],
  { isInternal, day }: { readonly isInternal: boolean; readonly day: Day },
): string {
  return entries
    .flatMap((entry) => [deskCard(entry, day), ...(isInternal ? personCards(entry, day) : [])])
    .flat()
    .map(fold)
    .join('');
}

function escapeText(text: string): string {
  return showHidden(text)
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll('\n', '\\n');
}

/** A line no longer than may be: what is over goes on behind a space, no character parted. */
function fold(line: string): string {
  let folded = '';
  let length = 0;
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length;
    if (length + size > longestLine) {
      folded += '\r\n ';
      length = 1;
    }
    folded += sign;
    length += size;
  }
  return `${folded}\r\n`;
}

function phoneLine(phone: string): string[] {
  const address = dialAddress(phone);
  if (address === undefined) return [];
  const kind = parsePhone(phone)?.kind === 'mobile' ? 'CELL' : 'WORK,VOICE';
  return [`TEL;TYPE=${kind}:${address.slice('tel:'.length)}`];
}

function deskCard(entry: RosterEntry, day: Day): string[] {
  const { unitCode, countyCode, phones, hours, address, duties, group, tier } = entry;
  const desk = deskWithSign(entry);
  const notes = phones.flatMap((phone) => (/（([^（）]*)）$/u.exec(phone) === null ? [] : [phone]));
  const note = [hours ?? '', ...notes, duties ?? ''].filter((part) => part !== '').join('\n');
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `UID:${escapeText(`${countyCode ?? ''}${unitCode}`)}`,
    `N:${escapeText(unitWithCounty(entry))};;;;`,
    `FN:${escapeText([unitWithCounty(entry), desk].filter((part) => part !== '').join(' '))}`,
    `ORG:${escapeText(unitWithCounty(entry))};${escapeText(desk)}`,
    ...phones.flatMap(phoneLine),
    ...((address ?? '') === '' ? [] : [`ADR;TYPE=WORK:;;${escapeText(address ?? '')};;;;`]),
    `CATEGORIES:${[group ?? '', official.tier[tier]]
      .filter((part) => part !== '')
      .map(escapeText)
      .join(',')}`,
    ...(note === '' ? [] : [`NOTE:${escapeText(note)}`]),
    `REV:${day}`,
    'END:VCARD',
  ];
}

function personCards(entry: RosterEntry, day: Day): string[][] {
  const { internal: of } = entry;
  const people = [
    {
      key: 'head',
      name: of.head,
      post: of.headPost,
      phones: of.headPhone ?? null,
      role: official.inner.head,
    },
    {
      key: 'liaison',
      name: of.liaison,
      post: of.liaisonPost,
      phones: of.mobile,
      role: official.inner.liaison,
    },
  ];
  return people.flatMap(({ key, name, post, phones, role }) => {
    const numbers = (phones ?? '').split('、').flatMap(phoneLine);
    if (name === null || numbers.length === 0) return [];
    return [
      [
        'BEGIN:VCARD',
        'VERSION:3.0',
        `UID:${escapeText(`${entry.countyCode ?? ''}${entry.unitCode}-${key}`)}`,
        `N:${escapeText(name)};;;;`,
        `FN:${escapeText(`${name} ${unitWithCounty(entry)}${role}`)}`,
        `ORG:${escapeText(unitWithCounty(entry))};${escapeText(deskWithSign(entry))}`,
        `TITLE:${escapeText(post ?? role)}`,
        ...numbers,
        `REV:${day}`,
        'END:VCARD',
      ],
    ];
  });
}
