import type pg from 'pg';

/** How often a connection was sent a statement before it keeps its plan. */
const KEPT_AFTER = 3;
/** Plans that one connection keeps: each takes memory of PostgreSQL's, the more so under row-level security. */
const MOST_KEPT = 64;
/** Texts that are counted until counting begins anew: those of filters and batches vary without end. */
const MOST_COUNTED = 512;

/** Which statements of a connection have a name, under which PostgreSQL keeps their plan. */
class Names {
  readonly #uses = new Map<string, number>();
  readonly #names = new Map<string, string>();

  /** The name of a statement that is now sent once more; null while it is not kept. */
  of(text: string): string | null {
    const name = this.#names.get(text);
    if (name !== undefined) return name;
    if (this.#names.size >= MOST_KEPT) return null;
    const uses = (this.#uses.get(text) ?? 0) + 1;
    if (uses > KEPT_AFTER) {
      this.#uses.delete(text);
      const given = `entente_${this.#names.size + 1}`;
      this.#names.set(text, given);
      return given;
    }
    if (this.#uses.size >= MOST_COUNTED) this.#uses.clear();
    this.#uses.set(text, uses);
    return null;
  }
}

/** One statement of the kind that has a plan; several in one text cannot have a name. */
const PLANNED = /^\s*(?:select|with|insert|update|delete)\b[^;]*$/i;

type Query = (...parts: readonly unknown[]) => unknown;

/**
 * Lets PostgreSQL keep the plans of the statements that a connection is sent again and again. Policies are rewritten into
 * each statement, so that planning a small one takes longer than running it. PostgreSQL itself still plans anew where a plan
 * for all parameters would cost more, and whenever a policy or a table changes.
 */
export function keepPlans(client: pg.ClientBase): void {
  const names = new Names();
  const query = client.query.bind(client) as unknown as Query;
  const keeping: Query = (text, values, ...rest) => {
    if (typeof text !== 'string' || !Array.isArray(values)) return query(text, values, ...rest);
    const name = PLANNED.test(text) ? names.of(text) : null;
    return name === null ? query(text, values, ...rest) : query({ name, text, values }, ...rest);
  };
  Object.assign(client, { query: keeping });
}
