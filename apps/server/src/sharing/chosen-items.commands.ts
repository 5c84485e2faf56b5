import { randomUUID } from 'node:crypto';
import { type ChosenKind, isPublishable, SHAREABLE_KINDS, type ShareableKind } from '@entente/core/accounts';
import { invariant, Outcome, type Problem, type SubjectRef } from '@entente/core/kernel';
import type { DatabaseTransaction } from '../platform/database.ts';
import { findEventsAbout } from '../register/events.store.ts';
import { findLinks } from '../register/links.store.ts';
import { RECORD_TABLES, type RowKind } from '../register/record-tables.ts';
import { type Reader, recordAnswer, visible, type WireRecord } from '../register/record.presenter.ts';
import { findRecord, findRecordsBy, type RecordRow } from '../register/records.store.ts';
import { unknownRecord } from '../register/references.commands.ts';
import type { ChosenItem } from './room-items.ts';

const notPublishable: Problem = {
  code: 'not-publishable',
  message: 'Records of the classes NEVER and CLEAN are not published',
  fix: 'Choose an alliance that may be shared, or change its class where that is right.',
  pointer: '/alliance',
};

type Viewer = Omit<Reader, 'links'>;
type Rows = Readonly<Record<ShareableKind, readonly RecordRow[]>>;

const once = (rows: readonly RecordRow[]): RecordRow[] => [...new Map(rows.map((row) => [row.id, row])).values()];

const isStated = ({ fields }: RecordRow): boolean => fields['exists'] !== false;

/** The rows that the publisher sees, that are so, and that a partner may be shown. */
const publishable = (rows: readonly RecordRow[], viewer: Viewer): RecordRow[] =>
  visible(rows, viewer).filter((row) => isPublishable(row.class) && isStated(row));

/** Every record that a row refers to, what an event is about among them. */
function mentioned(kind: ShareableKind, { fields }: RecordRow): readonly SubjectRef[] {
  const own = RECORD_TABLES[kind].columns.flatMap(({ field, as, to }): SubjectRef[] => {
    const value = fields[field];
    if (as === 'subject') return [value as SubjectRef];
    return to === null || to === 'claim' || typeof value !== 'string' ? [] : [{ kind: to, id: value }];
  });
  return [...own, ...((fields['about'] ?? []) as readonly SubjectRef[])];
}

/** All rows of an alliance, whoever may see them; the organisations they name are not read yet. */
async function rowsOf(transaction: DatabaseTransaction, head: RecordRow): Promise<Rows> {
  const of = (kind: RowKind, field = 'alliance') => findRecordsBy(transaction, kind, field, [head.id]);
  const venture = typeof head.fields['venture'] === 'string' ? [head.fields['venture']] : [];
  const about = [head.id, ...venture];
  return {
    alliance: [head],
    membership: await of('membership'),
    stake: once([...(await of('stake')), ...(await findRecordsBy(transaction, 'stake', 'issuer', venture))]),
    resource: await of('resource'),
    domain: await of('domain'),
    event: await findEventsAbout(transaction, about),
    measure: await findRecordsBy(transaction, 'measure', 'of', about),
    organisation: [],
  };
}

const refKey = ({ kind, id }: SubjectRef): string => `${kind} ${id}`;

/** Of the records referred to, those that a partner may be shown, by kind and id. */
async function namable(
  transaction: DatabaseTransaction,
  references: readonly SubjectRef[],
  viewer: Viewer,
): Promise<ReadonlyMap<string, RecordRow>> {
  const found = new Map<string, RecordRow>();
  for (const kind of new Set(references.map((reference) => reference.kind))) {
    const ids = [...new Set(references.filter((each) => each.kind === kind).map(({ id }) => id))];
    const rows = publishable(await findRecordsBy(transaction, kind, 'id', ids), viewer);
    for (const row of rows) found.set(refKey({ kind, id: row.id }), row);
  }
  return found;
}

/** What a room shows of a value, a link by its name. */
const tellable = (value: unknown): string =>
  JSON.stringify(value, (key, inner: unknown) => (['id', 'slug'].includes(key) ? undefined : inner));

/** Copies chosen fields; whatever they refer to becomes an item too, at least by its name. */
class Copies {
  readonly #items = new Map<string, ChosenItem>();
  readonly #ids = new Map<string, string>();
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  #idOf(reference: SubjectRef): string {
    const known = this.#ids.get(refKey(reference));
    if (known !== undefined) return known;
    const id = randomUUID();
    this.#ids.set(refKey(reference), id);
    return id;
  }

  /** Rows stand in the order of what is told of them, dates first: of what is not told, their order tells nothing either. */
  records(kind: ShareableKind, rows: readonly RecordRow[], fields: readonly string[]): void {
    const dates = RECORD_TABLES[kind].columns.filter(({ as }) => as === 'date').map(({ field }) => field);
    const first = [...fields].sort((one, other) => Number(dates.includes(other)) - Number(dates.includes(one)));
    const told = rows.map((row) => {
      const answer = recordAnswer(kind, row, this.#reader);
      return { row, answer, by: first.map((field) => tellable(answer[field])).join('\0') };
    });
    for (const { row, answer } of told.sort((one, other) => (one.by < other.by ? -1 : Number(one.by > other.by)))) {
      const payload = Object.fromEntries(fields.map((field) => [field, this.#value(kind, field, answer[field])]));
      this.#put({ kind, id: row.id }, 'record', kind, payload);
    }
  }

  count(kind: ShareableKind, count: number): void {
    this.#items.set(`count ${kind}`, { id: randomUUID(), form: 'count', kind, recordId: null, payload: { count } });
  }

  #put(reference: SubjectRef, form: 'record' | 'name', kind: ShareableKind, payload: ChosenItem['payload']): void {
    const key = refKey(reference);
    const before = this.#items.get(key);
    // A record that others name tells its name, whichever came first.
    const joined = { ...before?.payload, ...payload };
    const full = form === 'record' || before?.form === 'record' ? 'record' : 'name';
    this.#items.set(key, { id: this.#idOf(reference), form: full, kind, recordId: reference.id, payload: joined });
  }

  #value(kind: ShareableKind, field: string, value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value ?? null;
    const column = RECORD_TABLES[kind].columns.find((each) => each.field === field);
    const link = value as WireRecord;
    const to = (column?.to ?? link['kind']) as SubjectRef['kind'];
    invariant(to === 'organisation' || to === 'alliance', `${kind}.${field} leads to a kind that is published`);
    const reference = { kind: to, id: link['id'] as string };
    this.#put(reference, 'name', to, { name: link['name'] ?? null });
    return { item: this.#idOf(reference) };
  }

  get items(): readonly ChosenItem[] {
    return [...this.#items.values()];
  }
}

/**
 * Reads what a publication of an alliance holds now, with the eyes of whoever publishes. Records that may not be published
 * are not there, neither is what refers to one, nor are they counted.
 */
export async function chosenItems(
  transaction: DatabaseTransaction,
  viewer: Viewer,
  alliance: string,
  selection: readonly ChosenKind[],
): Promise<Outcome<{ readonly head: RecordRow; readonly items: readonly ChosenItem[] }>> {
  const head = await findRecord(transaction, 'alliance', alliance);
  if (head === null || visible([head], viewer).length === 0)
    return Outcome.refuse(unknownRecord('alliance', alliance, '/alliance'));
  if (publishable([head], viewer).length === 0) return Outcome.refuse(notPublishable);
  const all = await admitted(transaction, viewer, head);
  const groups = selection.map(({ kind }) => ({ kind, rows: all[kind] }));
  const copies = new Copies({ ...viewer, links: await findLinks(transaction, groups) });
  for (const { kind, fields } of selection) {
    if (fields.length === 0) copies.count(kind, all[kind].length);
    else copies.records(kind, all[kind], fields);
  }
  return Outcome.of({ head, items: copies.items });
}

/** What may be published of an alliance: nothing that refers to a record that may not. */
async function admitted(transaction: DatabaseTransaction, viewer: Viewer, head: RecordRow): Promise<Rows> {
  const found = await rowsOf(transaction, head);
  const references = (rows: Rows): SubjectRef[] =>
    SHAREABLE_KINDS.flatMap((kind) => rows[kind].flatMap((row) => mentioned(kind, row)));
  const named = await namable(transaction, references(found), viewer);
  const isNamable = (reference: SubjectRef): boolean => named.has(refKey(reference));
  const kept = (kind: ShareableKind): readonly RecordRow[] =>
    publishable(found[kind], viewer).filter((row) => mentioned(kind, row).every(isNamable));
  const rows: Rows = {
    alliance: [withoutStrangers(head, isNamable)],
    organisation: [],
    membership: kept('membership'),
    stake: kept('stake'),
    resource: kept('resource'),
    domain: kept('domain'),
    event: kept('event'),
    measure: kept('measure'),
  };
  const shown = new Set(references(rows).map(refKey));
  const organisations = [...named].filter(([key]) => key.startsWith('organisation ') && shown.has(key));
  return { ...rows, organisation: organisations.map(([, row]) => row) };
}

/** The alliance itself stays, without what it refers to and a partner may not be shown. */
function withoutStrangers(row: RecordRow, isNamable: (reference: SubjectRef) => boolean): RecordRow {
  const { venture } = row.fields;
  const isStrange = typeof venture === 'string' && !isNamable({ kind: 'organisation', id: venture });
  const isJoined = typeof row.fields['endedInto'] === 'string';
  if (!isStrange && !isJoined) return row;
  return { ...row, fields: { ...row.fields, endedInto: null, ...(isStrange ? { venture: null } : {}) } };
}
