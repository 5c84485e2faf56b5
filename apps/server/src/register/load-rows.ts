import { bestClaim, type Claim, groupedBy, invariant, type SourceDates, type SubjectRef } from '@entente/core/kernel';
import { CUSTOM_PREFIX, denialsIn, EXISTS, type RegisterRows } from '@entente/core/register';
import type { RowKind } from './record-tables.ts';
import type { FieldValues } from './records.store.ts';
import { StoredIds } from './stored-ids.ts';
import { LISTS, type ModelRow, storedFields } from './stored-rows.ts';

/** A row as it will be stored. */
export type NewRow = { readonly id: string; readonly fields: FieldValues };
/** One thing that an event is about, as a row of its own. */
export type EventSubject = { readonly id: string; readonly event: string; readonly subject: SubjectRef };

const keyOf = (kind: RowKind, id: string): string => `${kind} ${id}`;

/** What the best claims on fields of the workspace's own say, by the record they are about. */
function customValues(
  onCustom: readonly Claim[],
  { sources }: RegisterRows,
): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const dates: SourceDates = new Map(sources.map(({ key, date }) => [key as string, date?.latest ?? null]));
  const values = new Map<string, Record<string, string>>();
  for (const [, onField] of groupedBy(
    onCustom,
    ({ subject, field }) => `${keyOf(subject.kind, subject.id)} ${field}`,
  )) {
    const best = bestClaim(onField, dates);
    if (best === null) continue;
    const record = keyOf(best.subject.kind, best.subject.id);
    values.set(record, { ...values.get(record), [best.field.slice(CUSTOM_PREFIX.length)]: best.value });
  }
  return values;
}

/** Rows of the model on their way to the tables: each has the id under which it will be stored. */
export class RowsToLoad {
  readonly #rows: RegisterRows;
  readonly #ids: StoredIds;
  readonly #isDenied: (kind: RowKind, id: string) => boolean;
  readonly #custom: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly #sources: ReadonlyMap<string, string>;
  readonly #isKnown: (kind: RowKind, id: string) => boolean;

  /**
   * @param isKnown whether an id is that of a record which is stored already, and to which these rows refer
   * @param how `ids` are given to these rows and were to those before them that they refer to; `claims` are those of the rows that
   *   deny a record or are on a field of the workspace's own, with others or without, where somebody has them in another form
   */
  constructor(
    rows: RegisterRows,
    isKnown: (kind: RowKind, id: string) => boolean = () => false,
    { ids = new StoredIds(), claims }: { readonly ids?: StoredIds; readonly claims?: Iterable<Claim> } = {},
  ) {
    this.#rows = rows;
    this.#isKnown = isKnown;
    this.#ids = ids;
    for (const [kind, list] of LISTS) {
      // Nothing refers to a claim: it gets its id when its turn comes.
      const given: readonly { readonly id: string }[] = kind === 'claim' ? [] : rows[list];
      for (const { id } of given) ids.give(kind, id);
    }
    let isAnyDenied = false;
    const onCustom: Claim[] = [];
    for (const claim of claims ?? rows.claims) {
      if (claim.field === EXISTS && claim.value !== 'true') isAnyDenied = true;
      if (claim.field.startsWith(CUSTOM_PREFIX)) onCustom.push(claim);
    }
    const denied = isAnyDenied ? denialsIn(rows) : () => false;
    this.#isDenied = (kind, id) => kind !== 'claim' && denied(kind, id);
    this.#custom = customValues(onCustom, rows);
    this.#sources = new Map(rows.sources.map((source) => [source.key as string, source.id]));
  }

  /** The id under which a record will be stored, or is. */
  idOf(kind: RowKind, id: string): string {
    const given = this.#ids.of(kind, id) ?? (this.#isKnown(kind, id) ? id : undefined);
    invariant(given, `${kind} ${id} is among the rows`);
    return given;
  }

  /** The rows of a kind as they will be stored, in their order, from one place up to another. */
  stored(kind: RowKind, from = 0, to = Number.POSITIVE_INFINITY): NewRow[] {
    const list = LISTS.find(([each]) => each === kind)?.[1];
    invariant(list, `there is a list of ${kind}`);
    const given: readonly ModelRow[] = this.#rows[list];
    return given.slice(from, to).map((row) => this.storedRow(kind, row));
  }

  /** A row of the model as it will be stored. */
  storedRow(kind: RowKind, model: { readonly id: string }): NewRow {
    const row = model as ModelRow;
    const custom = this.#custom.size === 0 ? undefined : this.#custom.get(keyOf(kind, row.id));
    const whole = custom === undefined ? row : { ...row, custom };
    const fields = storedFields(kind, whole, this.#isDenied(kind, row.id), this.#idOf, this.#idOfKey);
    return { id: kind === 'claim' ? this.#ids.next('claim') : this.idOf(kind, row.id), fields };
  }

  // Made once, and not for each of a million rows.
  readonly #idOf = (other: RowKind, id: string): string => this.idOf(other, id);
  readonly #idOfKey = (key: string): string => this.idOf('source', this.#sources.get(key) ?? key);

  /** What the events are about, of those that are told by their ids. */
  eventSubjects(isTold: (event: string) => boolean = () => true): EventSubject[] {
    return this.#rows.events.flatMap((event) =>
      (isTold(event.id) ? event.about : []).map((about) => ({
        id: this.#ids.next('event'),
        event: this.idOf('event', event.id),
        subject: { kind: about.kind, id: this.idOf(about.kind, about.id) },
      })),
    );
  }
}
