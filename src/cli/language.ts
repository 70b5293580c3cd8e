import type { CommandWords } from '../text/command-words.ts';
import type { Summaries, Texts } from '../text/shape.ts';

export type Language = 'en' | 'zh';

/** The language people read: the one asked for, else by the environment, else English. */
export function findLanguage(
  asked: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const locale = [asked, env['LIAISON_LANG'], env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  return locale?.toLowerCase().startsWith('zh') === true ? 'zh' : 'en';
}

/** The one-line summaries, apart from the rest: all that `--help` needs. */
export async function loadSummaries(language: Language): Promise<Summaries> {
  return language === 'zh'
    ? (await import('../text/zh/summaries.ts')).summaries
    : (await import('../text/en/summaries.ts')).summaries;
}

/** Chinese words for what is typed, whatever language is spoken. */
export async function loadCommandWords(): Promise<CommandWords | null> {
  return (await loadSummaries('zh')).words;
}

export async function loadTexts(language: Language): Promise<Texts> {
  return language === 'zh' ? (await import('../text/zh.ts')).zh : (await import('../text/en.ts')).en;
}
