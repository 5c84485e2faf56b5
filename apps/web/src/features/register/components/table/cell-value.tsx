import type { SubjectKind } from '@entente/core/kernel';
import { useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { memo, type ReactNode } from 'react';
import { useWords } from '../../../../lib/use-words.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import type { TableRow } from '../../api/table-queries.ts';
import { cellWords } from './cell-words.ts';
import classes from './table.module.css';
import { isMention, type Mention, shownIn, type TableField } from './table-fields.ts';
import type { TableName } from './table-kinds.ts';

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

/** A mentioned record by its name, as a link where it has a page. The grid itself is what Tab stops at. */
function MentionLink({ kind, mention }: { readonly kind: SubjectKind | null; readonly mention: Mention }) {
  const workspace = useWorkspace();
  const name = mention.name ?? mention.slug ?? '';
  if (mention.slug === null) return name;
  const { slug } = mention;
  if (kind === 'organisation') {
    return (
      <Link tabIndex={-1} to="/w/$workspace/partners/$slug" params={{ workspace, slug }}>
        {name}
      </Link>
    );
  }
  if (kind === 'alliance') {
    return (
      <Link tabIndex={-1} to="/w/$workspace/alliances/$slug" params={{ workspace, slug }}>
        {name}
      </Link>
    );
  }
  if (kind === 'source') {
    return (
      <Link tabIndex={-1} to="/w/$workspace/sources/$key" params={{ workspace, key: slug }}>
        {name}
      </Link>
    );
  }
  return name;
}

const OWN_PAGE: Partial<Record<TableName, SubjectKind>> = {
  alliances: 'alliance',
  organisations: 'organisation',
  sources: 'source',
};

type OwnProps = { readonly table: TableName; readonly row: TableRow; readonly name: string | null };

/** What a record is called, as a link to its page where it has one. */
export function OwnName({ table, row, name }: OwnProps) {
  const key = row['slug'] ?? row['key'];
  const slug = typeof key === 'string' ? key : null;
  return <MentionLink kind={OWN_PAGE[table] ?? null} mention={{ id: row.id, slug, name: name ?? slug }} />;
}
