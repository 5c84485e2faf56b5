import type { ClaimAnswer } from '@entente/contract/evidence';
import type { SubjectKind } from '@entente/core/kernel';
import { REMARK_PREFIX } from '@entente/core/register';
import { Fragment, type ReactNode } from 'react';
import { useWords } from '../../../lib/use-words.ts';
import { useEvidence } from './evidence-context.ts';
import { Fact } from './fact.tsx';

type Props = {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly of: ReactNode;
  readonly claims: readonly ClaimAnswer[];
};

/** What sources say of a record that no field holds, by topic. */
export function RemarkFacts({ kind, id, of, claims }: Props) {
  const words = useWords();
  const evidence = useEvidence();
  const topics = [
    ...new Set(
      claims
        .filter(({ subject, field }) => subject.id === id && field.startsWith(REMARK_PREFIX))
        .map(({ field }) => field),
    ),
  ];
  return topics.map((field) => {
    const found = evidence.on(kind, id, field);
    const value = found.claims.find((claim) => claim.id === found.taken)?.value ?? null;
    return (
      <Fragment key={field}>
        <dt>{words.field(field)}</dt>
        <dd>
          <Fact kind={kind} id={id} field={field} of={of} value={value} />
        </dd>
      </Fragment>
    );
  });
}
