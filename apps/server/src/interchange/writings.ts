/** How far an import is with being written: rows of how many, and for how long it has been at it. */
export type WritingProgress = { readonly written: number; readonly total: number; readonly seconds: number };

/** An import while it is written. */
export class Writing {
  readonly #total: number;
  readonly #begun = performance.now();
  #written = 0;
  #stopped = false;

  constructor(total: number) {
    this.#total = total;
  }

  /** Counts rows that were written. Whether there is leave to write more. */
  wrote(rows: number): boolean {
    this.#written += rows;
    return !this.#stopped;
  }

  stop(): void {
    this.#stopped = true;
  }

  get progress(): WritingProgress {
    const written = Math.min(this.#written, this.#total);
    return { written, total: this.#total, seconds: (performance.now() - this.#begun) / 1000 };
  }
}

/** The imports that this process is writing, by their ids. */
export class Writings {
  readonly #underWay = new Map<string, Writing>();

  begin(id: string, total: number): Writing {
    const writing = new Writing(total);
    this.#underWay.set(id, writing);
    return writing;
  }

  end(id: string): void {
    this.#underWay.delete(id);
  }

  of(id: string): Writing | null {
    return this.#underWay.get(id) ?? null;
  }
}
