import { inTime, NEGOTIATION } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import { InspectButton } from '../../../ui/inspect-button.tsx';
import paper from '../../../dossier/paper.module.css';
import { type PaperDraft, PaperSection } from '../../../dossier/paper-section.tsx';
import { FrontierChart } from './frontier-chart.tsx';
import { IssueRows } from './issue-rows.tsx';
import { IssuesTable } from './issues-table.tsx';
import { NegotiationInspector } from './negotiation-inspector.tsx';
import { type Named, type Negotiation, type Reading, useNegotiationWords } from './negotiation-words.ts';
import classes from './negotiation.module.css';
import { PartyRows } from './party-rows.tsx';
import { ProposalRows } from './proposal-rows.tsx';
import { ProposalsTable } from './proposals-table.tsx';
import { usePartyNames } from './use-party-names.ts';
import { UtilityChart } from './utility-chart.tsx';

const BLANK: Negotiation = { kind: 'negotiation', parties: [], issues: [], proposals: [], accepted: null };

/** What is negotiated: issues, zones, proposals and the frontier. */
export function NegotiationSection({ slug }: { readonly slug: string }) {
  return (
    <PaperSection
      slug={slug}
      kind="negotiation"
      title={<Trans>Issues, proposals and joint gains</Trans>}
      blank={BLANK}
      purpose={
        <Trans>
          Name the parties and the issues; say what you want, what you would walk away at, and what they may want
        </Trans>
      }
      begin={<Trans>Begin the negotiation</Trans>}
      view={({ content, reading, paper: { organisations } }) =>
        reading && <View content={content} reading={reading} named={organisations} />
      }
      form={(typed) => <Form slug={slug} {...typed} />}
    />
  );
}

type ViewProps = { readonly content: Negotiation; readonly reading: Reading; readonly named: Named };

function View({ content, reading, named }: ViewProps) {
  const said = useNegotiationWords();
  const { parties } = content;
  const on = (side: 'ours' | 'theirs'): string =>
    parties
      .filter((party) => party.side === side)
      .map(({ organisation }) => said.organisation(named, organisation))
      .join(' · ');
  return (
    <>
      <p className={paper.words}>
        <Trans>
          Our side: {on('ours')}. Their side: {on('theirs')}.
        </Trans>
      </p>
      <IssuesTable content={content} reading={reading} />
      {reading.proposals.some(({ ours, theirs }) => ours !== null || theirs !== null) && (
        <div className={classes.chart}>
          <UtilityChart content={content} reading={reading} named={named} />
        </div>
      )}
      <h3 className={classes.part}>
        <Trans>Proposals</Trans>
      </h3>
      <ProposalsTable content={content} reading={reading} named={named} />
      <JointGains content={content} reading={reading} />
      <NegotiationInspector content={content} reading={reading} />
    </>
  );
}

function JointGains({ content, reading }: Omit<ViewProps, 'named'>) {
  const said = useNegotiationWords();
  const { state, issues, isCut, nash } = reading.frontier;
  if (content.issues.length === 0) return null;
  const named = said.issues(content.issues, issues);
  if (state === 'unknown')
    return (
      <p className={paper.unknown}>
        <Trans>
          The efficient frontier is unknown: targets, reservations and weights of both sides are needed for {named}.
        </Trans>
      </p>
    );
  if (state === 'empty')
    return (
      <p className={paper.caution}>
        <span aria-hidden="true">▲ </span>
        <Trans>
          No agreement would be signed by both sides as they are believed to be: there is no zone for {named}.
        </Trans>
      </p>
    );
  return (
    <>
      <div className={classes.chart}>
        <FrontierChart content={content} reading={reading} />
      </div>
      {nash !== null && (
        <p className={paper.words}>
          <Trans>The settlement with the greatest product of both utilities (Nash point):</Trans>{' '}
          <InspectButton id="negotiation.nash">{said.settlement(content.issues, nash.values)}</InspectButton>
        </p>
      )}
      {isCut && (
        <p className={paper.caution}>
          <Trans>
            There are too many combinations of options to follow all: the frontier may lie a little further out.
          </Trans>
        </p>
      )}
    </>
  );
}

type FormProps = PaperDraft<'negotiation'> & { readonly slug: string };

function Form({ slug, draft, change }: FormProps) {
  const { t } = useLingui();
  const names = usePartyNames(slug, draft);
  const ordered = inTime(draft.proposals);
  return (
    <>
      <PartyRows slug={slug} draft={draft} change={change} names={names} />
      <IssueRows draft={draft} change={change} />
      <ProposalRows draft={draft} change={change} names={names} />
      {draft.proposals.length > 0 && (
        <NativeSelect
          label={t`Accepted by both sides`}
          value={draft.accepted ?? ''}
          data={[
            { value: '', label: t`none yet` },
            ...ordered.map(({ key, on, by }) => ({ value: key, label: `${on} · ${names.get(by) ?? t`unknown`}` })),
          ]}
          onChange={(event) =>
            change({ accepted: event.currentTarget.value === '' ? null : event.currentTarget.value })
          }
        />
      )}
      <Refusals draft={draft} />
    </>
  );
}

/** What stands against what is typed, by the rules that the server asks too. */
function Refusals({ draft }: { readonly draft: Negotiation }) {
  const { t } = useLingui();
  const problems = NEGOTIATION.problems(draft, null).map(({ pointer = '' }) => {
    const [, list, nth = '', part, end] = pointer.split('/');
    const name = draft.issues[Number(nth)]?.name ?? '';
    if (list === 'parties')
      return nth === '' ? t`Name one organisation at least on each side.` : t`An organisation is named twice.`;
    if (list === 'issues' && end === 'ground') return t`${name}: say what the estimate of the other side rests on.`;
    if (list === 'issues' && end === 'target')
      return t`${name}: the target is no better for the side than its reservation.`;
    if (list === 'issues') return t`${name}: an option is chosen that is not there, or stands there twice.`;
    if (list === 'proposals' && part === 'by') return t`A proposal is of nobody at the table: choose who made it.`;
    if (list === 'proposals') return t`A proposal has a value that is not one of its issue.`;
    return t`The accepted proposal is not there any more.`;
  });
  return (
    <div aria-live="polite">
      {problems.length > 0 && (
        <ul className={classes.problems}>
          {[...new Set(problems)].map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
