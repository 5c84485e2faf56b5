import { gradeOfMatch, nameQueryOf } from '@entente/core/kernel';
import type { Glossary, GlossaryTerm } from '@entente/contract/reference';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { glossaryQuery, textsOfTerm } from '../../../lib/glossary.ts';
import { shownLanguage } from '../../../lib/languages.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { TermEntry } from '../components/term-entry.tsx';
import classes from './glossary-page.module.css';

/** Terms whose names or readings hold the words, or whose meaning in some language does. */
function sectionsWith(glossary: Glossary, typed: string): Glossary['sections'] {
  const query = nameQueryOf(typed);
  if (query === null) return glossary.sections;
  const holds = (term: GlossaryTerm): boolean =>
    [...textsOfTerm(term), ...Object.values(term.meanings)].some((text) => gradeOfMatch(query, text) !== null);
  return glossary.sections
    .map((section) => ({ ...section, terms: section.terms.filter(holds) }))
    .filter(({ terms }) => terms.length > 0);
}

/** Shows the term that the address names, once it is there. */
function useNamedTerm(isThere: boolean): string {
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => {
    if (isThere && hash !== '') document.getElementById(hash)?.scrollIntoView({ block: 'center' });
  }, [isThere, hash]);
  return hash;
}

/** What the words of the product mean, in its three languages. */
export function GlossaryPage() {
  const { t } = useLingui();
  const language = shownLanguage();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(glossaryQuery);
  const asked = useSearch({ strict: false, select: (search) => search.q }) ?? '';
  const [typed, setTyped] = useState(asked);
  const named = useNamedTerm(data !== undefined);
  usePageTitle(t`Glossary`);
  const sections = useMemo(() => (data ? sectionsWith(data, typed) : []), [data, typed]);
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  const narrow = (q: string): void => {
    setTyped(q);
    void navigate({
      to: '.',
      search: (before) => ({ ...before, q: q === '' ? undefined : q }),
      replace: true,
      resetScroll: false,
    });
  };
  const count = sections.reduce((sum, { terms }) => sum + terms.length, 0);
  return (
    <article className={classes.page}>
      <h1>
        <Trans>Glossary</Trans>
      </h1>
      <p className={classes.intro}>
        <Trans>
          The words of the product in its three languages. Names of records stay as their sources write them.
        </Trans>
      </p>
      <TextInput
        className={classes.filter}
        size="xs"
        type="search"
        maw={320}
        label={t`Find a term in any language`}
        value={typed}
        onChange={(event) => narrow(event.currentTarget.value)}
      />
      <p role="status" className={classes.count}>
        <Plural value={count} one="# term" other="# terms" />
      </p>
      {sections.map(({ id, names, terms }) => (
        <section key={id} aria-labelledby={`section-${id}`}>
          <h2 id={`section-${id}`} className={classes.heading}>
            {names[language]}
          </h2>
          <dl className={classes.terms}>
            {terms.map((term) => (
              <TermEntry key={term.id} term={term} language={language} named={term.id === named} />
            ))}
          </dl>
        </section>
      ))}
    </article>
  );
}
