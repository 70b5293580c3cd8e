import { AppError } from '../../errors.ts';
import type { Context } from '../context.ts';
import { readInputFile } from '../files.ts';
import { askText } from './prompts.ts';

/** Signs that a new passphrase has at least. */
const shortest = 8;

/**
 * The passphrase that locks or opens a copy: the first line of the file that was named, else what a person types, a new one twice. Errors:
 * `answer-needed` without a terminal, `passphrase-short`, those of reading the file.
 */
export async function askPassphrase(
  context: Context,
  { file, isNew }: { readonly file?: string | undefined; readonly isNew: boolean },
): Promise<string> {
  const option = '--passphrase-file';
  if (file !== undefined) {
    const { bytes } = await readInputFile(context, file);
    const [line = ''] = Buffer.from(bytes).toString('utf8').replace('\uFEFF', '').split(/\r?\n/u);
    if (line === '' || (isNew && line.length < shortest))
      throw new AppError('passphrase-short', { file, least: isNew ? shortest : 1 });
    return line;
  }
  const { questions } = context.text;
  const check = (answer: string): string | undefined =>
    isNew && answer.length < shortest ? questions.passphraseShort(shortest) : undefined;
  const secret = { option, isSecret: true, check };
  const first = (await askText(context, { ...secret, message: questions.passphrase })) ?? '';
  if (!isNew) return first;
  await askText(context, {
    ...secret,
    message: questions.passphraseAgain,
    check: (answer) => (answer === first ? undefined : questions.passphraseDiffers),
  });
  return first;
}
