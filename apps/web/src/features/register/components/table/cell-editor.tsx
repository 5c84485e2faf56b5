import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { useWords } from '../../../../lib/use-words.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { endWords } from '../../../../ui/date-text.tsx';
import { ChoiceEditor } from '../../../../ui/grid/choice-editor.tsx';
import type { Editing } from '../../../../ui/grid/grid-model.ts';
import { LineEditor } from '../../../../ui/grid/line-editor.tsx';
import { TextEditor } from '../../../../ui/grid/text-editor.tsx';
import { choicesQuery } from '../../api/record-queries.ts';
import type { TableRow } from '../../api/table-queries.ts';
import { countryChoices, languageChoices } from '../forms/place-choices.ts';
import { readDate } from '../forms/read-date.ts';
import { typedText } from './cell-input.ts';
import { SearchWords } from './search-words.tsx';
import { SubjectsEditor } from './subjects-editor.tsx';
import { isMention, NUMERIC, type TableField, valueIn } from './table-fields.ts';
import type { Named } from './use-cell-writes.tsx';
import { usePanelWords } from './use-panel-words.tsx';

type Props = Editing<TableRow> & {
  readonly field: TableField;
  /** What was typed and refused before, or null. */
  readonly refused: string | null;
  readonly onName: Named;
};

/** The editor that a field's shape asks for. */
export function CellEditor({ field, refused, onName, ...editing }: Props): ReactNode {
  const { shape } = field;
  const hint = useDateHint(field);
  if (field.choices !== null || shape.as === 'term' || shape.as === 'country' || shape.as === 'language')
    return <TermEditor field={field} {...editing} />;
  if (shape.as === 'reference' || shape.as === 'subject')
    return <ReferenceEditor field={field} onName={onName} {...editing} />;
  if (shape.as === 'subjects') return <SubjectsEditor field={field} onName={onName} {...editing} />;
  // A title is a note that is needed; it takes a line as a rule.
  if (shape.as === 'details' || (shape.as === 'note' && !field.isRequired))
    return <NoteEditor field={field} refused={refused} {...editing} />;
  const { row, typed, onCommit, onGiveUp } = editing;
  return (
    <LineEditor
      label={field.label}
      initial={refused ?? typedText(field, row)}
      typed={typed}
      lines={shape.as === 'note'}
      numeric={NUMERIC.includes(shape.as)}
      {...(shape.as === 'date' || shape.as === 'end' ? { hint } : {})}
      onCommit={onCommit}
      onGiveUp={onGiveUp}
    />
  );
}

/** What a typed date is understood as, or which of several it may be. */
function useDateHint({ name }: TableField) {
  const { i18n } = useLingui();
  return (text: string, take: (text: string) => void): ReactNode => {
    if (text.trim() === '') return null;
    const read = readDate(name, text);
    if (read.kind === 'refused') return text.trim().length < 6 ? null : read.problem.fix;
    if (read.kind === 'date') {
      const words = endWords(read.edtf, i18n);
      return words === text.trim() ? null : <Trans>Read as: {words}</Trans>;
    }
    return (
      <>
        <Trans>Which date is meant?</Trans>
        <Group gap={4} mt={4}>
          {read.choices.map((edtf) => (
            <Button key={edtf} size="compact-xs" variant="default" onClick={() => take(edtf)}>
              {endWords(edtf, i18n)}
            </Button>
          ))}
        </Group>
      </>
    );
  };
}

/** Terms of a field in the order in which they are offered, countries and languages by name, in the reader's words. */
export function useTermChoices({ choices, shape }: TableField) {
  const { i18n } = useLingui();
  const words = useWords();
  return useMemo(() => {
    if (choices !== null) return choices;
    if (shape.as === 'country') return countryChoices(i18n.locale);
    if (shape.as === 'language') return languageChoices(i18n.locale, '');
    return shape.as === 'term' ? shape.terms.map((value) => ({ value, label: words.term(shape.list, value) })) : [];
  }, [choices, shape, words, i18n.locale]);
}

type EditorProps = Editing<TableRow> & { readonly field: TableField };

function TermEditor({ field, row, typed, onCommit, onGiveUp }: EditorProps) {
  const { t } = useLingui();
  const value = valueIn(row, field.name);
  return (
    <ChoiceEditor
      label={field.label}
      choices={useTermChoices(field)}
      value={typeof value === 'string' ? value : null}
      typed={typed}
      none={field.isRequired ? null : t`not stated`}
      nothingFound={<Trans>Nothing of this name</Trans>}
      onCommit={onCommit}
      onGiveUp={onGiveUp}
    />
  );
}

/** Text of several lines, or details each on a line of its own. */
function NoteEditor({ field, refused, row, typed, onCommit, onGiveUp }: EditorProps & Pick<Props, 'refused'>) {
  return (
    <TextEditor
      label={field.label}
      initial={refused ?? typedText(field, row)}
      typed={typed}
      description={field.shape.as === 'details' ? <Trans>One a line, e.g. method: interview.</Trans> : null}
      words={usePanelWords()}
      onCommit={onCommit}
      onGiveUp={onGiveUp}
    />
  );
}

/** A record found by any of its names. */
function ReferenceEditor({ field, row, typed, onName, onCommit, onGiveUp }: EditorProps & { readonly onName: Named }) {
  const { t } = useLingui();
  const words = useWords();
  const workspace = useWorkspace();
  const { shape } = field;
  const kinds = useMemo(
    () => (shape.as === 'subject' ? shape.to : shape.as === 'reference' ? [shape.to] : []),
    [shape],
  );
  const [search, setSearch] = useState(typed ?? '');
  const [wanted] = useDebouncedValue(search, 120);
  const { data, isPlaceholderData } = useQuery(choicesQuery(workspace, kinds, wanted));
  // What an earlier word found must not be taken for the one that stands there now.
  const isComing = search.trim() !== '' && (wanted !== search || isPlaceholderData || data === undefined);
  const found = isComing || wanted.trim() === '' ? [] : (data ?? []);
  const keyOf = (kind: string, reference: string): string =>
    shape.as === 'subject' ? `${kind}:${reference}` : reference;
  const choices = found.flatMap(({ kind, reference, name }) => {
    if (reference === null) return [];
    const label = kinds.length > 1 ? `${name} (${words.term('subjects', kind)})` : name;
    return [{ value: keyOf(kind, reference), label }];
  });
  const held = valueIn(row, field.name);
  const current = isMention(held) ? { value: typedText(field, row), label: held.name ?? held.slug ?? '' } : null;
  return (
    <ChoiceEditor
      label={field.label}
      choices={current === null || choices.length > 0 ? choices : [current]}
      value={current?.value ?? null}
      typed={typed}
      none={field.isRequired ? null : t`not stated`}
      nothingFound={<SearchWords search={search} isComing={isComing} />}
      onSearch={setSearch}
      onCommit={(value, onward) => {
        const chosen = found.find(({ kind, reference }) => reference !== null && keyOf(kind, reference) === value);
        if (chosen?.reference) onName({ id: chosen.reference, slug: chosen.reference, name: chosen.name });
        onCommit(value, onward);
      }}
      onGiveUp={onGiveUp}
    />
  );
}
