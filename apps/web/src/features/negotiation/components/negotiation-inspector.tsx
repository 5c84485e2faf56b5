import { valueOf } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { Inspected } from '../../../ui/inspector.tsx';
import { RuleBody } from '../../../ui/rule-body.tsx';
import { ZoneText } from './issues-table.tsx';
import { type Negotiation, numberOf, type Reading, useNegotiationWords } from './negotiation-words.ts';

type Props = { readonly content: Negotiation; readonly reading: Reading };

const CARD = (
  <a key="card" href="/docs/methods/lifecycle#negotiation" target="_blank" rel="noreferrer">
    <Trans>Method card: negotiation</Trans>
  </a>
);

/** What the figures of a negotiation open to. */
export function NegotiationInspector(props: Props) {
  return (
    <>
      <InspectedZones {...props} />
      <InspectedProposals {...props} />
      <InspectedFrontier {...props} />
    </>
  );
}

function InspectedZones({ content: { issues }, reading }: Props) {
  const { t } = useLingui();
  const said = useNegotiationWords();
  return (
    <>
      {issues.map((issue, nth) => {
        const zone = reading.zones[nth];
        return zone === undefined ? null : (
          <Inspected
            key={issue.key}
            id={`negotiation.zone.${issue.key}`}
            title={t`Zone of possible agreement: ${issue.name}`}
          >
            <RuleBody
              rule={
                <Trans>
                  What lies beyond neither reservation: both sides would sign it. Their reservation is our estimate, so
                  the zone is one too. Unknown where a reservation, or what a side wants, is not known.
                </Trans>
              }
              inputs={[
                { label: t`Our reservation`, value: said.value(issue, issue.ours.reservation) },
                { label: t`Their reservation, estimated`, value: said.value(issue, issue.theirs.reservation) },
                { label: t`Ground of the estimate`, value: issue.theirs.ground ?? said.unknown },
                { label: t`Zone`, value: <ZoneText issue={issue} zone={zone} /> },
              ]}
              sources={['Raiffa 1982, The Art and Science of Negotiation, ch. 4']}
              links={[CARD]}
            />
          </Inspected>
        );
      })}
    </>
  );
}

function InspectedProposals({ content: { issues, proposals }, reading }: Props) {
  const { t } = useLingui();
  const said = useNegotiationWords();
  return (
    <>
      {reading.proposals.map((standing) => {
        const proposal = proposals.find(({ key }) => key === standing.proposal);
        const number = numberOf(reading, standing.proposal);
        return (
          <Inspected
            key={standing.proposal}
            id={`negotiation.proposal.${standing.proposal}`}
            title={t`Proposal ${number}`}
          >
            <RuleBody
              rule={
                <Trans>
                  The sum over the issues of weight times value. A value is 0 at the side’s reservation, 1 at its target
                  and beyond, in a straight line between them and on below 0. Unknown as long as an issue is left open.
                </Trans>
              }
              inputs={[
                ...issues.map((issue, nth) => {
                  const put = proposal?.values.find((each) => each.issue === issue.key)?.value ?? null;
                  const worth = (side: 'ours' | 'theirs'): string => {
                    const value = put === null ? null : valueOf(issue, side, put);
                    return `${said.percent(reading.weights[nth]?.[side] ?? null)} × ${said.utility(value)}`;
                  };
                  const [ours, theirs] = [worth('ours'), worth('theirs')];
                  return {
                    label: issue.name,
                    value:
                      put === null ? t`left open` : t`${said.value(issue, put)}: for us ${ours}, for them ${theirs}`,
                  };
                }),
                { label: t`Utility for us`, value: said.utility(standing.ours) },
                { label: t`For them, estimated`, value: said.utility(standing.theirs) },
                { label: t`Distance to the frontier`, value: said.utility(standing.distance) },
                { label: t`Left to gain for us`, value: said.utility(standing.roomForUs) },
                { label: t`Left to gain for them`, value: said.utility(standing.roomForThem) },
                ...(standing.underTheirs.length === 0
                  ? []
                  : [
                      {
                        label: t`Under their reservation, estimated`,
                        value: said.issues(issues, standing.underTheirs),
                      },
                    ]),
                ...(standing.concession === null
                  ? []
                  : standing.concession.issues.map(({ issue, given, gained }) => {
                      const [gave, got] = [said.utility(given), said.utility(gained)];
                      return {
                        label: t`Conceded: ${said.issues(issues, [issue])}`,
                        value: t`given up ${gave}, gained by the other side ${got}`,
                      };
                    })),
                ...(proposal?.comment ? [{ label: t`Comment`, value: proposal.comment }] : []),
              ]}
              sources={[
                'Keeney & Raiffa 1976, Decisions with Multiple Objectives, ch. 3',
                'Raiffa 1982, The Art and Science of Negotiation, ch. 9, 11',
              ]}
              links={[CARD]}
            />
          </Inspected>
        );
      })}
    </>
  );
}

function InspectedFrontier({ content: { issues }, reading: { frontier } }: Props) {
  const { t } = useLingui();
  const said = useNegotiationWords();
  return (
    <Inspected id="negotiation.nash" title={t`Nash point`}>
      <RuleBody
        rule={
          <Trans>
            Of all settlements that both sides would sign, the one with the greatest product of both utilities, each
            counted from its reservations. It rests on our estimates of the other side.
          </Trans>
        }
        inputs={[
          { label: t`Utility for us`, value: said.utility(frontier.nash?.ours ?? null) },
          { label: t`For them, estimated`, value: said.utility(frontier.nash?.theirs ?? null) },
          {
            label: t`What is settled`,
            value: frontier.nash === null ? said.unknown : said.settlement(issues, frontier.nash.values),
          },
        ]}
        sources={['Nash 1950, The Bargaining Problem, Econometrica 18, p. 159']}
        links={[CARD]}
      />
    </Inspected>
  );
}
