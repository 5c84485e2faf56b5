import { ALLIANCE_TARGETS, TABLE_LAYOUTS, type TableLayout, type TableMapping } from '@entente/core/interchange';
import type { SubjectKind } from '@entente/core/kernel';
import { type CustomField, FIELD_WORDS, labelIn, RECORD_FIELDS } from '@entente/core/register';
import { RECORD_TABLES } from '../register/record-tables.ts';

/** A table of more columns is none of the register's. */
export const MOST_COLUMNS = 1000;
/** Partners that a row may name side by side. */
const MOST_PARTNERS = 8;

const RECORDS = 'records:';

/** A layout by the name under which requests ask for it; null when there is none. */
export function layoutOf(name: string): { readonly layout: TableLayout; readonly kind: SubjectKind } | null {
  if (name.startsWith(RECORDS)) {
    const kind = name.slice(RECORDS.length) as SubjectKind;
    return Object.hasOwn(RECORD_FIELDS, kind) ? { layout: 'records', kind } : null;
  }
  const layout = TABLE_LAYOUTS.find((each) => each === name && each !== 'records');
  return layout === undefined ? null : { layout, kind: 'alliance' };
}

export const layoutName = ({ layout, kind }: Pick<TableMapping, 'layout' | 'kind'>): string =>
  layout === 'records' ? `${RECORDS}${kind}` : layout;

/** Targets of a column as one text, and back. */
export const targetText = (targets: readonly string[]): string | null =>
  targets.length === 0 ? null : targets.join('+');
export const targetsOf = (text: string | null): string[] => (text === null || text === '' ? [] : text.split('+'));

/** What a column of the field tells of: the record of the row, the alliance or a partner in it; or a field of one's own. */
type About = 'record' | 'alliance' | 'partner' | 'own';

export type LayoutField = {
  readonly field: string;
  readonly about: About;
  readonly required: boolean;
  readonly label: Readonly<Partial<Record<'en' | 'ja' | 'zh-Hant', string>>>;
};

function labelled(about: About, field: string, required: boolean, suffix = ''): LayoutField {
  const words = FIELD_WORDS[field] ?? null;
  const label = words === null ? { en: field } : words;
  const shown = suffix === '' ? label : mapped(label, (text) => `${text} ${suffix.slice(1)}`);
  return { field: `${field}${suffix}`, about, required, label: shown };
}

const mapped = (label: LayoutField['label'], change: (text: string) => string): LayoutField['label'] =>
  Object.fromEntries(Object.entries(label).map(([language, text]) => [language, change(text)]));

function customFields(kind: SubjectKind, custom: readonly CustomField[]): LayoutField[] {
  return custom
    .filter((field) => field.kind === kind && !field.retired)
    .map(
      (field): LayoutField => ({
        field: `custom.${field.key}`,
        about: 'own',
        required: false,
        label: {
          en: labelIn(field.labels, 'en'),
          ja: labelIn(field.labels, 'ja'),
          'zh-Hant': labelIn(field.labels, 'zh-Hant'),
        },
      }),
    );
}

const ID_WORDS = { en: 'id in this workspace', ja: 'このワークスペースでの ID', 'zh-Hant': '在此工作區的 ID' } as const;

/** The kind of a table whose rows tell ids of records that have neither name nor slug; null for any other. */
export function namelessIn({
  layout,
  columns,
}: {
  readonly layout: string;
  readonly columns: readonly { readonly mapping: string | null }[];
}): SubjectKind | null {
  const meant = layoutOf(layout);
  if (meant?.layout !== 'records' || !columns.some(({ mapping }) => mapping === 'id')) return null;
  return RECORD_TABLES[meant.kind].slug === null || meant.kind === 'organisation-name' ? meant.kind : null;
}

/** What columns can be mapped to in a layout. */
export function fieldsOf(
  { layout, kind }: Pick<TableMapping, 'layout' | 'kind'>,
  custom: readonly CustomField[],
): LayoutField[] {
  if (layout === 'records') {
    const fields = RECORD_FIELDS[kind];
    const hasPeriod = fields.some(({ name }) => name === 'from' || name === 'start');
    const own = fields.map(({ name, required }) => labelled('record', name, required));
    const id: LayoutField = { field: 'id', about: 'record', required: false, label: ID_WORDS };
    return [id, ...own, ...(hasPeriod ? [labelled('record', 'period', false)] : []), ...customFields(kind, custom)];
  }
  const alliance = ALLIANCE_TARGETS.alliance
    .filter((target) => layout === 'partners' || (target !== 'members' && target !== 'shares'))
    .map((target) => labelled('alliance', target, target === 'name' && layout !== 'participants'));
  const member = ALLIANCE_TARGETS.member.map((target) =>
    labelled('partner', target, target === 'member' && layout === 'members'),
  );
  const side = Array.from({ length: MOST_PARTNERS }, (_, at) =>
    ALLIANCE_TARGETS.member.map((target) => labelled('partner', target, false, `.${at + 1}`)),
  ).flat();
  return [...alliance, ...member, ...(layout === 'partners' ? side : []), ...customFields('alliance', custom)];
}

/** Whether a text names targets that columns of the layout can be mapped to. */
export function isTarget(
  mapping: Pick<TableMapping, 'layout' | 'kind'>,
  custom: readonly CustomField[],
  text: string,
): boolean {
  const names = new Set(fieldsOf(mapping, custom).map(({ field }) => field));
  return targetsOf(text).every((target) => names.has(target));
}
