import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import { type BodyReading, bodyReading, type Majority, type VotingReading } from '@entente/core/lifecycle';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { ofKind } from '../../../../lib/papers.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { Section } from '../../../../ui/section.tsx';
import { Term } from '../../../../ui/term.tsx';
import classes from '../design.module.css';
import shared from '../../../../dossier/dossier.module.css';
import { BODY_WORDS, MAJORITY_WORDS } from '../design-words.ts';
import { useDossier } from '../../../../dossier/dossier-context.ts';
import { PaperButton } from '../../../../dossier/paper-form.tsx';
import { usePaperActs } from '../../../../dossier/use-paper-acts.ts';
import { usePartyNames } from '../../../../dossier/use-party-names.ts';
import { BodyForm } from './body-form.tsx';
import { useVoterNames } from './use-voter-names.ts';
import { QuorumFigure, VotingFigure } from './voting-figures.tsx';

type Body = PaperOf<'body'>;
type BodyPaper = PaperAnswer & { readonly content: Body };

/** The bodies of the alliance: who sits in them, when they can decide, and who can prevent it. */
export function BodiesSection() {
  const { t } = useLingui();
  const { papers, canAdd } = useDossier();
  const bodies = ofKind(papers, 'body');
  return (
    <Section
      id="bodies"
      title={<Trans>Bodies</Trans>}
      count={bodies.length}
      action={
        canAdd && (
          <PaperButton
            label={<Trans>Add a body…</Trans>}
            title={t`Add a body`}
            form={(close) => <BodyForm paper={null} onDone={close} />}
          />
        )
      }
    >
      {bodies.length === 0 && (
        <p className={shared.quiet}>
          <Trans>
            No body is recorded. Add the board or the steering committee with its seats, its quorum and what is reserved
            to it; who can block alone is worked out from them.
          </Trans>
        </p>
      )}
      <ul className={shared.items}>
        {bodies.map((paper) => (
          <BodyItem key={paper.id} paper={paper} />
        ))}
      </ul>
    </Section>
  );
}

function useMajorityWords(): (majority: Majority) => string {
  const { t, i18n } = useLingui();
  const words = useWords();
  const nameOf = usePartyNames();
  return ({ kind, votes, withEach }) => {
    const carried = kind === 'votes' ? t`${votes ?? 0} votes` : i18n._(MAJORITY_WORDS[kind]);
    const each = words.listed(withEach.map(nameOf));
    return withEach.length === 0 ? carried : t`${carried}, with a vote of each of: ${each}`;
  };
}

function BodyItem({ paper }: { readonly paper: BodyPaper }) {
  const { t, i18n } = useLingui();
  const { content, abilities } = paper;
  const acts = usePaperActs();
  const reading = bodyReading(content);
  const { name } = content;
  return (
    <li className={shared.item}>
      <h3 className={shared.heading}>
        {name} <span className={shared.quiet}>{i18n._(BODY_WORDS[content.type])}</span>
      </h3>
      <Seats content={content} reading={reading} />
      <p>
        <QuorumFigure paper={paper} reading={reading} />
      </p>
      <Votes paper={paper} reading={reading} />
      {content.words !== null && <p className={shared.note}>{content.words}</p>}
      {abilities.change && (
        <div className={shared.acts} data-screen-only>
          <PaperButton
            look="subtle"
            label={<Trans>Edit</Trans>}
            about={t`Edit: ${name}`}
            title={name}
            form={(close) => <BodyForm paper={paper} onDone={close} />}
          />
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-label={t`Take away: ${name}`}
            loading={acts.isPending}
            onClick={() => acts.takeAway(paper)}
          >
            <Trans>Take away</Trans>
          </Button>
        </div>
      )}
    </li>
  );
}

type PartsProps = { readonly content: Body; readonly reading: BodyReading };

function Seats({ content, reading }: PartsProps) {
  const { t } = useLingui();
  const words = useWords();
  const voterName = useVoterNames(content);
  const holders = (voter: string): string => {
    const own = content.seats.filter(({ key, organisation }) => (organisation ?? `seat:${key}`) === voter);
    const named = own.flatMap(({ holder, isChair }) =>
      holder === null ? (isChair ? [t`chair not named`] : []) : [isChair ? t`${holder} (chair)` : holder],
    );
    return words.listed(named);
  };
  if (reading.voters.length === 0)
    return (
      <p className={shared.caution}>
        <span aria-hidden="true">▲ </span>
        <Trans>It has no seats yet.</Trans>
      </p>
    );
  return (
    <ul className={shared.inner}>
      {reading.voters.map(({ id, votes }) => (
        <li key={id}>
          {voterName(id)}: <Plural value={votes} one="# seat" other="# seats" />{' '}
          <span className={shared.quiet}>{holders(id)}</span>
        </li>
      ))}
      {reading.vacant > 0 && (
        <li className={shared.quiet}>
          <Plural value={reading.vacant} one="# seat without a name" other="# seats without a name" />
        </li>
      )}
    </ul>
  );
}

function Votes({ paper, reading }: { readonly paper: BodyPaper; readonly reading: BodyReading }) {
  const { t } = useLingui();
  const majority = useMajorityWords();
  const { content } = paper;
  const rows: readonly (readonly [string, string, Majority, VotingReading])[] = [
    ['ordinary', t`Ordinary matters`, content.majority, reading.ordinary],
    ...content.reserved.flatMap((matter) => {
      const found = reading.reserved.find(({ key }) => key === matter.key);
      return found ? [[matter.key, matter.title, matter.majority, found.voting] as const] : [];
    }),
  ];
  return (
    <div className={classes.scroll} role="region" tabIndex={0} aria-label={t`Votes of ${content.name}`}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Matter</Trans>
            </th>
            <th scope="col">
              <Trans>carried by</Trans>
            </th>
            <th scope="col">
              <Trans>who can block alone</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, title, rule, voting]) => (
            <tr key={key}>
              <th scope="row">{key === 'ordinary' ? title : <Term id="reserved matter">{title}</Term>}</th>
              <td>{majority(rule)}</td>
              <td>
                <VotingFigure paper={paper} matter={key} title={title} voting={voting} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
