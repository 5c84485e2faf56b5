import type { PaperOf } from '@entente/contract/dossier';
import { COMPLETION_PARTS, type CompletionPart } from '@entente/core/lifecycle';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui as useI18n } from '@lingui/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import { DateText } from '../../../ui/date-text.tsx';
import { DayField, PersonField } from '../../../dossier/paper-fields.tsx';
import { MemberName } from '../../../dossier/member-name.tsx';
import classes from '../../../dossier/paper.module.css';
import { type PaperDraft, PaperSection } from '../../../dossier/paper-section.tsx';

type Content = PaperOf<'completion'>;

const BLANK: Content = {
  kind: 'completion',
  achieved: '',
  missed: '',
  value: '',
  losses: '',
  people: '',
  property: '',
  customers: '',
  openPoints: '',
  endedOn: null,
  by: [],
  handedInOn: null,
};

const PART_WORDS: Readonly<Record<CompletionPart, MessageDescriptor>> = {
  achieved: msg`What was achieved`,
  missed: msg`What was missed`,
  value: msg`Value that was extracted`,
  losses: msg`Losses`,
  people: msg`What became of the people`,
  property: msg`What became of intellectual property and assets`,
  customers: msg`What became of customers and suppliers`,
  openPoints: msg`What is still open`,
};

/** What is told at the end. */
export function CompletionSection({ slug }: { readonly slug: string }) {
  const { i18n } = useI18n();
  return (
    <PaperSection
      slug={slug}
      kind="completion"
      title={<Trans>Completion report</Trans>}
      blank={BLANK}
      purpose={<Trans>Tell at the end what was achieved, what was lost, and what is still open</Trans>}
      begin={<Trans>Begin the report</Trans>}
      view={({ content, paper }) => (
        <dl className={classes.pairs}>
          <dt>
            <Trans>Ended on</Trans>
          </dt>
          <dd>{content.endedOn ? <DateText value={content.endedOn} /> : <NotYet />}</dd>
          {COMPLETION_PARTS.map((part) => (
            <PartOf key={part} name={i18n._(PART_WORDS[part])} text={content[part]} />
          ))}
          <dt>
            <Trans>Handed in</Trans>
          </dt>
          <dd>
            {content.handedInOn ? <DateText value={content.handedInOn} /> : <NotYet />}
            {content.by.map((person) => (
              <span key={person}>
                {' · '}
                <MemberName id={person} named={paper.people} />
              </span>
            ))}
          </dd>
        </dl>
      )}
      form={(typed) => <CompletionForm {...typed} />}
    />
  );
}

function NotYet() {
  return (
    <span className={classes.unknown}>
      <Trans>not yet</Trans>
    </span>
  );
}

function PartOf({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {text === '' ? (
          <span className={classes.unknown}>
            <Trans>nothing said</Trans>
          </span>
        ) : (
          text
        )}
      </dd>
    </>
  );
}

function CompletionForm({ draft, change }: PaperDraft<'completion'>) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  return (
    <>
      <DayField label={t`Ended on`} value={draft.endedOn} onChange={(endedOn) => change({ endedOn })} />
      {COMPLETION_PARTS.map((part) => (
        <Textarea
          key={part}
          label={i18n._(PART_WORDS[part])}
          autosize
          minRows={2}
          value={draft[part]}
          onChange={(event) => change({ [part]: event.currentTarget.value })}
        />
      ))}
      <div className={classes.row}>
        <PersonField
          label={t`Handed in by`}
          value={draft.by[0] ?? null}
          named={[]}
          onChange={(person) => change({ by: person === null ? [] : [person] })}
        />
        <DayField label={t`Handed in on`} value={draft.handedInOn} onChange={(handedInOn) => change({ handedInOn })} />
      </div>
    </>
  );
}
