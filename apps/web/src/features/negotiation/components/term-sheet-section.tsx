import type { PaperOf } from '@entente/contract/dossier';
import {
  agreementOf,
  TERM_HEADINGS,
  TERM_SHEET_WORDS,
  TERM_STATES,
  type Term,
  termSheetFrom,
} from '@entente/core/lifecycle';
import type { Wording } from '@entente/core/register';
import { useLingui as useI18n } from '@lingui/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useSinglePaper } from '../../../lib/use-paper.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { DateText } from '../../../ui/date-text.tsx';
import { DayField } from '../../../dossier/paper-fields.tsx';
import paper from '../../../dossier/paper.module.css';
import { type PaperDraft, PaperSection } from '../../../dossier/paper-section.tsx';
import { Term as GlossaryTerm } from '../../../ui/term.tsx';
import { termSheetAddress } from '../api/organisation-choices.ts';
import { type Named, useNegotiationWords } from './negotiation-words.ts';
import classes from './negotiation.module.css';
import { newKey, Rows } from './rows.tsx';

type Sheet = PaperOf<'term-sheet'>;
type Props = { readonly slug: string; readonly alliance: string };

const useSheetWords = () => {
  const { i18n } = useI18n();
  return (words: Wording): string => words[i18n.locale as keyof Wording];
};

/** What the sides have put down of what they agree on, and its files. */
export function TermSheetSection({ slug, alliance }: Props) {
  const said = useSheetWords();
  const { content: negotiation } = useSinglePaper(slug, 'negotiation');
  const agreement = negotiation && agreementOf(negotiation);
  const title = `${said(TERM_SHEET_WORDS.sheet)}: ${alliance}`;
  const parties = negotiation?.parties.map(({ organisation }) => organisation) ?? [];
  const blank: Sheet =
    agreement === null
      ? { kind: 'term-sheet', title, on: null, parties, terms: [] }
      : { kind: 'term-sheet', ...copied(termSheetFrom(agreement, title)) };
  return (
    <PaperSection
      slug={slug}
      kind="term-sheet"
      title={
        <GlossaryTerm id="term sheet">
          <Trans>Term sheet</Trans>
        </GlossaryTerm>
      }
      blank={blank}
      purpose={
        <Trans>
          Put down what is agreed, term by term. It is written for their eyes too: what you want and would walk away at
          is never in it
        </Trans>
      }
      begin={
        agreement === null ? <Trans>Begin a term sheet</Trans> : <Trans>Begin it from the accepted proposal</Trans>
      }
      view={({ content, paper: { organisations } }) => (
        <>
          <Files slug={slug} />
          <SheetView content={content} named={organisations} />
        </>
      )}
      form={(typed) => <SheetForm {...typed} />}
    />
  );
}

const copied = ({ parties, terms, ...rest }: ReturnType<typeof termSheetFrom>) => ({
  ...rest,
  parties: [...parties],
  terms: [...terms],
});

function Files({ slug }: { readonly slug: string }) {
  const { i18n } = useI18n();
  const workspace = useWorkspace();
  const at = (format: 'docx' | 'pdf'): string => termSheetAddress(workspace, slug, { format, language: i18n.locale });
  return (
    <p className={classes.files} data-screen-only>
      <a href={at('docx')} download>
        <Trans>Download as DOCX</Trans>
      </a>
      <a href={at('pdf')} download>
        <Trans>Download as PDF</Trans>
      </a>
    </p>
  );
}

function SheetView({ content, named }: { readonly content: Sheet; readonly named: Named }) {
  const said = useSheetWords();
  const names = useNegotiationWords();
  const { headings, states, ...words } = TERM_SHEET_WORDS;
  const binds = ({ isBinding }: Term): string =>
    said(isBinding === null ? words.bindingUnsaid : isBinding ? words.binding : words.notBinding);
  return (
    <>
      <p className={paper.words}>
        <strong>{content.title}</strong>
        <br />
        {content.parties.map((id) => names.organisation(named, id)).join(' · ')}
        {content.on !== null && (
          <>
            {' · '}
            <DateText value={content.on} />
          </>
        )}
      </p>
      {content.terms.length === 0 && <p className={paper.quiet}>{said(words.nothing)}</p>}
      <dl className={classes.terms}>
        {TERM_HEADINGS.filter((heading) => content.terms.some((term) => term.heading === heading)).map((heading) => (
          <div key={heading}>
            <dt>{said(headings[heading])}</dt>
            {content.terms
              .filter((term) => term.heading === heading)
              .map((term) => (
                <dd key={term.key}>
                  {term.text}{' '}
                  <span className={classes.state}>
                    ({said(states[term.state])} · {binds(term)})
                  </span>
                </dd>
              ))}
          </div>
        ))}
      </dl>
    </>
  );
}

function SheetForm({ draft, change }: PaperDraft<'term-sheet'>) {
  const { t } = useLingui();
  const said = useSheetWords();
  const { headings, states, ...words } = TERM_SHEET_WORDS;
  const { terms } = draft;
  return (
    <>
      <div className={paper.row}>
        <TextInput
          className={classes.grow ?? ''}
          label={t`Title`}
          required
          value={draft.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <DayField label={t`Day`} value={draft.on} onChange={(on) => change({ on })} />
      </div>
      <Rows
        legend={<Trans>Terms</Trans>}
        rows={terms}
        rowKey={({ key }) => key}
        add={<Trans>Add a term</Trans>}
        onAdd={() =>
          change({ terms: [...terms, { key: newKey(), heading: 'object', text: '', state: 'open', isBinding: null }] })
        }
        onRemove={(at) => change({ terms: terms.toSpliced(at, 1) })}
        fields={(row, at) => {
          const set = (part: Partial<Term>): void => change({ terms: terms.with(at, { ...row, ...part }) });
          return (
            <>
              <Textarea
                label={t`Term`}
                required
                autosize
                minRows={1}
                value={row.text}
                onChange={(event) => set({ text: event.currentTarget.value })}
              />
              <div className={paper.row}>
                <NativeSelect
                  label={t`Heading`}
                  value={row.heading}
                  data={TERM_HEADINGS.map((heading) => ({ value: heading, label: said(headings[heading]) }))}
                  onChange={(event) => set({ heading: event.currentTarget.value as Term['heading'] })}
                />
                <NativeSelect
                  label={t`State`}
                  value={row.state}
                  data={TERM_STATES.map((state) => ({ value: state, label: said(states[state]) }))}
                  onChange={(event) => set({ state: event.currentTarget.value as Term['state'] })}
                />
                <NativeSelect
                  label={t`Binding`}
                  value={row.isBinding === null ? '' : String(row.isBinding)}
                  data={[
                    { value: '', label: said(words.bindingUnsaid) },
                    { value: 'true', label: said(words.binding) },
                    { value: 'false', label: said(words.notBinding) },
                  ]}
                  onChange={(event) =>
                    set({ isBinding: event.currentTarget.value === '' ? null : event.currentTarget.value === 'true' })
                  }
                />
              </div>
            </>
          );
        }}
      />
    </>
  );
}
