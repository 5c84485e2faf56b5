import { Trans, useLingui } from '@lingui/react/macro';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import type { YearReading } from '../configuration/reading.ts';
import { usePortfolioView } from '../portfolio-context.ts';
import { MethodCardLink, SourcePlaces } from '../record-links.tsx';
import { usePortfolioWords } from '../words.ts';
import { ExplorativeMoveList } from './explorative-move-list.tsx';
import { TieList } from './tie-list.tsx';

type Props = { readonly standing: YearReading };

/** Scope: which partners count, each with the alliances that tie it and the sources. */
export function InspectedScope({ standing }: Props) {
  const { t } = useLingui();
  const { answer } = usePortfolioView();
  const words = usePortfolioWords();
  const { level, scopeAt, window } = answer.report;
  const { entry, partners } = standing;
  return (
    <RuleBody
      rule={
        window === 'all' ? (
          <Trans>
            The number of partners of all alliances formed so far. A partner tied by contracts only counts 0.5; unnamed
            holders are no partner; the firm's own ventures and house are none either.
          </Trans>
        ) : (
          <Trans>
            The number of partners of the alliances active on the day read. A partner tied by contracts only counts 0.5;
            unnamed holders are no partner; the firm's own ventures and house are none either.
          </Trans>
        )
      }
      inputs={[
        { label: t`Scope`, value: words.count(entry.scope) },
        { label: t`Counted as`, value: level === 'house' ? t`houses (business groups)` : t`organisations one by one` },
        { label: t`Extensive from`, value: scopeAt },
      ]}
      links={[<MethodCardLink key="card" part="configuration" />]}
    >
      {partners.map((counted) => (
        <TieList key={`${counted.partner.kind} ${counted.partner.slug}`} {...counted} />
      ))}
    </RuleBody>
  );
}

/** Shaping: which moves brought something new, with the sources. */
export function InspectedShaping({ standing }: Props) {
  const { t } = useLingui();
  const { answer } = usePortfolioView();
  const words = usePortfolioWords();
  const { shapingAt, window } = answer.report;
  const { entry, explanation } = standing;
  const moves = explanation.explorativeMoves.flatMap((place) => answer.report.moves[place] ?? []);
  return (
    <RuleBody
      rule={
        <Trans>
          The number of moves after the founding that brought at least one resource whose kind and subject stood neither
          in the firm's own stock nor in any earlier tie of any form.
        </Trans>
      }
      inputs={[
        { label: t`Shaping`, value: words.count(entry.shaping) },
        { label: t`Years counted`, value: window === 'all' ? t`all` : t`last ${window}, both ends counted` },
        { label: t`Explorative from`, value: shapingAt },
      ]}
      sources={moves.map((move) => (
        <>
          {move.date}: <SourcePlaces evidence={move.evidence} />
        </>
      ))}
      links={[<MethodCardLink key="card" part="configuration" />]}
    >
      <ExplorativeMoveList moves={explanation.explorativeMoves} />
    </RuleBody>
  );
}
