import { useLingui } from '@lingui/react/macro';
import { Autocomplete, TextInput } from '@mantine/core';
import { useKnownSources } from '../lib/known-sources.ts';

type Props = {
  readonly source: string;
  readonly onSource: (source: string) => void;
  readonly place: string;
  readonly onPlace: (place: string) => void;
};

/** A document that something rests on, and the place in it; both may stay empty. */
export function SourceFields({ source, onSource, place, onPlace }: Props) {
  const { t } = useLingui();
  const known = useKnownSources();
  const titles = new Map(known.map(({ key, title }) => [key, title]));
  return (
    <>
      <Autocomplete
        label={t`Source (optional)`}
        description={t`A source on record, or the name of a document.`}
        maxLength={300}
        data={known.map(({ key }) => key)}
        renderOption={({ option }) => (
          <span>
            <b>{option.value}</b> {titles.get(option.value)}
          </span>
        )}
        limit={20}
        value={source}
        onChange={onSource}
      />
      <TextInput
        label={t`Place (optional)`}
        description={t`Page, paragraph, table or cell.`}
        placeholder={t`p. 12, paragraph 3`}
        maxLength={300}
        value={place}
        onChange={(event) => onPlace(event.currentTarget.value)}
      />
    </>
  );
}
