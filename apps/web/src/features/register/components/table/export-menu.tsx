import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { printPage } from '../../../../lib/printing.ts';
import { type FileWishes, fileAddress } from '../../api/table-queries.ts';
import { fileOfTable } from './file-of-table.ts';
import type { TableField } from './table-fields.ts';
import type { TableName } from './table-kinds.ts';
import type { TableState } from './use-table-state.ts';

/** The menu would be on the paper, too. */
const AFTER_CLOSING_MS = 250;

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
  const { sort, ...shown } = fileOfTable(definition, fields, i18n.locale);
  const linkTo = (wishes: Pick<FileWishes, 'format' | 'headings'>): string =>
    fileAddress(workspace, table, { ...definition, sort }, { ...shown, ...wishes });
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
        <Menu.Divider />
        <Menu.Item onClick={() => setTimeout(() => void printPage(), AFTER_CLOSING_MS)}>
          <Trans>Print</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
