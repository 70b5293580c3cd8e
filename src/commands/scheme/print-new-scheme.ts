import type { Context } from '../../cli/context.ts';
import { quote } from '../../text/quote.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { AddedScheme } from '../../operations/tier/change-scheme.ts';
import { schemeView } from '../../output/scheme-view.ts';

/** Prints a scheme that was added, and how it is taken into use. */
export async function printNewScheme(
  context: Context,
  { timeZone }: Jurisdiction,
  { scheme, isNew }: AddedScheme,
): Promise<void> {
  const say = context.text.views.scheme;
  await context.print({
    json: { ...scheme, isNew },
    view: [
      { kind: 'lines', lines: [isNew ? say.added(scheme.code) : say.sameFile(scheme.code)] },
      ...schemeView(scheme, [], timeZone, context.text),
    ],
  });
  context.next(`liaison scheme use ${quote(scheme.code)}`);
}
