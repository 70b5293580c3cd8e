import type { Context } from '../../cli/context.ts';
import type { StudyDetails } from '../../operations/study/list-studies.ts';
import { studyDetailsJson } from '../../output/study-json.ts';
import { studyView } from '../../output/study-view.ts';

/** Prints a study with the appeals it was about; while its decision is open, how it is closed. */
export async function printStudy(context: Context, details: StudyDetails): Promise<void> {
  await context.print({ json: studyDetailsJson(details), view: studyView(details, context.text) });
  const { number, closedOn } = details.study;
  if (closedOn === null) context.next(context.text.views.study.toClose(number));
}
