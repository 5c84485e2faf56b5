import { Outcome, type Problem } from '../kernel/index.ts';
import type { AccessClass } from './access-classes.ts';

/**
 * What of each kind of record may be published to partners. Not in it: notes, classes, claims, ids, and every kind that no
 * partner is shown. The database holds the same rows (`app.shareable_field`, compared by a test).
 */
export const SHAREABLE_FIELDS = {
  alliance: ['name', 'form', 'venture', 'start', 'end', 'ending'],
  organisation: ['name', 'kind', 'country', 'place', 'founded', 'closed'],
  membership: ['organisation', 'role', 'from', 'to'],
  stake: ['issuer', 'holder', 'holders', 'holderCount', 'share', 'votingShare', 'from', 'to'],
  resource: ['organisation', 'kind', 'subject', 'property', 'from', 'to'],
  domain: ['product', 'market', 'region', 'activity', 'from', 'to'],
  event: ['date', 'title', 'kind'],
  measure: ['of', 'quantity', 'bound', 'value', 'unit', 'date', 'item', 'scope', 'status'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ShareableKind = keyof typeof SHAREABLE_FIELDS;
export const SHAREABLE_KINDS = Object.keys(SHAREABLE_FIELDS) as readonly ShareableKind[];

/** A kind whose records are published: with these fields, or, without any, how many there are. */
export type ChosenKind = { readonly kind: ShareableKind; readonly fields: readonly string[] };

/** Whether records of this class are ever copied to a partner. */
export const isPublishable = (recordClass: AccessClass): boolean =>
  recordClass === 'INTERNAL' || recordClass === 'SHAREABLE';

/**
 * A choice of kinds and fields as the database admits it, each kind once and fields in the order of the list above.
 * @example chosenKinds([{ kind: 'domain', fields: ['market', 'product'] }]) // => { ok: true, value: [{ kind: 'domain', fields: ['product', 'market'] }] }
 */
export function chosenKinds(given: readonly ChosenKind[]): Outcome<readonly ChosenKind[]> {
  const problems = given.flatMap(({ kind, fields }, nth): Problem[] => {
    const allowed: readonly string[] = SHAREABLE_FIELDS[kind];
    if (given.findIndex((each) => each.kind === kind) !== nth)
      return [refusal(nth, `The kind ${kind} is chosen twice`)];
    const strange = fields.find((field) => !allowed.includes(field));
    return strange === undefined ? [] : [refusal(nth, `${strange} of the kind ${kind} is not published`)];
  });
  if (problems.length > 0) return Outcome.refuse(...problems);
  return Outcome.of(
    given.map(({ kind, fields }) => ({
      kind,
      fields: SHAREABLE_FIELDS[kind].filter((field) => fields.includes(field)),
    })),
  );
}

const refusal = (nth: number, message: string): Problem => ({
  code: 'field-not-shareable',
  message,
  fix: 'Choose among the fields that may be published, each kind once.',
  pointer: `/selection/${nth}`,
});
