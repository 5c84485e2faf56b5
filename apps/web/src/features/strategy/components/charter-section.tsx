import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import { CHARTER_PARTS, type CharterPart } from '@entente/core/lifecycle';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui as useI18n } from '@lingui/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import { useWords } from '../../../lib/use-words.ts';
import { DateText } from '../../../ui/date-text.tsx';
import { DayField, PersonField } from '../../../dossier/paper-fields.tsx';
import { MemberName } from '../../../dossier/member-name.tsx';
import classes from '../../../dossier/paper.module.css';
import { type PaperDraft, PaperSection } from '../../../dossier/paper-section.tsx';

type Content = PaperOf<'charter'>;

const BLANK: Content = {
  kind: 'charter',
  purpose: '',
  ourObjectives: '',
  mutualObjectives: '',
  scope: '',
  outOfScope: '',
  success: '',
  limits: '',
  sponsor: null,
  manager: null,
  approvedOn: null,
  reviewOn: null,
};

const PART_WORDS: Readonly<Record<CharterPart | 'sponsor' | 'manager', MessageDescriptor>> = {
  purpose: msg`Purpose`,
  ourObjectives: msg`Our objectives`,
  mutualObjectives: msg`Objectives that both sides share`,
  scope: msg`In scope`,
  outOfScope: msg`Out of scope`,
  success: msg`How success will be seen`,
  limits: msg`Limits of money, people and time`,
  sponsor: msg`Sponsor`,
  manager: msg`Alliance manager`,
};

/** What the alliance is to do for the firm, and within which bounds. */
export function CharterSection({ slug }: { readonly slug: string }) {
  const { i18n } = useI18n();
  const { listed } = useWords();
  return (
    <PaperSection
      slug={slug}
      kind="charter"
      title={<Trans>Alliance charter</Trans>}
      blank={BLANK}
      purpose={<Trans>Write down what the alliance is to do for the firm, and within which bounds</Trans>}
      begin={<Trans>Begin the charter</Trans>}
      view={({ content, reading, paper }) => (
        <>
          {reading && reading.gaps.length > 0 && (
            <p className={classes.caution}>
              <Trans>Nothing is said yet of: {listed(reading.gaps.map((gap) => i18n._(PART_WORDS[gap])))}.</Trans>
            </p>
          )}
          <Parts content={content} people={paper.people} />
        </>
      )}
      form={(typed) => <CharterForm {...typed} />}
    />
  );
}

function Parts({ content, people }: { readonly content: Content; readonly people: PaperAnswer['people'] }) {
  const { i18n } = useI18n();
  const { approvedOn, reviewOn } = content;
  return (
    <dl className={classes.pairs}>
      {CHARTER_PARTS.filter((part) => content[part] !== '').map((part) => (
        <Pair key={part} name={i18n._(PART_WORDS[part])}>
          {content[part]}
        </Pair>
      ))}
      <Pair name={i18n._(PART_WORDS.sponsor)}>
        <MemberName id={content.sponsor} named={people} />
      </Pair>
      <Pair name={i18n._(PART_WORDS.manager)}>
        <MemberName id={content.manager} named={people} />
      </Pair>
      <Pair name={i18n._(msg`Approved on`)}>{approvedOn ? <DateText value={approvedOn} /> : <NotYet />}</Pair>
      <Pair name={i18n._(msg`To be reviewed on`)}>{reviewOn ? <DateText value={reviewOn} /> : <NotYet />}</Pair>
    </dl>
  );
}

function NotYet() {
  return (
    <span className={classes.unknown}>
      <Trans>no day yet</Trans>
    </span>
  );
}

function Pair({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function CharterForm({ draft, change }: PaperDraft<'charter'>) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  return (
    <>
      {CHARTER_PARTS.map((part) => (
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
          label={i18n._(PART_WORDS.sponsor)}
          value={draft.sponsor}
          named={[]}
          onChange={(sponsor) => change({ sponsor })}
        />
        <PersonField
          label={i18n._(PART_WORDS.manager)}
          value={draft.manager}
          named={[]}
          onChange={(manager) => change({ manager })}
        />
        <DayField label={t`Approved on`} value={draft.approvedOn} onChange={(approvedOn) => change({ approvedOn })} />
        <DayField label={t`To be reviewed on`} value={draft.reviewOn} onChange={(reviewOn) => change({ reviewOn })} />
      </div>
    </>
  );
}
