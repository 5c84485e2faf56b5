import { type Term, TERM_HEADINGS, TERM_SHEET_WORDS, type TermHeading, type TermSheet } from '@entente/core/lifecycle';

export type SheetLanguage = 'en' | 'ja' | 'zh-Hant';

/** A term sheet in words, whatever file it is set in. */
export type TermSheetDocument = {
  readonly language: SheetLanguage;
  readonly title: string;
  /** Name and value, e.g. the parties. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly parts: readonly {
    readonly heading: string;
    readonly terms: readonly { readonly text: string; readonly state: string }[];
    /** What stands where there is no term. */
    readonly nothing: string;
  }[];
  /** When this version was written; null for a blank sheet. */
  readonly writtenAt: Date | null;
};

type Told = {
  readonly language: SheetLanguage;
  readonly alliance: string;
  readonly parties: readonly string[];
  readonly writtenAt: Date | null;
};

/** The words of a term sheet in a language; a sheet that was not written has its headings alone. */
export function sheetOf(sheet: TermSheet | null, { language, alliance, parties, writtenAt }: Told): TermSheetDocument {
  const { headings, states, ...words } = TERM_SHEET_WORDS;
  const said = (term: Term): string => {
    const binds = term.isBinding === null ? words.bindingUnsaid : term.isBinding ? words.binding : words.notBinding;
    return [states[term.state][language], binds[language]].join(language === 'en' ? ', ' : '、');
  };
  const termsUnder = (heading: TermHeading) => (sheet?.terms ?? []).filter((term) => term.heading === heading);
  return {
    language,
    title: sheet?.title ?? `${words.sheet[language]}: ${alliance}`,
    facts: [
      [words.parties[language], parties.length === 0 ? '—' : parties.join(language === 'en' ? '; ' : '、')],
      [words.date[language], sheet?.on ?? words.undated[language]],
    ],
    parts: TERM_HEADINGS.map((heading) => ({
      heading: headings[heading][language],
      terms: termsUnder(heading).map((term) => ({ text: term.text, state: said(term) })),
      nothing: words.nothing[language],
    })),
    writtenAt,
  };
}
