import type { ClaimAnswer } from '@entente/contract/evidence';
import type { SubjectKind } from '@entente/core/kernel';
import { EXISTS, fieldOf } from '@entente/core/register';
import { COLLECTION_OF } from '../../api/record-kinds.ts';
import type { RecordWrite } from '../../api/register-writes.ts';
import { type FormProblem, placeOf } from './form-problems.ts';
import type { AnyRecord, FormValues, Picked } from './form-values.ts';
import { type OwnField, ownName, readOwnValues } from './custom-values.ts';
import { type Body, changeOf, creationOf, freshIn, type NameOf } from './record-body.ts';

/** What a form holds beside the record's own fields. */
export const BESIDE = {
  reason: 'reason',
  source: 'entrySource',
  place: 'entryPlace',
  quote: 'entryQuote',
  members: 'members',
} as const;

/** The claims on a field of the record that is changed. */
export type ClaimsOn = (field: string) => readonly ClaimAnswer[];

export type FormIntent = {
  readonly kind: SubjectKind;
  /** The record that is changed, as the form began from it; null adds one. */
  readonly record: AnyRecord | null;
  readonly before: FormValues;
  readonly values: FormValues;
  readonly claimsOn: ClaimsOn;
  /** The workspace's own fields that the form asks for. */
  readonly own?: readonly OwnField[];
};

/** The writes that a form comes to, and for each the field whose refusal it would be; null: told by the pointer. */
export type WritePlan = {
  readonly writes: readonly RecordWrite[];
  readonly fields: readonly (string | null)[];
  readonly problems: readonly FormProblem[];
};

type Step = { readonly write: RecordWrite; readonly field: string | null };

const ITSELF = 'record';
const BY_SOURCE = 'Entered with its source';

const textIn = (values: FormValues, name: string): string | null => {
  const value = values[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};

function pickedIn(values: FormValues, name: string): Picked | null {
  const value = values[name];
  return typeof value === 'object' && value !== null && 'kind' in value ? value : null;
}

/** The reason that goes with the whole change. */
export const reasonIn = (values: FormValues): string | null => textIn(values, BESIDE.reason);

/** The field in which a record that is to be added was chosen. */
const fieldHolding = (values: FormValues, fresh: Picked): string | null =>
  Object.entries(values).find(([, value]) => value === fresh || (Array.isArray(value) && value.includes(fresh)))?.[0] ??
  null;

function creationStep(fresh: Picked, as: string, values: FormValues): Step {
  const create =
    fresh.kind === 'source' ? { title: fresh.name, kind: fresh.sourceKind ?? 'document' } : { name: fresh.name };
  return { write: { collection: COLLECTION_OF[fresh.kind], as, create }, field: fieldHolding(values, fresh) };
}

const ownOrField = (field: string): string =>
  field.startsWith('custom.') ? ownName({ key: field.slice('custom.'.length) }) : field;

type Told = { readonly source: string; readonly place: string; readonly quote: string | null };

/**
 * Claims of one source in place of the form's own entry. Where another value stands, the new one is preferred, and what was
 * preferred before no longer is: whoever enters a value means it to hold.
 */
function claimSteps(
  subject: { readonly kind: SubjectKind; readonly id: string },
  stated: Body,
  told: Told,
  claimsOn: ClaimsOn,
  reason: string | null,
): readonly Step[] {
  return Object.entries(stated).flatMap(([field, value]): Step[] => {
    const standing = claimsOn(field).filter(({ rank }) => rank !== 'deprecated');
    const isRival = standing.some((claim) => claim.value !== String(value));
    const demoted = isRival ? standing.filter(({ rank }) => rank === 'preferred') : [];
    const rank = isRival ? { rank: 'preferred', reason: reason ?? BY_SOURCE } : {};
    return [
      ...demoted.map(({ id, version }): Step => {
        const write: RecordWrite = { collection: 'claims', record: id, version, change: { rank: 'normal' } };
        return { write, field: ownOrField(field) };
      }),
      {
        write: { collection: 'claims', create: { subject, field, value: String(value), ...told, ...rank } },
        field: ownOrField(field),
      },
    ];
  });
}

type Custom = Readonly<Record<string, string | null>>;

const withCustom = (body: Body, custom: Custom): Body =>
  Object.keys(custom).length === 0 ? body : { ...body, custom };

/** What claims can state, and what only the record itself can hold; a value that is taken away is stated by nobody. */
function parted(kind: SubjectKind, body: Body, custom: Custom): { readonly own: Body; readonly stated: Body } {
  const entries = Object.entries(body);
  const isStated = ([field, value]: [string, unknown]): boolean => value !== null && fieldOf(kind, field) !== null;
  const customs = Object.entries(custom);
  const taken = Object.fromEntries(customs.filter(([, value]) => value === null));
  const given = customs.filter(([, value]) => value !== null).map(([key, value]) => [`custom.${key}`, value] as const);
  return {
    own: withCustom(Object.fromEntries(entries.filter((entry) => !isStated(entry))), taken),
    stated: Object.fromEntries([...entries.filter(isStated), ...given]),
  };
}

/** The writes that what was typed comes to, and what of it is refused before anything is sent. */
export function writePlan(intent: FormIntent): WritePlan {
  const { kind, record, before, values, own = [] } = intent;
  const fresh = freshIn(values);
  const names = new Map(fresh.map((picked, at) => [`${picked.kind} ${picked.name}`, `new-${at + 1}`]));
  const nameOf: NameOf = ({ kind: of, reference, name }) => reference ?? `@${names.get(`${of} ${name}`) ?? ''}`;
  const read = record === null ? creationOf(kind, values, nameOf) : changeOf(kind, before, values, nameOf);
  const ownRead = readOwnValues(own, record, values);

  const source = pickedIn(values, BESIDE.source);
  const place = textIn(values, BESIDE.place);
  const placeless = source !== null && place === null;
  const needsPlace = { code: 'field-required', message: 'This field is needed', fix: 'Fill it in.' };
  const problems = [
    ...read.problems,
    ...ownRead.problems,
    ...(placeless ? [{ field: BESIDE.place, ...needsPlace }] : []),
  ];

  const added = fresh.map((picked) => creationStep(picked, names.get(`${picked.kind} ${picked.name}`) ?? '', values));
  const told = source && place ? { source: nameOf(source), place, quote: textIn(values, BESIDE.quote) } : null;
  const steps = [
    ...added,
    ...recordSteps(intent, read.body, ownRead.custom, told),
    ...memberSteps(kind, record, values, nameOf),
  ];
  return { writes: steps.map(({ write }) => write), fields: steps.map(({ field }) => field), problems };
}

function recordSteps(
  { kind, record, values, claimsOn }: FormIntent,
  body: Body,
  custom: Custom,
  told: Told | null,
): readonly Step[] {
  const collection = COLLECTION_OF[kind];
  const isNew = record === null;
  const isEntered = told === null || kind === 'source';
  const { own, stated } = isEntered ? { own: withCustom(body, custom), stated: {} } : parted(kind, body, custom);
  // A creation names what every record has; a source that states it too says so beside.
  const required = isNew ? creationOf(kind, values).body : {};
  const kept = Object.fromEntries(
    Object.entries(required).filter(([field]) => ['name', 'title', 'text'].includes(field)),
  );
  const isUntouched = Object.keys({ ...own, ...stated }).length === 0;
  // Where claims alone are written, an empty change still holds the record's version against the one that was read.
  const write: RecordWrite | null = isNew
    ? { collection, as: ITSELF, create: { ...kept, ...own } }
    : isUntouched
      ? null
      : { collection, record: record.id, version: record.version, change: own };
  const main: Step[] = write === null ? [] : [{ write, field: null }];
  if (told === null || kind === 'source') return main;
  const subject = { kind, id: isNew ? `@${ITSELF}` : record.id };
  const claimed = isNew && Object.keys(stated).length === 0 ? { [EXISTS]: 'true' } : stated;
  return [...main, ...claimSteps(subject, claimed, told, isNew ? () => [] : claimsOn, reasonIn(values))];
}

function memberSteps(kind: SubjectKind, record: AnyRecord | null, values: FormValues, nameOf: NameOf): readonly Step[] {
  const members = values[BESIDE.members];
  if (kind !== 'alliance' || record !== null || !Array.isArray(members)) return [];
  return (members as readonly Picked[]).map((member) => ({
    write: { collection: 'memberships', create: { alliance: `@${ITSELF}`, organisation: nameOf(member) } },
    field: BESIDE.members,
  }));
}

const TYPED_WITH_VALUE = ['bound', 'unit'];

/** The field of the form at which a server's refusal stands; null: it concerns the whole. */
export function fieldAt(plan: WritePlan, pointer: string | null | undefined): string | null {
  const { write, field } = placeOf(pointer);
  const ofWrite = write === null ? null : (plan.fields[write] ?? null);
  if (ofWrite !== null) return field === 'place' || field === 'quote' ? BESIDE[field] : ofWrite;
  const custom = /\/custom\/([^/]+)/.exec(pointer ?? '')?.[1];
  if (custom !== undefined) return ownName({ key: custom });
  return field !== null && TYPED_WITH_VALUE.includes(field) ? 'value' : field;
}
