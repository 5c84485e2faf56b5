import { type Memberships, NONE } from '../network/index.ts';
import { Numbered } from './numbered.ts';
import { noFacts, type PanelFacts } from './panel-facts.ts';

/** What a row of a table states beside a membership. */
export type StatedFacts = {
  /** What the member is; null where it is not stated. */
  readonly kind: string | null;
  readonly resources: readonly { readonly kind: string; readonly subject: string }[];
};

/** Gathers what the rows of a table state beside memberships; only rows that state something take room. */
export class TableFacts {
  readonly #kindOf = new Map<number, string>();
  readonly #rows: number[] = [];
  readonly #kinds: number[] = [];
  readonly #resources: number[] = [];
  readonly #kindNumbers = new Numbered();
  readonly #resourceNumbers = new Numbered();

  /** To be called behind the `add` of the row to the memberships. */
  add(memberships: Memberships, { kind, resources }: StatedFacts): void {
    if (kind === null && resources.length === 0) return;
    const row = memberships.count - 1;
    if (kind !== null) {
      const firm = memberships.firmOf(row);
      const known = this.#kindOf.get(firm);
      // Of several the first in the alphabet, so that the order of rows changes nothing.
      if (known === undefined || kind < known) this.#kindOf.set(firm, kind);
    }
    for (const resource of resources) {
      this.#rows.push(row);
      this.#kinds.push(this.#kindNumbers.numberOf(resource.kind));
      this.#resources.push(this.#resourceNumbers.numberOf(`${resource.kind}:${resource.subject}`));
    }
  }

  /** Columns of the panel that are empty because no row states what they count. */
  get without(): readonly ('kind' | 'resources')[] {
    return [
      ...(this.#kindOf.size === 0 ? ['kind' as const] : []),
      ...(this.#rows.length === 0 ? ['resources' as const] : []),
    ];
  }

  /** In the numbers of the memberships; a resource is brought as long as its row holds. Moves are known to registers alone. */
  of(memberships: Memberships): PanelFacts {
    const { alliance, firm, from, to } = memberships.columns;
    const kinds = new Numbered();
    const kindOf = new Int32Array(memberships.firms.length).fill(NONE);
    for (const [number, kind] of this.#kindOf) kindOf[number] = kinds.numberOf(kind);
    const at = (column: Int32Array): Int32Array => Int32Array.from(this.#rows, (row) => column[row] as number);
    return {
      ...noFacts(memberships.firms.length, memberships.alliances.length),
      kindOf,
      kinds: kinds.size,
      resources: {
        alliance: at(alliance),
        firm: at(firm),
        kind: Int32Array.from(this.#kinds),
        resource: Int32Array.from(this.#resources),
        from: at(from),
        to: at(to),
      },
      resourceKinds: this.#kindNumbers.size,
    };
  }
}
