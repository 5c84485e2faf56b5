import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import type { ExclusivityReach } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { plainTitle } from '../../../../lib/plain-words.ts';
import { ofKind } from '../../../../lib/papers.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { DateText } from '../../../../ui/date-text.tsx';
import { Section } from '../../../../ui/section.tsx';
import { Term } from '../../../../ui/term.tsx';
import { clauseOf } from '../clause-choice.tsx';
import classes from '../design.module.css';
import shared from '../../../../dossier/dossier.module.css';
import { DesignMethodLink } from '../design-links.tsx';
import { useDossier } from '../../../../dossier/dossier-context.ts';
import { PaperButton } from '../../../../dossier/paper-form.tsx';
import { usePaperActs } from '../../../../dossier/use-paper-acts.ts';
import { usePartyNames } from '../../../../dossier/use-party-names.ts';
import { ExclusivityForm } from './exclusivity-form.tsx';

type ExclusivityPaper = PaperAnswer & { readonly content: PaperOf<'exclusivity'> };

/** What the contract lets its members do with nobody else. */
export function ExclusivitiesSection() {
  const { t } = useLingui();
  const { papers, canAdd } = useDossier();
  const exclusivities = ofKind(papers, 'exclusivity');
  return (
    <Section
      id="exclusivities"
      title={
        <Term id="exclusivity">
          <Trans>Exclusivities</Trans>
        </Term>
      }
      count={exclusivities.length}
      action={
        canAdd && (
          <PaperButton
            label={<Trans>Add an exclusivity…</Trans>}
            title={t`Add an exclusivity`}
            form={(close) => <ExclusivityForm paper={null} onDone={close} />}
          />
        )
      }
    >
      <p className={shared.quiet}>
        {exclusivities.length === 0 ? (
          <Trans>
            No exclusivity is recorded. Once one is, the segmentation of the firm tells which of its other alliances
            fall under it.
          </Trans>
        ) : (
          <Trans>Which other alliances fall under them is told on the page of the firm’s segmentation.</Trans>
        )}{' '}
        <DesignMethodLink part="exclusivities" />
      </p>
      <ul className={shared.items}>
        {exclusivities.map((paper) => (
          <ExclusivityItem key={paper.id} paper={paper} />
        ))}
      </ul>
    </Section>
  );
}

function ExclusivityItem({ paper }: { readonly paper: ExclusivityPaper }) {
  const { t, i18n } = useLingui();
  const words = useWords();
  const nameOf = usePartyNames();
  const acts = usePaperActs();
  const { papers } = useDossier();
  const { content, abilities } = paper;
  const { title, from, until } = content;
  const reach = (of: ExclusivityReach): string => {
    if (of.reach === 'within') return plainTitle(of.term);
    return of.reach === 'anywhere' ? t`without limit` : t`unknown`;
  };
  const clause = clauseOf(content.clause, papers, i18n);
  return (
    <li className={shared.item}>
      <p className={shared.title}>{title}</p>
      <dl className={classes.answers}>
        <dt>
          <Trans>Who is bound</Trans>
        </dt>
        <dd>{words.listed(content.bound.map(nameOf))}</dd>
        <dt>
          <Trans>With whom they may still do it</Trans>
        </dt>
        <dd>{content.towards.length === 0 ? t`nobody` : words.listed(content.towards.map(nameOf))}</dd>
        {(['product', 'market', 'region'] as const).map((dimension) => (
          <div key={dimension} className={classes.pairOfTerms}>
            <dt>{words.field(dimension)}</dt>
            <dd>{reach(content[dimension])}</dd>
          </div>
        ))}
        <dt>
          <Trans>Period</Trans>
        </dt>
        <dd>
          {from === null && until === null ? (
            <Trans>as long as the alliance</Trans>
          ) : (
            <>
              {from === null ? <Trans>from its beginning</Trans> : <DateText value={from} />} –{' '}
              {until === null ? <Trans>to its end</Trans> : <DateText value={until} />}
            </>
          )}
        </dd>
        {clause !== null && (
          <>
            <dt>
              <Trans>Clause</Trans>
            </dt>
            <dd>{clause}</dd>
          </>
        )}
      </dl>
      {content.words !== null && <p className={shared.note}>{content.words}</p>}
      {abilities.change && (
        <div className={shared.acts} data-screen-only>
          <PaperButton
            look="subtle"
            label={<Trans>Edit</Trans>}
            about={t`Edit: ${title}`}
            title={title}
            form={(close) => <ExclusivityForm paper={paper} onDone={close} />}
          />
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-label={t`Take away: ${title}`}
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
