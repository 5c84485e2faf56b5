import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { glossaryQuery, otherNames, termsOf } from '../lib/glossary.ts';
import { shownLanguage } from '../lib/languages.ts';
import { type Terms, TermsContext } from '../ui/term.tsx';

type Props = { readonly workspace: string; readonly children: ReactNode };

/** Explains the words of the pages by the glossary, which is read when the first is asked for. */
export function TermProvider({ workspace, children }: Props) {
  const { i18n } = useLingui();
  const router = useRouter();
  const [wanted, setWanted] = useState(false);
  const { data } = useQuery({ ...glossaryQuery, enabled: wanted });
  const terms = useMemo<Terms>(() => {
    const language = shownLanguage();
    const known = new Map((data ? termsOf(data) : []).map((term) => [term.id, term]));
    return {
      cardOf: (id) => {
        const term = known.get(id);
        if (term === undefined) return null;
        return { name: term.names[language], meaning: term.meanings[language], others: otherNames(term, language) };
      },
      load: () => setWanted(true),
      goTo: (id) => void router.navigate({ to: '/w/$workspace/glossary', params: { workspace }, hash: id }),
      addressOf: (id) => router.buildLocation({ to: '/w/$workspace/glossary', params: { workspace }, hash: id }).href,
    };
  }, [data, i18n.locale, router, workspace]);
  return <TermsContext value={terms}>{children}</TermsContext>;
}
