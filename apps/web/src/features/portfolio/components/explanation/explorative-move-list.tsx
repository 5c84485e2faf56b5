import { DateText } from '../../../../ui/date-text.tsx';
import { Inspectable } from '../inspectable.tsx';
import { usePortfolioView } from '../portfolio-context.ts';
import { AllianceLink, SourcePlaces } from '../record-links.tsx';
import { usePortfolioWords } from '../words.ts';
import classes from './explanation.module.css';

/** Moves that brought something new: when, what, by which alliance, and who says so. */
export function ExplorativeMoveList({ moves }: { readonly moves: readonly number[] }) {
  const { answer } = usePortfolioView();
  const words = usePortfolioWords();
  return (
    <ul className={classes.list}>
      {moves.map((place) => {
        const move = answer.report.moves[place];
        if (!move) return null;
        return (
          <li key={place} className={classes.item}>
            <Inspectable id={`portfolio.move.${place}`} className={classes.strong}>
              <DateText value={move.date} /> {words.listed(move.resources.map(words.resource))}
            </Inspectable>
            <span className={classes.detail}>
              <AllianceLink slug={move.alliance} />
            </span>
            <span className={classes.source}>
              <SourcePlaces evidence={move.evidence.slice(0, 1)} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
