import { collectionNamed } from '@entente/contract/register';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { failureWords } from '../../../../lib/failure-words.ts';
import type { problemWords } from '../../../../lib/problem-words.ts';
import { RequestFailure } from '../../../../lib/problem.ts';
import { read, writeUndoably } from '../../../../lib/client.ts';
import { pathOf, rowsKey, type RowWindow, type TableRow } from '../../api/table-queries.ts';
import { type CellBody, type CellProblem, readCell, typedText } from './cell-input.ts';
import { CUSTOM, type Mention, type TableField } from './table-fields.ts';
import type { TableName } from './table-kinds.ts';
import type { useTableChanges } from './use-table-changes.tsx';

/** How a cell stands that is not simply as the record has it. */
export type CellWrite =
  | { readonly kind: 'saving' }
  | { readonly kind: 'refused'; readonly typed: string; readonly problem: CellProblem }
  /** Somebody changed the record meanwhile; the row on screen is theirs. */
  | { readonly kind: 'stale'; readonly typed: string; readonly mine: CellBody };

type Cells = Readonly<Record<string, CellWrite>>;

/** A record that was chosen in a cell, so that its name stands there before the server has answered. */
export type Named = (mention: Mention) => void;

type Subject = { readonly id: string; readonly kind: Mention['kind'] };

const isSubject = (value: unknown): value is Subject =>
  typeof value === 'object' && value !== null && 'id' in value && 'kind' in value;

const sent = (row: TableRow, body: CellBody): TableRow => {
  const { custom, ...fields } = body;
  const own = row['custom'] as Readonly<Record<string, string>> | undefined;
  return {
    ...row,
    ...fields,
    ...(typeof custom === 'object' ? { custom: { ...own, ...custom } } : {}),
  };
};

/** Saves cells: at once on screen, one write of a record after the other, refusals kept at their cells. */
export function useCellWrites(
  workspace: string,
  table: TableName,
  { tellSaved, refresh }: ReturnType<typeof useTableChanges>,
) {
  const { i18n } = useLingui();
  const client = useQueryClient();
  const [cells, setCells] = useState<ReadonlyMap<string, Cells>>(new Map());
  const queue = useRef(new Map<string, Promise<unknown>>());
  const versions = useRef(new Map<string, number>());
  const names = useRef(new Map<string, Mention>());

  const setCell = useCallback((id: string, column: string, write: CellWrite | null) => {
    setCells((before) => {
      const { [column]: _old, ...others } = before.get(id) ?? {};
      const next = new Map(before);
      const own = write === null ? others : { ...others, [column]: write };
      if (Object.keys(own).length === 0) next.delete(id);
      else next.set(id, own);
      return next;
    });
  }, []);

  const showRow = useCallback(
    (id: string, rowAfter: (row: TableRow) => TableRow) => {
      client.setQueriesData<RowWindow>({ queryKey: rowsKey(workspace, table) }, (window) =>
        window?.rows.some((row) => row.id === id)
          ? { ...window, rows: window.rows.map((row) => (row.id === id ? rowAfter(row) : row)) }
          : window,
      );
    },
    [client, workspace, table],
  );

  /** A reference is sent as a slug and shown by its name. */
  const shownBody = useCallback((field: TableField, body: CellBody): CellBody => {
    const { shape, name } = field;
    const value = body[name];
    if (shape.as === 'reference' && typeof value === 'string')
      return { [name]: names.current.get(value) ?? { id: value, slug: value, name: value } };
    const subject = ({ id, kind }: Subject) => ({ ...(names.current.get(id) ?? { id, slug: id, name: id }), kind });
    if (shape.as === 'subject' && isSubject(value)) return { [name]: subject(value) };
    if (shape.as === 'subjects' && Array.isArray(value)) return { [name]: value.filter(isSubject).map(subject) };
    return body;
  }, []);

  const send = useCallback(
    async (row: TableRow, field: TableField, typed: string, body: CellBody): Promise<void> => {
      const { change: route } = collectionNamed(table).routes;
      const path = pathOf(workspace, `/${table}/${row.id}`);
      const version = versions.current.get(row.id) ?? row.version;
      try {
        const { answer, change } = await writeUndoably(path, {
          method: 'PATCH',
          answer: route.answer,
          body,
          version,
          idempotencyKey: crypto.randomUUID(),
        });
        const saved = answer as unknown as TableRow;
        versions.current.set(row.id, saved.version);
        showRow(row.id, () => saved);
        setCell(row.id, field.name, null);
        tellSaved(1, change);
      } catch (error) {
        showRow(row.id, (now) => ({ ...now, [rootOf(field)]: row[rootOf(field)] }));
        if (error instanceof RequestFailure && error.code === 'version-stale') {
          const theirs = (await read(path, {
            answer: collectionNamed(table).routes.get.answer,
          })) as unknown as TableRow;
          versions.current.set(row.id, theirs.version);
          showRow(row.id, () => theirs);
          return setCell(row.id, field.name, { kind: 'stale', typed, mine: body });
        }
        setCell(row.id, field.name, { kind: 'refused', typed, problem: problemOf(error, i18n) });
      }
    },
    [workspace, table, showRow, setCell, tellSaved, i18n],
  );

  /** Writes of one record wait for each other, so that the second knows the version that the first made. */
  const enqueue = useCallback(
    (row: TableRow, field: TableField, typed: string, body: CellBody) => {
      setCell(row.id, field.name, { kind: 'saving' });
      showRow(row.id, (now) => sent(now, shownBody(field, body)));
      const before = queue.current.get(row.id) ?? Promise.resolve();
      const mine = before.then(() => send(row, field, typed, body));
      queue.current.set(row.id, mine);
      void mine.finally(() => {
        if (queue.current.get(row.id) !== mine) return;
        queue.current.delete(row.id);
        versions.current.delete(row.id);
        void refresh('totals');
      });
    },
    [setCell, showRow, shownBody, send, refresh],
  );

  const commit = useCallback(
    (row: TableRow, field: TableField, text: string | null): boolean => {
      const typed = text ?? '';
      if (typed === typedText(field, row)) {
        setCell(row.id, field.name, null);
        return true;
      }
      const outcome = readCell(table, field, text);
      if (!outcome.ok) {
        setCell(row.id, field.name, { kind: 'refused', typed, problem: outcome.problem });
        return false;
      }
      enqueue(row, field, typed, outcome.body);
      return true;
    },
    [table, setCell, enqueue],
  );
  const forget = useCallback((row: TableRow, column: string) => setCell(row.id, column, null), [setCell]);
  const nameMention = useCallback((mention: Mention) => {
    names.current.set(mention.slug ?? mention.id, mention);
  }, []);
  return { cells, commit, forget, enqueue, nameMention };
}

const rootOf = ({ name }: TableField): string => (name.startsWith(CUSTOM) ? 'custom' : name);

/** What a failed write tells at its cell. */
function problemOf(error: unknown, i18n: Parameters<typeof problemWords>[1]): CellProblem {
  const told = error instanceof RequestFailure ? error.document?.errors[0] : undefined;
  if (told !== undefined) return told;
  const { happened, todo, reference } = failureWords(error, i18n);
  return { code: reference ?? '', message: happened, fix: todo };
}
