import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { keptSearch } from '../../../../lib/kept-search.ts';
import { DateText } from '../../../../ui/date-text.tsx';
import type { Reading } from '../configuration/reading.ts';
import { Inspectable } from '../inspectable.tsx';
import { usePortfolioView } from '../portfolio-context.ts';
import { usePortfolioWords } from '../words.ts';
import { CountedPartnerList } from './counted-partner-list.tsx';
import { disputedFields } from './disputed-fields.ts';
import { ExplorativeMoveList } from './explorative-move-list.tsx';
import classes from './explanation.module.css';

/** What put the portfolio where it stands: partners, moves, the other lens, and how much of it is disputed. */
export function LabelReasons({ reading }: { readonly reading: Reading }) {
  const { answer, asOf } = usePortfolioView();
  const words = usePortfolioWords();
  const { scopeAt, shapingAt } = answer.report;
  const { entry, explanation, partners } = reading;
  const date = asOf ?? String(entry.year);
  return (
    <section className={classes.reasons} aria-labelledby="why-heading">
      <h2 className={classes.heading} id="why-heading">
        <Trans>
          Why this label, as of <DateText value={date} />
        </Trans>
      </h2>
      <h3 className={classes.measure}>
        <Inspectable id="portfolio.scope">
          <Trans>Scope {words.count(entry.scope)}</Trans>
        </Inspectable>{' '}
        <span className={classes.threshold}>
          <Trans>partner houses; extensive from {scopeAt}</Trans>
        </span>
      </h3>
      <CountedPartnerList partners={partners} />
      <h3 className={classes.measure}>
        <Inspectable id="portfolio.shaping">
          <Trans>Shaping {words.count(entry.shaping)}</Trans>
        </Inspectable>{' '}
        <span className={classes.threshold}>
          <Trans>moves that brought something new; explorative from {shapingAt}</Trans>
        </span>
      </h3>
      {entry.shaping === 0 && (
        <p className={classes.none}>
          <Trans>No move has brought a resource that the firm did not have.</Trans>
        </p>
      )}
      <ExplorativeMoveList moves={explanation.explorativeMoves} />
      <ul className={classes.notes}>
        <li>
          <RecentLensNote reading={reading} />
        </li>
        <li>
          <DisputeNote />
        </li>
        {explanation.uncertain && (
          <li>
            <Trans>A date that the scope rests on is imprecise and may lie on either side of the day read.</Trans>
          </li>
        )}
      </ul>
    </section>
  );
}

/** Whether the ten-year lens gives the same label, and until when it did. */
function RecentLensNote({ reading }: { readonly reading: Reading }) {
  const words = usePortfolioWords();
  const { comparison } = reading;
  if (comparison.code === 'agrees') {
    return (
      <Inspectable id="portfolio.lens">
        <Trans>The ten-year lens agrees.</Trans>
      </Inspectable>
    );
  }
  const other = words.typeName(comparison.label);
  return (
    <Inspectable id="portfolio.lens">
      {comparison.lastAgreed === null ? (
        <Trans>The ten-year lens never agreed; it says {other}.</Trans>
      ) : (
        <Trans>
          The ten-year lens agrees until {comparison.lastAgreed}; it now says {other}.
        </Trans>
      )}
    </Inspectable>
  );
}

function DisputeNote() {
  const { workspace, answer } = usePortfolioView();
  const { fields, alliances } = disputedFields(answer.milestones);
  if (fields === 0) return <Trans>The sources do not disagree about these alliances.</Trans>;
  return (
    <>
      <span className={classes.flag} aria-hidden="true">
        ⚑{' '}
      </span>
      <Inspectable id="portfolio.disputed">
        <Trans>
          <Plural value={fields} one="# disputed field" other="# disputed fields" /> in{' '}
          <Plural value={alliances.length} one="# alliance" other="# alliances" />
        </Trans>
      </Inspectable>
      {' · '}
      <Link to="/w/$workspace/discrepancies" params={{ workspace }} search={keptSearch}>
        <Trans>all discrepancies</Trans>
      </Link>
    </>
  );
}
