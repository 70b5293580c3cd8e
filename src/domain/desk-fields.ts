import type { Tier } from './scheme.ts';
import type { Day } from './time.ts';

/** What a field of a desk is, wherever it comes in, stands or goes out. */
interface DeskFieldFacts {
  /** What it holds, which says how it is read: a tier, a text, phones parted by 、, a day, a document number. */
  readonly kind: 'tier' | 'text' | 'phones' | 'day' | 'document-no';
  /** What a column of a file may be headed by; its name in Chinese, which the form asks by, is one of them. */
  readonly headers: readonly [string, ...string[]];
  /** The option that sets it. */
  readonly option: string;
  /** What stands for its value in the usage of that option. */
  readonly placeholder: string;
  /** The tiers whose form asks for it; absent where all do. */
  readonly askedOf?: Tier;
  /** Whether a line of the roster has it as it is, under the same name. */
  readonly isPrinted?: true;
}

/**
 * The fields of a desk beside its people, in the order in which they are shown: the one place to add one. Files, options, forms, views
 * and the roster's lines are made from it; beside it a field needs its column in the database (a migration), its words in both
 * languages, and where it is printed a column in a new layout.
 */
export const deskFieldTable = {
  tier: {
    kind: 'tier',
    headers: ['form', '设置形式', '设置类别', 'tier'],
    option: 'form',
    placeholder: 'form',
  },
  name: {
    kind: 'text',
    headers: ['desk', '机构名称', '群众工作机构', '机构（岗位）名称'],
    option: 'name',
    placeholder: 'name',
  },
  sign: {
    kind: 'text',
    headers: ['sign', '加挂牌子名称', '牌子', '挂牌名称'],
    option: 'sign',
    placeholder: 'name',
    isPrinted: true,
  },
  hostOffice: {
    kind: 'text',
    headers: ['host office', '挂靠内设机构', '加挂机构'],
    option: 'host-office',
    placeholder: 'name',
    askedOf: 'attached',
  },
  replacedOffice: {
    kind: 'text',
    headers: ['replaced office', '撤销内设机构', '撤一'],
    option: 'replaced-office',
    placeholder: 'name',
    askedOf: 'dedicated',
  },
  duties: {
    kind: 'text',
    headers: ['duties', '职责', '主要职责', '工作职责'],
    option: 'duties',
    placeholder: 'text',
    isPrinted: true,
  },
  hours: {
    kind: 'text',
    headers: ['hours', '值班时间', '办公时间'],
    option: 'hours',
    placeholder: 'text',
    isPrinted: true,
  },
  phones: {
    kind: 'phones',
    headers: ['phone', 'phones', '联系电话', '办公电话', '电话'],
    option: 'phones',
    placeholder: 'list',
  },
  address: {
    kind: 'text',
    headers: ['address', '办公地址', '地址', '接待地址'],
    option: 'address',
    placeholder: 'text',
    isPrinted: true,
  },
  establishedOn: {
    kind: 'day',
    headers: ['established on', '设立日期', '成立日期'],
    option: 'established-on',
    placeholder: 'day',
  },
  documentNo: {
    kind: 'document-no',
    headers: ['document no', '批复文号', '文号'],
    option: 'document-no',
    placeholder: 'no',
  },
  confirmedOn: {
    kind: 'day',
    headers: ['confirmed on', '核实日期', '确认日期'],
    option: 'confirmed-on',
    placeholder: 'day',
  },
} as const satisfies Readonly<Record<string, DeskFieldFacts>>;

type DeskFieldTable = typeof deskFieldTable;
export type DeskField = keyof DeskFieldTable;
export const deskFields = Object.keys(deskFieldTable) as readonly DeskField[];

/** Fields of which nothing may be on record: a desk has a tier. */
export type ClearableDeskField = Exclude<DeskField, 'tier'>;
export const clearableDeskFields = deskFields.filter(
  (field): field is ClearableDeskField => field !== 'tier',
);

/** What is known of a field of a desk. */
export function deskFieldFacts(field: DeskField): DeskFieldFacts {
  return deskFieldTable[field];
}

/** What a field of a desk holds: the tier that was set up, else a text or a day, null where nothing is on record. */
export type DeskValue<Field extends DeskField> = DeskFieldTable[Field]['kind'] extends 'tier'
  ? Tier
  : DeskFieldTable[Field]['kind'] extends 'day'
    ? Day | null
    : string | null;

/** The fields of a desk with what they hold. */
export type DeskValues = { readonly [Field in DeskField]: DeskValue<Field> };

/** Makes the fields of a desk, each from its name; the tier must be one. */
export function makeDeskValues(valueOf: (field: DeskField) => string | null): DeskValues {
  return Object.fromEntries(deskFields.map((field) => [field, valueOf(field)])) as unknown as DeskValues;
}

/** Fields that a line of the roster has as they are. */
export type PrintedField = {
  [Field in DeskField]: DeskFieldTable[Field] extends { readonly isPrinted: true } ? Field : never;
}[DeskField];
export const printedFields = deskFields.filter(
  (field): field is PrintedField => deskFieldFacts(field).isPrinted === true,
);

/** The columns of a list of desks that are of a person, by what files call them: the option that sets it, whose, which, and their headers as in `unitColumnHeaders`. */
export const personColumns = {
  leaderInCharge: {
    option: 'leader-in-charge',
    role: 'leader-in-charge',
    field: 'name',
    headers: ['leader in charge', '分管负责人', '分管领导'],
  },
  leaderInChargePost: {
    option: 'leader-post',
    role: 'leader-in-charge',
    field: 'post',
    headers: ['leader in charge post', '分管负责人职务', '分管领导职务'],
  },
  head: { option: 'head', role: 'head', field: 'name', headers: ['head', '负责人', '科室负责人'] },
  headPost: { option: 'head-post', role: 'head', field: 'post', headers: ['head post', '负责人职务'] },
  headPhone: { option: 'head-phone', role: 'head', field: 'phone', headers: ['head phone', '负责人电话'] },
  liaison: { option: 'liaison', role: 'liaison', field: 'name', headers: ['liaison', '联络员'] },
  liaisonPost: {
    option: 'liaison-post',
    role: 'liaison',
    field: 'post',
    headers: ['liaison post', '联络员职务', '联络员岗位'],
  },
  liaisonPhone: {
    option: 'liaison-phone',
    role: 'liaison',
    field: 'phone',
    headers: ['liaison phone', '联络员电话'],
  },
  mobile: {
    option: 'mobile',
    role: 'liaison',
    field: 'mobile',
    headers: ['mobile', '手机', '联络员手机', '手机号码'],
  },
} as const;
export type PersonColumn = keyof typeof personColumns;
