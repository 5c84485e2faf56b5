import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { failureWords } from '../../../../lib/failure-words.ts';
import { type FileWishes, fileOfChosen, type TableRow } from '../../api/table-queries.ts';
import { fileOfTable } from './file-of-table.ts';
import { handOverFile } from './hand-over-file.ts';
import type { TableField } from './table-fields.ts';
import type { TableName } from './table-kinds.ts';
import type { TableState } from './use-table-state.ts';

type Props = {
  readonly workspace: string;
  readonly table: TableName;
  readonly fields: readonly TableField[];
  readonly state: TableState;
  readonly rows: readonly TableRow[];
};

/** The chosen rows as a file, as they are shown: its columns, order and language. */
export function ExportChosen({ workspace, table, fields, state, rows }: Props) {
  const { i18n } = useLingui();
  const [isMaking, setMaking] = useState(false);
  const take = async (format: FileWishes['format']): Promise<void> => {
    setMaking(true);
    try {
      const wishes = { ...fileOfTable(state.definition, fields, i18n.locale), format, headings: 'words' } as const;
      const ids = rows.map(({ id }) => id);
      const { bytes, name } = await fileOfChosen(workspace, table, ids, wishes);
      handOverFile(bytes, name);
    } catch (error) {
      const { happened, todo } = failureWords(error, i18n);
      notifications.show({ color: 'red', title: happened, message: todo, autoClose: false });
    } finally {
      setMaking(false);
    }
  };
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button size="compact-sm" variant="default" loading={isMaking}>
          <Trans>Export chosen</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void take('csv')}>CSV</Menu.Item>
        <Menu.Item onClick={() => void take('xlsx')}>Excel (XLSX)</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
