import { CONCERNS, type Finding, type Verdict } from '@entente/core/portfolio';
import classes from './findings.module.css';
import { isProposition, useFindingWords } from './use-finding-words.ts';

const isConcern = ({ code, verdict }: Finding): boolean => verdict === 'supported' && CONCERNS.includes(code);

const SHAPES: Readonly<Record<Verdict, string>> = { supported: '●', 'not-supported': '○', 'not-enough-data': '◇' };

/** A verdict by shape and word; colour only beside them. */
export function VerdictMark({ finding }: { readonly finding: Finding }) {
  const words = useFindingWords();
  const { code, verdict } = finding;
  return (
    <span className={classes.verdict} data-verdict={verdict} data-concern={isConcern(finding) || undefined}>
      <span aria-hidden="true" className={classes.shape}>
        {isConcern(finding) ? '▲' : SHAPES[verdict]}
      </span>{' '}
      {words.verdict(code, verdict)}
    </span>
  );
}

/** Concerns first, then what is found, then what is not, last what cannot be told. */
export function byWeight(one: Finding, other: Finding): number {
  return weightOf(one) - weightOf(other);
}

function weightOf(finding: Finding): number {
  if (isConcern(finding)) return 0;
  if (finding.verdict === 'supported') return isProposition(finding.code) ? 2 : 1;
  return finding.verdict === 'not-supported' ? 3 : 4;
}
