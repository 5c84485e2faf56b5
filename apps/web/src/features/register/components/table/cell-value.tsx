import type { SubjectKind } from '@entente/core/kernel';
import { useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { useWords } from '../../../../lib/use-words.ts';
import type { TableRow } from '../../api/table-queries.ts';
import { cellWords } from './cell-words.ts';
import { useRecordAddress } from './record-address.ts';
import classes from './table.module.css';
import { isMention, type Mention, shownIn, type TableField } from './table-fields.ts';
import { TABLE_KINDS, type TableName } from './table-kinds.ts';

type Props = { readonly row: TableRow; readonly field: TableField };

/** A value as a cell shows it: mentioned records as links, what nobody states as unknown. */
export const CellValue = memo(function CellValue({ row, field }: Props) {
  const { i18n, t } = useLingui();
  const words = useWords();
  const value = shownIn(row, field.name);
  const { shape } = field;
  if (isMention(value)) return <MentionLink kind={kindIn(field, value)} mention={value} />;
  if (Array.isArray(value) && value.some(isMention)) {
    return joined(
      value.filter(isMention).map((one) => <MentionLink key={one.id} kind={kindIn(field, one)} mention={one} />),
    );
  }
  const text = cellWords(field, value, words, i18n);
  if (text === '') {
    return (
      <span className={classes.unknown}>
        <span aria-hidden="true">–</span>
        <VisuallyHidden>{t`unknown`}</VisuallyHidden>
      </span>
    );
  }
  const isQuiet = shape.as === 'slug' || shape.as === 'moment' || value === '..';
  return isQuiet ? <span className={classes.quiet}>{text}</span> : text;
});

function joined(parts: readonly ReactNode[]): ReactNode {
  return parts.flatMap((part, at) => (at === 0 ? [part] : ['; ', part]));
}

const kindIn = ({ shape }: TableField, { kind }: Mention): SubjectKind | null =>
  shape.as === 'reference' ? shape.to : (kind ?? null);

const PAGES: Partial<Record<SubjectKind, string>> = {
  organisation: 'partners',
  alliance: 'alliances',
  house: 'houses',
  person: 'people',
  event: 'events',
  source: 'sources',
};

type LinkProps = {
  readonly page: string;
  readonly record: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** A link within the grid, which itself is what Tab stops at. */
function RecordLink({ page, record, className, children }: LinkProps) {
  const addressOf = useRecordAddress();
  return (
    <a tabIndex={-1} className={className} data-record href={addressOf(page, record)}>
      {children}
    </a>
  );
}

/** A mentioned record by its name, as a link to its page. */
function MentionLink({ kind, mention }: { readonly kind: SubjectKind | null; readonly mention: Mention }) {
  const { id, slug, name } = mention;
  const page = kind === null ? undefined : PAGES[kind];
  const called = name ?? slug ?? '';
  if (page === undefined) return called;
  return (
    <RecordLink page={page} record={slug ?? id}>
      {called}
    </RecordLink>
  );
}

type OwnProps = {
  readonly table: TableName;
  readonly row: TableRow;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** A link to the page of the row's own record. */
export function OwnLink({ table, row, className, children }: OwnProps) {
  const key = row['slug'] ?? row['key'];
  return (
    <RecordLink page={TABLE_KINDS[table].page} record={typeof key === 'string' ? key : row.id} className={className}>
      {children}
    </RecordLink>
  );
}

/** ⚑ on a value of which the sources disagree, and the word for those who do not see it. */
export function DisputedMark() {
  const { t } = useLingui();
  return (
    <span className={classes.disputed} title={t`The sources disagree here.`}>
      <span aria-hidden="true"> ⚑</span>
      <VisuallyHidden> {t`disputed`}</VisuallyHidden>
    </span>
  );
}
