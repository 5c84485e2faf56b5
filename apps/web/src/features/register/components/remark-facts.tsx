import type { ClaimAnswer } from '@entente/contract/evidence';
import type { SubjectKind } from '@entente/core/kernel';
import { REMARK_PREFIX } from '@entente/core/register';
import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Fragment, type ReactNode, useState } from 'react';
import { useWords } from '../../../lib/use-words.ts';
import { useEvidence } from './evidence-context.ts';
import { Fact } from './fact.tsx';

type Props = {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly of: ReactNode;
  readonly claims: readonly ClaimAnswer[];
};

/** As many notes stand above the tables that a page is opened for; a few more are not worth a button. */
const STANDING = 6;
const WORTH_FOLDING = STANDING + 3;

/** What sources say of a record that no field holds, by topic: what they dispute first, the rest folded when it is much. */
export function RemarkFacts({ kind, id, of, claims }: Props) {
  const words = useWords();
  const evidence = useEvidence();
  const [unfolded, setUnfolded] = useState(false);
  const named = claims.filter(({ subject, field }) => subject.id === id && field.startsWith(REMARK_PREFIX));
  const topics = [...new Set(named.map(({ field }) => field))]
    .map((field) => ({ field, found: evidence.on(kind, id, field) }))
    .sort((one, other) => Number(other.found.disputed) - Number(one.found.disputed));
  const kept = unfolded || topics.length < WORTH_FOLDING ? topics.length : STANDING;
  const folded = topics.length - kept;
  return (
    <>
      {topics.map(({ field, found }, at) => (
        <Fragment key={field}>
          <dt data-folded={at >= kept || undefined}>{words.field(field)}</dt>
          <dd data-folded={at >= kept || undefined}>
            <Fact
              kind={kind}
              id={id}
              field={field}
              of={of}
              value={found.claims.find((claim) => claim.id === found.taken)?.value ?? null}
            />
          </dd>
        </Fragment>
      ))}
      {folded > 0 && (
        <>
          <dt data-screen-only>
            <Trans>Further notes</Trans>
          </dt>
          <dd data-screen-only>
            <Button size="compact-xs" variant="default" onClick={() => setUnfolded(true)}>
              <Plural value={folded} one="Show # more" other="Show # more" />
            </Button>
          </dd>
        </>
      )}
    </>
  );
}
