import { orderedIds } from './ordered-ids.ts';
import type { RowKind } from './record-tables.ts';

/**
 * The ids under which new rows will be stored, by their kind and the id they had. Those of one kind grow: rows that are written
 * one after the other keep together in every index, however many statements write them.
 */
export class StoredIds {
  readonly #given = new Map<RowKind, Map<string, string>>();
  readonly #makers: Map<RowKind, () => string>;
  readonly #before: StoredIds | null;

  /** @param before ids that were given already, and hold here too */
  constructor(before: StoredIds | null = null) {
    this.#before = before;
    this.#makers = before === null ? new Map<RowKind, () => string>() : before.#makers;
  }

  of(kind: RowKind, id: string): string | undefined {
    return this.#given.get(kind)?.get(id) ?? this.#before?.of(kind, id);
  }

  /** The id of a row, which it gets when it has none yet. */
  give(kind: RowKind, id: string): string {
    const before = this.of(kind, id);
    if (before !== undefined) return before;
    const given = this.next(kind);
    this.keep(kind, id, given);
    return given;
  }

  /** Remembers what was given elsewhere. */
  keep(kind: RowKind, id: string, given: string): void {
    const ids = this.#given.get(kind) ?? new Map<string, string>();
    this.#given.set(kind, ids.set(id, given));
  }

  /** An id for a row to which nothing refers. */
  next(kind: RowKind): string {
    const maker = this.#makers.get(kind) ?? orderedIds();
    this.#makers.set(kind, maker);
    return maker();
  }

  /** Forgets the ids that were given here to rows of a kind, to which no later row refers. */
  forget(kind: RowKind): void {
    this.#given.delete(kind);
  }
}
