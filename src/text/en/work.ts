import type { CourseVerb } from '../../domain/course-rules.ts';

/** The queue one by one. */
export const work = {
  title: (at: number, all: number, done: number) => `${String(at)} of ${String(all)}, done: ${String(done)}`,
  none: 'Nothing waits.',
  ended: (done: number, left: number) => `Done: ${String(done)}. Still waiting: ${String(left)}.`,
  changed: (number: string, by: string, what: string) =>
    `${number} was changed meanwhile by ${by}: ${what}. Look at it again.`,
  what: 'What is to be done with it?',
  slip: 'slip',
  skip: 'skip',
  before: 'the one before',
  more: 'more',
  leave: 'leave',
  back: 'back to the appeal',
  keys: {
    accept: 'a',
    transfer: 't',
    return: 'r',
    decide: 'd',
    rule: 'u',
    reply: 'y',
    remind: 'm',
    extend: 'e',
    close: 'c',
  } satisfies Partial<Record<CourseVerb, string>>,
};
