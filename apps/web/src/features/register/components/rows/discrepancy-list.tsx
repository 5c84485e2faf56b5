import type { DiscrepancyAnswer } from '@entente/contract/evidence';
import { Trans } from '@lingui/react/macro';
import { useFieldName } from '../../../../lib/custom-fields.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { Statements } from '../../../../ui/statements.tsx';
import { useEvidence } from '../evidence-context.ts';
import { statementsOf } from '../fact.tsx';
import classes from './discrepancy-list.module.css';

/** Where the sources of a page disagree: each field with all that is said about it. */
export function DiscrepancyList({ discrepancies }: { readonly discrepancies: readonly DiscrepancyAnswer[] }) {
  if (discrepancies.length === 0) {
    return (
      <p>
        <Trans>The sources recorded here do not disagree.</Trans>
      </p>
    );
  }
  return (
    <ul className={classes.list}>
      {discrepancies.map((discrepancy) => (
        <Disagreement key={`${discrepancy.subject.id} ${discrepancy.field}`} discrepancy={discrepancy} />
      ))}
    </ul>
  );
}

function Disagreement({ discrepancy }: { readonly discrepancy: DiscrepancyAnswer }) {
  const words = useWords();
  const nameOf = useFieldName();
  const { subject, field } = discrepancy;
  const evidence = useEvidence();
  const found = evidence.on(subject.kind, subject.id, field);
  return (
    <li className={classes.item}>
      <p className={classes.head}>
        <span aria-hidden="true" className={classes.mark}>
          ⚑{' '}
        </span>
        {words.term('subjects', subject.kind)} {evidence.nameOf(subject)} · {nameOf(subject.kind, field)}
      </p>
      <Statements statements={statementsOf(found)} disputed={false} />
    </li>
  );
}
