import type { SubjectKind } from '@entente/core/kernel';
import { ALLIANCE_STAGES, isCustomField } from '@entente/core/register';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useCustomFields } from '../../../lib/custom-fields.ts';
import { useWords } from '../../../lib/use-words.ts';
import { DateText, EndText } from '../../../ui/date-text.tsx';
import { OwnValue } from './own-value.tsx';

const DATES = ['from', 'start', 'date', 'founded', 'closed'];
const ENDS = ['to', 'end'];
const SHARES = ['share', 'votingShare'];
const TERMS = {
  'alliance form': 'forms',
  'alliance ending': 'endings',
  'organisation kind': 'organisationKinds',
  'organisation valueChainPosition': 'positions',
  'resource property': 'properties',
  'event kind': 'eventKinds',
  'person level': 'levels',
  'measure status': 'statuses',
  'measure order': 'orders',
} as const;

const STAGES: readonly string[] = ALLIANCE_STAGES;

type Props = { readonly kind: SubjectKind; readonly field: string; readonly value: string };

/** The text of a claim as its field is read: a date, a share, a term, or the words themselves. */
export function ClaimValue({ kind, field, value }: Props): ReactNode {
  const words = useWords();
  if (field === 'exists') return value === 'true' ? <Trans>stated</Trans> : <Trans>denied or left out</Trans>;
  if (DATES.includes(field)) return <DateText value={value} />;
  if (ENDS.includes(field)) return <EndText value={value} />;
  if (SHARES.includes(field)) return words.percent(value);
  if (isCustomField(field)) return <OwnClaimValue kind={kind} field={field} value={value} />;
  // A stage is free text; the seven of an alliance's life have words.
  if (field === 'stage' && STAGES.includes(value)) return words.term('stages', value);
  const list = TERMS[`${kind} ${field}` as keyof typeof TERMS] as (typeof TERMS)[keyof typeof TERMS] | undefined;
  return list ? words.term(list, value) : value;
}

/** A claim on a field that the workspace added. */
function OwnClaimValue({ kind, field, value }: Props): ReactNode {
  const own = useCustomFields(kind).find(({ key }) => field === `custom.${key}`);
  if (own === undefined) return value;
  return own.as === 'date' ? <DateText value={value} /> : <OwnValue field={own} value={value} />;
}
