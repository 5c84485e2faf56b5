import type { ClaimAnswer } from '@entente/contract/evidence';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSourceName } from '../../../lib/source-name.ts';
import { useWords } from '../../../lib/use-words.ts';
import type { Statement } from '../../../ui/statements.tsx';
import classes from './history.module.css';
import { RecordLink } from './record-name.tsx';
import { StatedValue } from './stated-value.tsx';

/** What a claim is about: the kind of record, its name as a link where it has a page. */
export function ClaimSubject({ subject, name }: { readonly subject: ClaimAnswer['subject']; readonly name?: string }) {
  const words = useWords();
  return (
    <>
      {words.term('subjects', subject.kind)} <RecordLink record={subject}>{name}</RecordLink>
    </>
  );
}

/** The source of a claim by its name, as a link to its page. */
function ClaimSource({ source, workspace }: { readonly source: ClaimAnswer['source']; readonly workspace: string }) {
  const called = useSourceName().nameOf(source);
  return (
    <Link
      className={classes.source}
      to="/w/$workspace/sources/$key"
      params={{ workspace, key: source.slug ?? source.id }}
      title={called ?? undefined}
    >
      {called}
    </Link>
  );
}

/** Where in its source a claim stands. */
function ClaimPlace({ claim: { source, place } }: { readonly claim: Pick<ClaimAnswer, 'source' | 'place'> }) {
  return useSourceName().placeIn(source, place);
}

type Given = { readonly claim: ClaimAnswer; readonly workspace: string; readonly taken: boolean };

/** A claim as a statement of a list, with what can be done with it. */
export function statementOf({ claim, workspace, taken }: Given, action: ReactNode): Statement {
  const { source, subject, field, value } = claim;
  return {
    id: claim.id,
    value: <StatedValue kind={subject.kind} field={field} value={value} />,
    source: <ClaimSource source={source} workspace={workspace} />,
    place: <ClaimPlace claim={claim} />,
    quote: claim.quote,
    standing: claim.rank,
    reason: claim.reason,
    taken,
    action,
  };
}
