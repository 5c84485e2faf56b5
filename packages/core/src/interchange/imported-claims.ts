import type { Claim, Slug, SubjectRef } from '../kernel/index.ts';

/** Claims in their order, as an array of them has them too. */
export type ClaimSeries = Iterable<Claim> & {
  readonly length: number;
  readonly slice: (from: number, to: number) => readonly Claim[];
};

/**
 * The claims of one table, all of one source and at rows of it. A large table makes a million: each is held as what it says,
 * and becomes a claim of its own when it is asked for.
 */
export class ImportedClaims implements ClaimSeries {
  readonly #source: Slug;
  readonly #subjects: SubjectRef[] = [];
  readonly #fields: string[] = [];
  readonly #values: string[] = [];
  readonly #lines: number[] = [];
  readonly #before: number;

  /** @param before how many claims of the table precede these */
  constructor(source: Slug, before = 0) {
    this.#source = source;
    this.#before = before;
  }

  add(subject: SubjectRef, field: string, value: string, line: number): void {
    this.#subjects.push(subject);
    this.#fields.push(field);
    this.#values.push(value);
    this.#lines.push(line);
  }

  get length(): number {
    return this.#subjects.length;
  }

  slice(from: number, to: number): Claim[] {
    const claims: Claim[] = [];
    for (let index = Math.max(from, 0); index < Math.min(to, this.length); index += 1) claims.push(this.#at(index));
    return claims;
  }

  *[Symbol.iterator](): Generator<Claim> {
    for (let index = 0; index < this.length; index += 1) yield this.#at(index);
  }

  #at(index: number): Claim {
    const [subject, field] = [this.#subjects[index] as SubjectRef, this.#fields[index] as string];
    return this.claimOf(index, subject, field, this.#values[index] as string, this.#lines[index] ?? 0);
  }

  /** A claim of the table as one of these stands. */
  claimOf(index: number, subject: SubjectRef, field: string, value: string, line: number): Claim {
    const rest = { source: this.#source, place: `row ${line}`, quote: null, rank: 'normal', reason: null } as const;
    return { id: `claim-${this.#before + index + 1}`, subject, field, value, ...rest };
  }
}
