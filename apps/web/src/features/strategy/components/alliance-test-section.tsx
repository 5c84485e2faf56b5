import type { PaperOf } from '@entente/contract/dossier';
import { ALLIANCE_MARK_WORDS, ALLIANCE_MARKS, type AllianceMark, type ANSWERS } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect, TextInput } from '@mantine/core';
import { useSaid } from '../../../lib/said.ts';
import { useWords } from '../../../lib/use-words.ts';
import { InspectButton } from '../../../ui/inspect-button.tsx';
import { Inspected } from '../../../ui/inspector.tsx';
import classes from '../../../dossier/paper.module.css';
import { TableScroll } from '../../../ui/table-scroll.tsx';
import { RuleBody } from '../../../ui/rule-body.tsx';
import { SourcePlace } from '../../../ui/source-place.tsx';
import type { ReadingOfKind } from '../../../lib/use-paper.ts';
import { type PaperDraft, PaperSection } from '../../../dossier/paper-section.tsx';

type Answer = (typeof ANSWERS)[number];
type Content = PaperOf<'alliance-test'>;

const BLANK: Content = {
  kind: 'alliance-test',
  answers: ALLIANCE_MARKS.map((mark) => ({ mark, answer: 'unknown', reason: '' })),
};

/** Whether what is planned is an alliance at all, by the marks of the definition. */
export function AllianceTestSection({ slug }: { readonly slug: string }) {
  return (
    <PaperSection
      slug={slug}
      kind="alliance-test"
      title={<Trans>Is it an alliance?</Trans>}
      blank={BLANK}
      purpose={<Trans>Hold what is planned against the definition of an alliance</Trans>}
      begin={<Trans>Begin the test</Trans>}
      view={({ content, reading }) => (
        <>
          {reading && <Verdict reading={reading} />}
          <Marks content={content} />
        </>
      )}
      form={(typed) => <MarksForm {...typed} />}
    />
  );
}

function useMarkWords() {
  const { wording } = useSaid();
  return (mark: AllianceMark): string => {
    const found = ALLIANCE_MARK_WORDS.find(({ key }) => key === mark);
    return found ? wording(found.words) : mark;
  };
}

function Verdict({ reading }: { readonly reading: ReadingOfKind<'alliance-test'> }) {
  const { t } = useLingui();
  const said = useMarkWords();
  const { listed } = useWords();
  const { verdict, failed, unknown, instead } = reading;
  return (
    <p>
      <InspectButton id="alliance-test">
        <strong>
          {verdict === 'alliance' ? (
            <Trans>It is an alliance</Trans>
          ) : verdict === 'none' ? (
            <Trans>It is no alliance</Trans>
          ) : (
            <Trans>Not decided yet</Trans>
          )}
        </strong>
      </InspectButton>
      {failed.length > 0 && (
        <>
          {' '}
          <Trans>What is missing: {listed(failed.map(said))}.</Trans>
        </>
      )}
      {verdict === 'undecided' && (
        <>
          {' '}
          <Trans>Not judged: {listed(unknown.map(said))}.</Trans>
        </>
      )}
      {instead.includes('market-exchange') && (
        <>
          {' '}
          <Trans>It looks like a market exchange.</Trans>
        </>
      )}
      {instead.includes('merger-or-acquisition') && (
        <>
          {' '}
          <Trans>It looks like a merger or an acquisition.</Trans>
        </>
      )}
      <Inspected id="alliance-test" title={t`How it is judged`}>
        <RuleBody
          rule={t`An alliance has every mark of the definition. One that fails is enough for “no”; one that nobody has judged leaves it open. Market transactions, mergers and acquisitions are none.`}
          sources={[<SourcePlace key="002" source="002" place="Week 1, definition of an alliance" />]}
        />
      </Inspected>
    </p>
  );
}

function useAnswerWords() {
  const { t } = useLingui();
  return (answer: Answer): string => ({ yes: t`yes`, no: t`no`, unknown: t`not judged` })[answer];
}

function Marks({ content: { answers } }: { readonly content: Content }) {
  const { t } = useLingui();
  const said = useMarkWords();
  const words = useAnswerWords();
  const given = new Map(answers.map((each) => [each.mark, each]));
  return (
    <TableScroll label={t`Is it an alliance?`}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Mark of an alliance</Trans>
            </th>
            <th scope="col">
              <Trans>Answer</Trans>
            </th>
            <th scope="col">
              <Trans>Reason</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {ALLIANCE_MARKS.map((mark) => {
            const answer = given.get(mark)?.answer ?? 'unknown';
            return (
              <tr key={mark}>
                <th scope="row">{said(mark)}</th>
                <td className={answer === 'no' ? classes.caution : answer === 'yes' ? classes.good : classes.unknown}>
                  {words(answer)}
                </td>
                <td>{given.get(mark)?.reason}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}

function MarksForm({ draft, change }: PaperDraft<'alliance-test'>) {
  const { t } = useLingui();
  const said = useMarkWords();
  const words = useAnswerWords();
  const given = new Map(draft.answers.map((each) => [each.mark, each]));
  const set = (mark: AllianceMark, part: { answer?: Answer; reason?: string }): void =>
    change({
      answers: ALLIANCE_MARKS.map((each) => ({
        ...(given.get(each) ?? { mark: each, answer: 'unknown' as const, reason: '' }),
        ...(each === mark && part),
      })),
    });
  return ALLIANCE_MARKS.map((mark) => (
    <div key={mark} className={classes.row}>
      <NativeSelect
        label={said(mark)}
        value={given.get(mark)?.answer ?? 'unknown'}
        data={(['yes', 'no', 'unknown'] as const).map((answer) => ({ value: answer, label: words(answer) }))}
        onChange={(event) => set(mark, { answer: event.currentTarget.value as Answer })}
      />
      <TextInput
        style={{ flex: '1 1 16rem' }}
        label={t`Reason`}
        aria-label={`${said(mark)}: ${t`Reason`}`}
        value={given.get(mark)?.reason ?? ''}
        onChange={(event) => set(mark, { reason: event.currentTarget.value })}
      />
    </div>
  ));
}
