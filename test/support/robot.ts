import { PassThrough } from 'node:stream';
import type { Seat } from './desk.ts';
import { Collector } from './desk.ts';

/** What is typed at a question: keys, in as many pieces as a hand would need; nothing leaves it unanswered. */
export type Reply = (question: string, asked: number) => readonly string[];

const escape = '\u001b';
/** With what a question tells the terminal that it listens. */
const listens = `${escape}[?2004h`;
/** The words of a question as it is drawn. */
const drawn = new RegExp(`${escape}\\[36m\\?${escape}\\[39m ${escape}\\[1m(.*?)${escape}\\[22m`, 'gu');

/** Milliseconds between two pieces; an Escape is waited for before it is one. */
const pause = 6;
const pauseOfEscape = 70;

/** Milliseconds without a word after which nobody waits any longer. */
const patience = 3000;

/** More questions than any command has. */
const mostQuestions = 60;

/** Somebody at a terminal who reads each question and types what is known to answer it. Lines are wide, so that a question stands on one. */
export class Robot implements Seat {
  readonly stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  readonly stderr = Object.assign(new Collector(), { isTTY: true, columns: 400, rows: 60 });
  /** The questions in the order in which they were asked. */
  readonly questions: string[] = [];

  constructor(reply: Reply) {
    let heard = 0;
    let leaving: NodeJS.Timeout | undefined;
    this.stderr.onText = () => {
      clearTimeout(leaving);
      leaving = setTimeout(() => {
        this.stderr.text += 'error: nobody goes on';
        this.stdin.end();
      }, patience);
      const { text } = this.stderr;
      const count = text.split(listens).length - 1;
      if (count === heard) return;
      heard = count;
      const shown = text.slice(0, text.lastIndexOf(listens));
      const question = [...shown.matchAll(drawn)].at(-1)?.[1] ?? '';
      this.questions.push(question);
      const keys = reply(question, heard);
      // Who knows no answer, or is asked without end, goes away; the test says of what.
      if (keys.length === 0 || heard > mostQuestions) {
        this.stderr.text += `error: nobody knows: ${question}`;
        this.stdin.end();
        return;
      }
      let wait = 2;
      for (const one of keys) {
        setTimeout(() => this.stdin.write(one), wait);
        wait += one === escape ? pauseOfEscape : pause;
      }
    };
  }

  /** The lines that were said to be run, as they can be typed. */
  get echoed(): string[] {
    const plain = this.stderr.text.replaceAll(new RegExp(`${escape}\\[[0-9;?]*[a-zA-Z]`, 'gu'), '');
    return plain
      .split('\n')
      .flatMap((line) => (line.startsWith('$ liaison ') ? [line.slice('$ liaison '.length)] : []));
  }
}

/** The words of a line as a shell would hand them on. */
export function shellWords(line: string): string[] {
  return [...line.matchAll(/(?:'((?:[^']|'\\'')*)'|([^\s']+))(?:\s|$)/gu)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll("'\\''", "'"),
  );
}
