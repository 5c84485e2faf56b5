import type { ClaimAnswer } from '@entente/contract/evidence';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { DateText, EndText } from '../../../ui/date-text.tsx';
import type { Statement } from '../../../ui/statements.tsx';

const DATES = ['from', 'start', 'date', 'founded', 'closed'];
const ENDS = ['to', 'end'];

/** The value a claim states, as its field is read. */
export function ClaimedValue({ field, value }: { readonly field: string; readonly value: string }): ReactNode {
  const words = useWords();
  if (field === 'exists') return value === 'true' ? <Trans>stated</Trans> : <Trans>denied or left out</Trans>;
  if (DATES.includes(field)) return <DateText value={value} />;
  if (ENDS.includes(field)) return <EndText value={value} />;
  return field === 'share' || field === 'votingShare' ? words.percent(value) : value;
}

/** What a claim is about: the kind of record, its name as a link where it has a page. */
export function ClaimSubject({
  subject,
  name: given,
}: {
  readonly subject: ClaimAnswer['subject'];
  readonly name?: string;
}) {
  const words = useWords();
  const workspace = useWorkspace();
  const { kind, slug, name } = subject;
  const shown = given ?? name ?? slug ?? '';
  const link =
    slug === null ? null : kind === 'alliance' ? (
      <Link to="/w/$workspace/alliances/$slug" params={{ workspace, slug }}>
        {shown}
      </Link>
    ) : kind === 'organisation' ? (
      <Link to="/w/$workspace/partners/$slug" params={{ workspace, slug }}>
        {shown}
      </Link>
    ) : null;
  return (
    <>
      {words.term('subjects', kind)} {link ?? shown}
    </>
  );
}

/** A claim as a statement of a list. */
export function statementOf(claim: ClaimAnswer, workspace: string, taken: boolean): Statement {
  const { source } = claim;
  return {
    id: claim.id,
    value: <ClaimedValue field={claim.field} value={claim.value} />,
    source: (
      <Link to="/w/$workspace/sources/$key" params={{ workspace, key: source.slug ?? source.id }}>
        {source.name ?? source.slug}
      </Link>
    ),
    place: claim.place,
    quote: claim.quote,
    standing: claim.rank,
    reason: claim.reason,
    taken,
  };
}
