import type { CheckupGrade, CheckupSubject } from '../domain/checkup.ts';
import type { Texts } from '../text/shape.ts';
import type { Tone, View } from './view.ts';

/** A line of a checkup, told. */
export interface ToldCheckup {
  readonly subject: CheckupSubject;
  readonly grade: CheckupGrade;
  readonly message: string;
  readonly remedy: string | null;
}

const tones: Readonly<Record<CheckupGrade, Tone>> = { ok: 'good', note: 'warning', bad: 'bad' };

/** What a checkup found, and what is to be done. */
export function checkupView(lines: readonly ToldCheckup[], text: Texts): View {
  const say = text.views.checkup;
  const bad = lines.filter(({ grade }) => grade === 'bad').length;
  return [
    { kind: 'title', text: say.title },
    {
      kind: 'table',
      table: {
        columns: [say.grade, say.subject, say.found].map((title) => ({ title })),
        rows: lines.map(({ grade, subject, message, remedy }) => [
          { text: say.grades[grade], tone: tones[grade] },
          say.subjects[subject],
          remedy === null ? message : `${message}${message.endsWith('。') ? '' : ' '}${remedy}`,
        ]),
      },
    },
    {
      kind: 'lines',
      lines: [bad === 0 ? { text: say.sound, tone: 'good' } : { text: say.unsound(bad), tone: 'bad' }],
    },
  ];
}
