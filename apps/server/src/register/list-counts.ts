import type { ListScope } from './list-conditions.store.ts';
import type { Workspace } from './workspaces.store.ts';

const MOST_KEPT = 2000;

/** How many records lists hold, counted once for each version of a workspace; the least recently asked go first. */
export class ListCounts {
  readonly #counts = new Map<string, number>();

  async countOf(workspace: Workspace, scope: ListScope, count: () => Promise<number>): Promise<number> {
    const key = keyOf(workspace, scope);
    const known = this.#counts.get(key);
    const total = known ?? (await count());
    this.#counts.delete(key);
    this.#counts.set(key, total);
    const [oldest] = this.#counts.keys();
    if (this.#counts.size > MOST_KEPT && oldest !== undefined) this.#counts.delete(oldest);
    return total;
  }
}

function keyOf({ id, version }: Workspace, { kind, audience, stated, conditions, q, asOf, ids }: ListScope): string {
  const asked = conditions.map(({ field, operator, values }) => [field.name, operator, ...values]);
  return JSON.stringify([id, version, kind, audience, stated, asked, q, asOf, ids]);
}
