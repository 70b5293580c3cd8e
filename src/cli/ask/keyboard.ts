import { EventEmitter } from 'node:events';
import { emitKeypressEvents } from 'node:readline';
import { StringDecoder } from 'node:string_decoder';
import type { Host, Input } from '../host.ts';
import type { Key } from './line-editor.ts';

/** What a person does at a question. */
export type Press =
  | { readonly kind: 'key'; readonly key: Key }
  /** Text that was pasted as a whole, its line breaks as `\n`. */
  | { readonly kind: 'paste'; readonly text: string }
  | { readonly kind: 'escape' }
  /** Ctrl-C, Ctrl-D, Ctrl-Z, or the terminal is gone. */
  | { readonly kind: 'end' };

const escapeSign = '\u001B';
const pasteBegins = `${escapeSign}[200~`;
const pasteEnds = `${escapeSign}[201~`;
/** Has the terminal tell what is pasted from what is typed, and stop it. */
const tellPastes = `${escapeSign}[?2004h`;
const untellPastes = `${escapeSign}[?2004l`;
/** Milliseconds after which an Escape is one, and not the beginning of a key that came in two parts. */
const escapeWait = 50;
/** What Ctrl-C, Ctrl-D and Ctrl-Z send. */
const endSigns = ['\u0003', '\u0004', '\u001A'];
/** A line break with more behind it: nobody types that in one go. */
const manyLines = /[\r\n]+(?=[^\r\n])/u;

/** What was typed ahead at a terminal, for the question that comes next. */
const typedAhead = new WeakMap<Input, string>();

/**
 * Listens to the keys of a terminal until `take` says that it has an answer. What is pasted comes as one text, whatever lines it has; what was
 * typed ahead of the next question is kept for it. Gives what ends it from outside; the terminal is then as it was.
 */
export function listenToKeys({ stdin, stderr }: Host, take: (press: Press) => boolean): () => void {
  const decoder = new StringDecoder('utf8');
  // Node's own reader of keys takes anything that tells data; this way it tells keys at once.
  const parsed = new EventEmitter();
  const setRaw = (isRaw: boolean): void => {
    (stdin as { setRawMode?: (isRaw: boolean) => unknown }).setRawMode?.(isRaw);
  };
  let isOver = false;
  let held = '';
  let timer: NodeJS.Timeout | undefined;
  const finish = (): void => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    stdin.off('data', hear).off('end', leave).off('close', leave);
    stdin.pause();
    if (held !== '') typedAhead.set(stdin, held.replace(/^[\r\n]+/u, ''));
    stderr.write(untellPastes);
    setRaw(false);
  };
  const tell = (press: Press): void => {
    if (!isOver && take(press)) finish();
  };
  const leave = (): void => {
    tell({ kind: 'end' });
  };
  emitKeypressEvents(parsed as unknown as NodeJS.ReadableStream);
  parsed.on('keypress', (_sign: string | undefined, key: Key) => {
    tell({ kind: 'key', key });
  });
  /** Takes what stands at the beginning of what is held; gives false where more of it has to come. */
  const takeNext = (): boolean => {
    if (held.startsWith(pasteBegins)) {
      const end = held.indexOf(pasteEnds);
      if (end < 0) return false;
      const text = held.slice(pasteBegins.length, end);
      held = held.slice(end + pasteEnds.length);
      tell({ kind: 'paste', text: text.replaceAll(/\r\n?/gu, '\n') });
      return true;
    }
    if (held.startsWith(escapeSign)) {
      if (held === escapeSign || pasteBegins.startsWith(held)) return false;
      // A key of several signs; what follows it begins anew.
      const [whole = held] = /^\u001B(?:\u001B?(?:\[\[?|O)[0-9;]*[ -/]*[@-~]?|.)/su.exec(held) ?? []; // eslint-disable-line no-control-regex -- what keys send
      held = held.slice(whole.length);
      parsed.emit('data', whole);
      return true;
    }
    const next = held.indexOf(escapeSign);
    const plain = next < 0 ? held : held.slice(0, next);
    if (endSigns.some((sign) => plain.includes(sign))) {
      held = '';
      tell({ kind: 'end' });
      return true;
    }
    if (manyLines.test(plain)) {
      held = held.slice(plain.length);
      tell({ kind: 'paste', text: plain.replace(/[\r\n]+$/u, '').replaceAll(/\r\n?/gu, '\n') });
      return true;
    }
    // Up to an Enter: what comes after it is for the question after this.
    const [part = plain] = /^[^\r\n]+|^[\r\n]/u.exec(plain) ?? [];
    held = held.slice(part.length);
    parsed.emit('data', part);
    return true;
  };
  const takeAll = (): void => {
    clearTimeout(timer);
    while (held !== '' && !isOver) {
      if (takeNext()) continue;
      if (held !== escapeSign) return;
      timer = setTimeout(() => {
        held = '';
        tell({ kind: 'escape' });
      }, escapeWait);
      return;
    }
  };
  const hear = (chunk: Buffer | string): void => {
    held += typeof chunk === 'string' ? chunk : decoder.write(chunk);
    takeAll();
  };
  setRaw(true);
  stderr.write(tellPastes);
  held = typedAhead.get(stdin) ?? '';
  typedAhead.delete(stdin);
  // Before others that listen; a line editor would answer Ctrl-Z by stopping the process.
  stdin.prependListener('data', hear).on('end', leave).on('close', leave);
  stdin.resume();
  if (stdin.readableEnded || stdin.destroyed) leave();
  else takeAll();
  return finish;
}
