import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { readInputFile } from '../../cli/files.ts';
import { wordOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import type { TemplateKind } from '../../domain/roster-template.ts';
import { templateWords } from '../../domain/input-words.ts';
import { getTemplate, importTemplate } from '../../operations/roster/roster-templates.ts';

/** Declares `roster template` with its two verbs. */
export function addTemplateCommands(parent: Command, context: Context): void {
  const { roster: help } = context.text.help;
  const noun = parent
    .command('template')
    .description(context.summaries.verbs['roster template show'])
    .helpCommand(false);
  const kind = wordOption('kind', templateWords);
  addVerb(noun, context, 'roster template show', 'liaison roster template show notice -o notice.txt')
    .argument('[kind]', help.kind, kind, 'notice')
    .action((of: TemplateKind) => runShow(context, of));
  addVerb(noun, context, 'roster template import', 'liaison roster template import notice notice.txt')
    .argument('<kind>', help.kind, kind)
    .argument('<file>', help.templateFile)
    .action((of: TemplateKind, file: string) => runImport(context, of, file));
}

async function runShow(context: Context, kind: TemplateKind): Promise<void> {
  const { store, jurisdiction } = await context.session('roster template show');
  const { content, isDefault } = await getTemplate(store.db, jurisdiction, kind);
  await context.print({
    json: { kind, isDefault, content },
    view: [{ kind: 'lines', lines: content.trimEnd().split('\n') }],
    text: content,
  });
}

async function runImport(context: Context, kind: TemplateKind, file: string): Promise<void> {
  const source = await readInputFile(context, file);
  const { content } = await importTemplate(await context.session('roster template import'), { kind, source });
  await context.print({
    json: { kind, content },
    view: [{ kind: 'lines', lines: [context.text.views.roster.templateTaken(kind)] }],
  });
  context.next(kind === 'duties' ? 'liaison desk form -o forms' : 'liaison roster preview -o draft.docx');
}
