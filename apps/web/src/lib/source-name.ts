import { useLingui } from '@lingui/react/macro';
import { useWords } from './use-words.ts';

type Source = { readonly slug: string | null; readonly name: string | null };

/** Whether a source stands for what somebody typed in; the server names such sources, and the places in them, in English. */
export const isEntrySource = ({ slug }: Pick<Source, 'slug'>): boolean => slug?.startsWith('entry-') ?? false;

const ENTERED = /^Entered by (?<who>.+)$/;

/** What a source is called, and where in it something stands, in the reader's language as far as they are not its own words. */
export function useSourceName(): {
  readonly nameOf: (source: Source) => string | null;
  readonly placeIn: (source: Pick<Source, 'slug'>, place: string) => string;
} {
  const { t } = useLingui();
  const words = useWords();
  return {
    nameOf: ({ slug, name }) => {
      const who = isEntrySource({ slug }) ? ENTERED.exec(name ?? '')?.groups?.['who'] : undefined;
      return who === undefined ? (name ?? slug) : t`Entered by ${who}`;
    },
    placeIn: ({ slug }, place) => (isEntrySource({ slug }) ? words.term('sourceKinds', 'entry') : place),
  };
}
