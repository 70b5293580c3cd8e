import type { Notice } from './roster.ts';
import type { Tier } from './scheme.ts';
import { tiers } from './scheme.ts';

/** Texts of a city that can be changed: the notice of a full edition, that of changes, and the duties of each tier. */
export const templateKinds = ['notice', 'changes', 'duties'] as const;
export type TemplateKind = (typeof templateKinds)[number];

/** Sections of a template file, by kind: each begins with its name in 【】 on a line of its own. */
const sections: Readonly<Record<TemplateKind, readonly string[]>> = {
  notice: ['标题', '正文', '附件'],
  changes: ['标题', '正文', '附件'],
  duties: ['单独设立', '加挂牌子', '专人专岗'],
};

/** Sections that a notice may do without: remarks below the date, who gets a copy, who has it printed. */
const optionalSections: readonly string[] = ['附注', '抄送', '印发机关'];

/** What stands in braces in a notice and is filled in when it is published. */
export const placeholders = [
  '辖区',
  '发布机关',
  '单位数',
  '单独设立',
  '加挂牌子',
  '专人专岗',
  '期号',
  '日期',
  '文号',
  '上期',
  '上期日期',
  '上期文号',
  '变动数',
  '废止',
] as const;
export type Placeholder = (typeof placeholders)[number];

/** What only a notice of changes knows. */
const ofChanges: readonly Placeholder[] = ['上期', '上期日期', '上期文号', '变动数'];

/** What is filled in in a text of a kind. */
export function placeholdersOf(kind: TemplateKind): Placeholder[] {
  if (kind === 'duties') return [];
  return placeholders.filter((name) => kind === 'changes' || !ofChanges.includes(name));
}

/** The texts the tool brings. */
export const defaultTemplates: Readonly<Record<TemplateKind, string>> = {
  notice: `【标题】
{发布机关}关于公布{辖区}群众工作机构（岗位）职责和联系电话的通知
【正文】
为畅通群众诉求办理渠道，明确各单位办理12345热线和网上诉求的责任，现将{辖区}{单位数}个单位群众工作机构（岗位）的职责和联系电话予以公布。其中，单独设立群众工作机构的{单独设立}个，在现有内设机构加挂牌子的{加挂牌子}个，明确专人专岗的{专人专岗}个。
各单位主要负责人为第一责任人。机构（岗位）、职责或者联系电话发生变动的，应当及时报送，由发布机关统一更新公布。
{废止}
【附件】
{辖区}群众工作联络名册
【附注】
此件公开发布
`,
  changes: `【标题】
{发布机关}关于{辖区}群众工作联络名册变动情况的通知
【正文】
{上期日期}公布的第{上期}期{辖区}群众工作联络名册（{上期文号}）中，{变动数}个单位的内容发生变动，现予公布，其余内容不变。
{废止}
【附件】
{辖区}群众工作联络名册变动情况
【附注】
此件公开发布
`,
  duties: `【单独设立】
负责本单位12345热线和网上诉求的受理、流转办理、综合分析、信息公开、复查复核和联席联络；承担信访工作。
【加挂牌子】
承担本单位群众诉求的受理、转办、督办和答复，汇总分析群众反映的突出问题，做好信访接待。
【专人专岗】
负责本单位群众诉求的签收、协调办理和答复反馈。
`,
};

/** The sections that a template of a kind may have, in the order in which they are told. */
export function sectionsOf(kind: TemplateKind): readonly string[] {
  return [...sections[kind], ...(kind === 'duties' ? [] : optionalSections)];
}

/** What is wrong with a template. */
export type TemplateFault =
  | { readonly kind: 'section-missing'; readonly section: string }
  | { readonly kind: 'section-unknown'; readonly section: string }
  | { readonly kind: 'placeholder-unknown'; readonly placeholder: string };

/** A template in its sections: the lines of each that hold anything. */
export type TemplateSections = ReadonlyMap<string, readonly string[]>;

/** Parts a template into its sections and says what is wrong with it: a section that is missing or empty, one nobody prints, a placeholder nobody fills in. */
export function parseTemplate(
  kind: TemplateKind,
  content: string,
): { readonly sections: TemplateSections; readonly faults: TemplateFault[] } {
  const found = new Map<string, string[]>();
  const known = sectionsOf(kind);
  const strange = new Set<string>();
  let current: string[] | undefined;
  for (const line of content.replaceAll('\r\n', '\n').split('\n')) {
    const heading = /^\s*【(.+)】\s*$/u.exec(line)?.[1];
    if (heading !== undefined && !known.includes(heading)) strange.add(heading);
    if (heading !== undefined && known.includes(heading)) {
      current = [];
      found.set(heading, current);
    } else if (line.trim() !== '') current?.push(line.trim());
  }
  const missing = sections[kind].filter((section) => (found.get(section) ?? []).length === 0);
  const used = kind === 'duties' ? [] : [...content.matchAll(/\{([^{}]*)\}/gu)].map(([, name = '']) => name);
  const unknown = [...new Set(used)].filter((name) => !placeholdersOf(kind).some((one) => one === name));
  return {
    sections: found,
    faults: [
      ...missing.map((section): TemplateFault => ({ kind: 'section-missing', section })),
      ...[...strange].map((section): TemplateFault => ({ kind: 'section-unknown', section })),
      ...unknown.map((placeholder): TemplateFault => ({ kind: 'placeholder-unknown', placeholder })),
    ],
  };
}

/** Fills in a notice: what stands in braces gives way to its value; a paragraph that comes out empty is left out. */
export function fillNotice(
  template: TemplateSections,
  values: Readonly<Record<Placeholder, string>>,
  head: Pick<Notice, 'jurisdiction' | 'recipients'>,
): Notice {
  const fill = (text: string): string =>
    text.replace(/\{([^{}]*)\}/gu, (whole, name: string) =>
      Object.hasOwn(values, name) ? values[name as Placeholder] : whole,
    );
  const lines = (section: string): string[] =>
    (template.get(section) ?? []).map(fill).filter((line) => line.trim() !== '');
  const [remarks, copiesTo, printedBy] = [lines('附注'), lines('抄送'), lines('印发机关').join('')];
  return {
    ...head,
    title: lines('标题').join(''),
    paragraphs: lines('正文'),
    annex: lines('附件').join(''),
    ...(remarks.length === 0 ? {} : { remarks }),
    ...(copiesTo.length === 0 ? {} : { copiesTo }),
    ...(printedBy === '' ? {} : { printedBy }),
  };
}

const tierSections: Readonly<Record<Tier, string>> = {
  dedicated: '单独设立',
  attached: '加挂牌子',
  designated: '专人专岗',
};

/** The duties that a template proposes for each tier. */
export function parseDuties(template: TemplateSections): Record<Tier, string> {
  const of = (tier: Tier): string => (template.get(tierSections[tier]) ?? []).join('\n');
  return Object.fromEntries(tiers.map((tier) => [tier, of(tier)])) as Record<Tier, string>;
}
