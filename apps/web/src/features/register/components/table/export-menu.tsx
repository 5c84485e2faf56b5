import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { type FileWishes, fileAddress } from '../../api/table-queries.ts';
import type { TableField } from './table-fields.ts';
import type { TableName } from './table-kinds.ts';
import type { TableState } from './use-table-state.ts';

type Props = {
  readonly workspace: string;
  readonly table: TableName;
  readonly fields: readonly TableField[];
  readonly state: TableState;
};

/** What is shown as a file: its columns, filters, order and language, all its rows. */
export function ExportMenu({ workspace, table, fields, state }: Props) {
  const { i18n } = useLingui();
  const { definition } = state;
  const { group, sort } = definition;
  const known = new Set(fields.flatMap(({ name, isShown }) => (isShown ? [name] : [])));
  const asked = { ...definition, sort: group === null ? sort : sortWithin(group, sort) };
  const linkTo = (wishes: Pick<FileWishes, 'format' | 'headings'>): string =>
    fileAddress(workspace, table, asked, {
      ...wishes,
      columns: definition.columns.filter((name) => known.has(name)),
      language: i18n.locale,
    });
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button size="compact-sm" variant="default">
          <Trans>Export</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Trans>As shown here</Trans>
        </Menu.Label>
        <Menu.Item component="a" download href={linkTo({ format: 'csv', headings: 'words' })}>
          CSV
        </Menu.Item>
        <Menu.Item component="a" download href={linkTo({ format: 'xlsx', headings: 'words' })}>
          Excel (XLSX)
        </Menu.Item>
        <Menu.Label>
          <Trans>For reading in again</Trans>
        </Menu.Label>
        <Menu.Item component="a" download href={linkTo({ format: 'csv', headings: 'names' })}>
          CSV
        </Menu.Item>
        <Menu.Item component="a" download href={linkTo({ format: 'xlsx', headings: 'names' })}>
          Excel (XLSX)
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const MOST_KEYS = 3;

/** A file has no groups: their rows stand together by its order. */
function sortWithin(group: string, sort: string): string {
  const keys = sort.split(',').filter((key) => key.replace(/^-/, '') !== group && key !== 'entered');
  return [group, ...keys].slice(0, MOST_KEYS).join(',');
}
