import type { LifecycleCardAnswer } from '@entente/contract/lifecycle';
import { Trans } from '@lingui/react/macro';
import { useWords } from '../../../../lib/use-words.ts';
import { useLifecycleWords } from '../lifecycle-words.ts';
import { useTemplate } from '../template-context.ts';
import { BoardCard } from './board-card.tsx';
import classes from './board.module.css';

type Props = { readonly cards: readonly LifecycleCardAnswer[] };

/** What calls loudest stands on top: overdue, then what has been there longest. */
const byUrgency = (one: LifecycleCardAnswer, other: LifecycleCardAnswer): number =>
  (other.daysOverdue ?? -1) - (one.daysOverdue ?? -1) || other.daysInStage - one.daysInStage;

/** A column a stage, a card an alliance; one below the other where the page is narrow. */
export function BoardColumns({ cards }: Props) {
  const { template } = useTemplate();
  const said = useLifecycleWords();
  const words = useWords();
  return (
    <div className={classes.board}>
      {template.stages.map(({ key }) => {
        const here = cards.filter(({ stage }) => stage === key).sort(byUrgency);
        return (
          <section
            key={key}
            className={classes.column}
            data-empty={here.length === 0 || undefined}
            aria-labelledby={`stage-${key}`}
          >
            <h2 className={classes.stage} id={`stage-${key}`}>
              {said.stage(key)} <span className={classes.quiet}>{words.count(here.length)}</span>
            </h2>
            {here.length === 0 ? (
              <p className={classes.none}>
                <Trans>none</Trans>
              </p>
            ) : (
              <ul className={classes.cards}>
                {here.map((card) => (
                  <BoardCard key={card.slug} card={card} />
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}
