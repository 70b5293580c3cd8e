import { AppError } from '../../errors.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { TemplateKind, TemplateSections } from '../../domain/roster-template.ts';
import { defaultTemplates, placeholdersOf, parseTemplate, sectionsOf } from '../../domain/roster-template.ts';
import { decodeText } from '../../intake/decode.ts';
import type { SourceFile } from '../../intake/source-file.ts';
import type { Db } from '../../store/db.ts';
import { findTemplate, insertTemplate } from '../../store/roster-templates.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { transaction } from '../kernel/transaction.ts';

/** A template in force: its text, and its text in sections. */
export interface Template {
  readonly kind: TemplateKind;
  readonly content: string;
  readonly sections: TemplateSections;
  /** Whether it is the one the tool brings. */
  readonly isDefault: boolean;
}

/** Gets the template of a kind that is in force. */
export async function getTemplate(db: Db, { id }: Jurisdiction, kind: TemplateKind): Promise<Template> {
  const own = await findTemplate(db, id, kind);
  const content = own ?? defaultTemplates[kind];
  return { kind, content, sections: parseTemplate(kind, content).sections, isDefault: own === undefined };
}

/**
 * Takes a text into use for what is published from now on; editions keep theirs.
 *
 * Errors: `template-invalid` with what is missing or not known (a section, a placeholder), those of decoding.
 */
export async function importTemplate(
  asked: LocalWork,
  { kind, source }: { readonly kind: TemplateKind; readonly source: SourceFile },
): Promise<Template> {
  const content = decodeText(source.bytes, source.name).text.replaceAll('\r\n', '\n');
  const { sections, faults } = parseTemplate(kind, content);
  if (faults.length > 0) {
    const missing = faults.flatMap((fault) => (fault.kind === 'section-missing' ? [fault.section] : []));
    const unknown = faults.flatMap((fault) =>
      fault.kind === 'placeholder-unknown' ? [fault.placeholder] : [],
    );
    const strange = faults.flatMap((fault) => (fault.kind === 'section-unknown' ? [fault.section] : []));
    throw new AppError('template-invalid', {
      file: source.name,
      missing,
      strange,
      sections: sectionsOf(kind),
      unknown,
      allowed: placeholdersOf(kind),
    });
  }
  return transaction(asked, async (trx, operation, work) => {
    const { jurisdiction, now: at, by } = work;
    const row = { jurisdictionId: jurisdiction.id, kind, content, at, by, operationId: operation.id };
    await operation.seal({ template: kind, content });
    await insertTemplate(trx, row);
    return { result: { kind, content, sections, isDefault: false }, summary: { template: kind } };
  });
}
