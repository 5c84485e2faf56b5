import type { FoundRecordAnswer } from '@entente/contract/register';
import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { useMantineColorScheme } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { asOfFrom } from '../../lib/as-of.ts';
import { useFocal } from '../../lib/focal.ts';
import { glossaryQuery, otherNames, termsOf, textsOfTerm } from '../../lib/glossary.ts';
import { everyLanguage, shownLanguage } from '../../lib/languages.ts';
import { useWords } from '../../lib/use-words.ts';
import { useOwnWorkspace } from '../../lib/workspaces.ts';
import { useFirms } from '../focal-firm.ts';
import { pagesFor } from '../room-pages.ts';
import { PALETTE_ACTIONS } from './actions.ts';
import { type Entry, type EntrySection, type GradedEntry, matchingEntries, sectionsOf } from './entries.ts';
import { recentPages } from './recent.ts';
import { detailOf, pageOf } from './record-entries.ts';
import type { ActionContext, PaletteMode } from './palette-action.ts';

type Parts = {
  readonly workspace: string;
  readonly mode: PaletteMode;
  readonly typed: string;
  readonly found: readonly FoundRecordAnswer[];
  readonly close: () => void;
  readonly ask: (mode: PaletteMode) => void;
};

const PORTFOLIO = msg`Portfolio`;
const MOST_FIRMS = 12;

/** Catalogs of all languages; until they are here, the reader's own. */
function useEveryLanguage(): readonly I18n[] {
  const { i18n } = useLingui();
  const [languages, setLanguages] = useState<readonly I18n[]>([i18n]);
  useEffect(() => {
    let wanted = true;
    void everyLanguage().then((all) => {
      if (wanted) setLanguages(all);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return languages;
}

/** A date as people type it: full-width digits, and the sign for year after it. */
const dateTyped = (typed: string): string | null =>
  asOfFrom(typed.normalize('NFKC').trim().replace(/年$/, ''), '').text;

/** The lines of the palette for what was typed, in sections. */
export function usePaletteEntries({ workspace, mode, typed, found, close, ask }: Parts): readonly EntrySection[] {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const client = useQueryClient();
  const focal = useFocal();
  const words = useWords();
  const abilities = useOwnWorkspace()?.abilities ?? null;
  const firms = useFirms(workspace);
  const languages = useEveryLanguage();
  const { setColorScheme } = useMantineColorScheme();
  const { data: glossary } = useQuery(glossaryQuery);

  return useMemo(() => {
    const language = shownLanguage();
    const said = (label: MessageDescriptor): string[] => languages.map((each) => each._(label));
    const open = (path: string, hash?: string): void => {
      close();
      void navigate({ to: path, ...(hash === undefined ? {} : { hash }) });
    };
    const setSearch = (search: { asOf?: string | undefined; focal?: string | undefined }): void => {
      close();
      void navigate({ to: '.', search: (before) => ({ ...before, ...search }), resetScroll: false });
    };
    const base = `/w/${workspace}`;

    const dateEntry = (date: string): GradedEntry => ({
      key: 'as-of-date',
      group: 'action',
      label: i18n._(msg`Read everything as of ${{ date }}`),
      detail: null,
      texts: [],
      grade: 'exact',
      run: () => setSearch({ asOf: date }),
    });
    if (mode === 'date') {
      const date = dateTyped(typed);
      const now = entryOf('action', 'as-of-today', i18n._(msg`As of today`), [], () => setSearch({ asOf: undefined }));
      return [{ group: 'action', entries: date === null ? [now] : [dateEntry(date)] }];
    }
    if (mode === 'firm') {
      const all = firms.map(({ slug, name }) =>
        entryOf('record', `firm ${slug}`, name, [name, slug], () => {
          close();
          const on = /^\/w\/[^/]+\/organisations\/[^/]+\/portfolio$/.test(window.location.pathname);
          if (on)
            void navigate({
              to: `${base}/organisations/${slug}/portfolio`,
              search: (before) => ({ ...before, focal: slug }),
            });
          else void navigate({ to: '.', search: (before) => ({ ...before, focal: slug }), resetScroll: false });
        }),
      );
      const some = typed.trim() === '' ? all : matchingEntries(all, typed);
      return [{ group: 'record', entries: some.slice(0, MOST_FIRMS) }];
    }

    const portfolio =
      focal === null
        ? []
        : [
            entryOf('page', 'portfolio', i18n._(PORTFOLIO), said(PORTFOLIO), () =>
              open(`${base}/organisations/${focal}/portfolio`),
            ),
          ];
    const pages = [
      ...portfolio,
      ...pagesFor(abilities).map(({ id, to, label, also }) =>
        entryOf('page', id, i18n._(label), [...said(label), ...also], () => open(to.replace('/w/$workspace', base))),
      ),
    ];
    const context: ActionContext = {
      workspace,
      i18n,
      client,
      goTo: (page) => open(`${base}${page}`),
      setColourScheme: setColorScheme,
      ask,
    };
    const allowed = PALETTE_ACTIONS.filter(({ needs }) => needs === undefined || abilities?.[needs] !== false);
    const actions = allowed.map((action) =>
      entryOf('action', action.id, i18n._(action.label), [...said(action.label), ...action.also], () => {
        // What asks for more keeps the palette open.
        const asked = { more: false };
        void action.run({
          ...context,
          ask: (next) => {
            asked.more = true;
            ask(next);
          },
        });
        if (!asked.more) close();
      }),
    );
    if (typed.trim() === '') {
      const recent = recentPages(workspace)
        .filter(({ path }) => path !== window.location.pathname)
        .map(({ path, title }) => entryOf('recent', path, title, [title], () => open(path)));
      const sections: EntrySection[] = [
        { group: 'recent', entries: recent.slice(0, 6) },
        { group: 'page', entries: pages },
        { group: 'action', entries: actions },
      ];
      return sections.filter(({ entries }) => entries.length > 0);
    }
    const records = found.map((record): GradedEntry => {
      return {
        key: `${record.kind} ${record.id}`,
        group: 'record',
        label: record.name ?? record.slug,
        detail: detailOf(record, words),
        texts: [],
        grade: record.grade,
        run: () => open(`${base}${pageOf(record)}`),
      };
    });
    const terms = (glossary ? termsOf(glossary) : []).map((term) => ({
      ...entryOf('term', term.id, term.names[language], textsOfTerm(term), () => open(`${base}/glossary`, term.id)),
      detail: otherNames(term, language)
        .map(([, name]) => name)
        .join(' · '),
    }));
    const date = dateTyped(typed);
    return sectionsOf([
      ...records,
      ...(date === null ? [] : [dateEntry(date)]),
      ...matchingEntries([...pages, ...actions, ...terms], typed),
    ]);
  }, [
    workspace,
    mode,
    typed,
    found,
    close,
    ask,
    i18n,
    i18n.locale,
    navigate,
    client,
    focal,
    words,
    abilities,
    firms,
    languages,
    setColorScheme,
    glossary,
  ]);
}

const entryOf = (
  group: Entry['group'],
  key: string,
  label: string,
  texts: readonly string[],
  run: () => void,
): Entry => ({ group, key: `${group} ${key}`, label, detail: null, texts, run });
