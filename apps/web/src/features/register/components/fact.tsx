import type { ClaimAnswer } from '@entente/contract/evidence';
import type { SubjectKind } from '@entente/core/kernel';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSourceName } from '../../../lib/source-name.ts';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { SourcedValue } from '../../../ui/sourced-value.tsx';
import type { Statement } from '../../../ui/statements.tsx';
import { ClaimActions } from './claims/claim-actions.tsx';
import { FieldClaims } from './claims/field-claims.tsx';
import { ClaimValue } from './claim-value.tsx';
import type { FieldClaims as ClaimsOfField } from './claims-of.ts';
import { useEvidence } from './evidence-context.ts';

type Props = {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly field: string;
  /** What the value is of, before the field's name in the inspector. */
  readonly of?: ReactNode;
  /** What the field is called, where that is not one of the register's words. */
  readonly label?: string;
  /** Null: nobody states it. */
  readonly value: string | null;
  /** How it is shown where the field's own way will not do. */
  readonly shown?: ReactNode;
  readonly children?: ReactNode;
};

/** A value of the register that opens to its claims. */
export function Fact({ kind, id, field, of, label, value, shown, children }: Props) {
  const words = useWords();
  const found = useEvidence().on(kind, id, field);
  const existence = useEvidence().on(kind, id, 'exists');
  // A row that stands on its evidence alone has no claim on each field; then the evidence of the row is what there is.
  const told = found.claims.length > 0 || value === null ? found : existence;
  return (
    <SourcedValue
      id={`${kind}:${id}.${field}`}
      label={
        <>
          {of}
          {of !== undefined && ' · '}
          {label ?? words.field(field)}
        </>
      }
      value={value === null ? null : (shown ?? <ClaimValue kind={kind} field={field} value={value} />)}
      statements={statementsOf(told)}
      disputed={found.disputed}
    >
      <FieldClaims kind={kind} id={id} field={field} value={value} />
      {children}
    </SourcedValue>
  );
}

/** Claims as the inspector lists them, each source with its link. */
export function statementsOf({ claims, taken }: ClaimsOfField): readonly Statement[] {
  return claims.map((claim) => ({
    id: claim.id,
    value: <ClaimValue kind={claim.subject.kind} field={claim.field} value={claim.value} />,
    source: <SourceLink source={claim.source} />,
    place: <ClaimPlace claim={claim} />,
    quote: claim.quote,
    standing: claim.rank,
    reason: claim.reason,
    taken: claim.id === taken,
    action: <ClaimActions claim={claim} beside={claims} />,
  }));
}

/** Where in its source a claim stands. */
function ClaimPlace({ claim: { source, place } }: { readonly claim: Pick<ClaimAnswer, 'source' | 'place'> }) {
  return useSourceName().placeIn(source, place);
}

/** A source by its title, as a link to its page. */
function SourceLink({ source }: { readonly source: ClaimAnswer['source'] }) {
  const workspace = useWorkspace();
  const title = useSourceName().nameOf(source) ?? <Trans>a source without title</Trans>;
  return (
    <Link to="/w/$workspace/sources/$key" params={{ workspace, key: source.slug ?? source.id }}>
      {title}
    </Link>
  );
}
