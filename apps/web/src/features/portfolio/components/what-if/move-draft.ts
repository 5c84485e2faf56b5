import { EdtfDate, Share, Slug } from '@entente/core/kernel';
import type { AllianceForm, ResourceKind } from '@entente/core/register';
import type { PlannedMove } from './move-address.ts';

export type DraftResource = { readonly key: number; readonly kind: ResourceKind | null; readonly subject: string };

/** A move as it is being typed. */
export type MoveDraft = Pick<PlannedMove, 'start' | 'product' | 'market' | 'region' | 'ownShare' | 'partnerShare'> & {
  readonly partner: PlannedMove['partner'] | null;
  readonly form: AllianceForm;
  readonly resources: readonly DraftResource[];
};

export const DOMAIN_PARTS = ['product', 'market', 'region'] as const;
export const SHARE_PARTS = ['ownShare', 'partnerShare'] as const;

/** What cannot be taken as it was typed, by field; of resources, by the key of the line. */
export type DraftFault =
  | 'partner'
  | 'start'
  | 'shares-over'
  | (typeof DOMAIN_PARTS | typeof SHARE_PARTS)[number]
  | number;

/** A word as the register writes it: "SUV models" is `suv-models`; empty where it has no Latin letter. */
const wordOf = (text: string): string => Slug.from(text, '');

/** A share as it was typed ("40", "40 %"); null where it is none. */
function shareOf(text: string): Share | null {
  const parsed = Share.parse(text.replace(/[%％]\s*$/, '').trim());
  return parsed.ok ? parsed.value : null;
}

const isBlank = (text: string): boolean => text.trim() === '';
const isEmpty = ({ kind, subject }: DraftResource): boolean => kind === null && isBlank(subject);

/** What stands in the way of a draft, in the order of the form. */
export function draftFaults(draft: MoveDraft): readonly DraftFault[] {
  const shares = SHARE_PARTS.map((part) => (isBlank(draft[part]) ? null : shareOf(draft[part])));
  const known = shares.flatMap((share) => share ?? []);
  return [
    ...(draft.partner === null ? (['partner'] as const) : []),
    ...(EdtfDate.parse(draft.start).ok ? [] : (['start'] as const)),
    ...SHARE_PARTS.filter((part, at) => !isBlank(draft[part]) && shares[at] === null),
    ...(Share.exceedsWhole(Share.sum(known)) && draft.form !== 'minority-stake' ? (['shares-over'] as const) : []),
    ...draft.resources
      .filter((each) => !isEmpty(each) && (each.kind === null || wordOf(each.subject) === ''))
      .map(({ key }) => key),
    ...DOMAIN_PARTS.filter((part) => !isBlank(draft[part]) && wordOf(draft[part]) === ''),
  ];
}

/** The move that a draft says; null while something stands in the way. */
export function moveOfDraft(draft: MoveDraft): PlannedMove | null {
  const { partner, form, start } = draft;
  if (partner === null || draftFaults(draft).length > 0) return null;
  const resources = draft.resources.flatMap(({ kind, subject }) =>
    kind === null ? [] : [{ kind, subject: wordOf(subject) }],
  );
  return {
    partner,
    form,
    start,
    resources,
    product: wordOf(draft.product),
    market: wordOf(draft.market),
    region: wordOf(draft.region),
    ownShare: shareOf(draft.ownShare) ?? '',
    partnerShare: shareOf(draft.partnerShare) ?? '',
  };
}
