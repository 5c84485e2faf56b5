import { createHash, type Hash } from 'node:crypto';
import { auditContent, type AuditFault, type AuditVerdict, type SignedHead } from '@entente/contract/audit';
import { z } from 'zod';
import { isSigned } from './audit-key.ts';
import type { AuditLine } from './audit-lines.ts';

/** A chain may be broken in every entry; this many are told. */
const MOST_FAULTS = 100;

const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

function contentOf(text: string): ReturnType<typeof auditContent.parse> | null {
  try {
    return auditContent.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

const bundle = z.tuple([z.string(), z.string(), z.string(), z.array(z.uuid()), z.array(z.uuid()), z.string()]);

/** How many lines a bundle has; none where it cannot be read. */
function bundledIn(text: string): number {
  try {
    return bundle.parse(JSON.parse(text))[3].length;
  } catch {
    return 0;
  }
}

/** The rows that an entry covers, as they come by. */
type Covered = {
  readonly sequence: number;
  readonly rows: number;
  readonly digest: string;
  /** Lines that the reader may not read, first to last. */
  readonly guarded: Guarded[];
  seen: number;
  place: number;
  hash: Hash;
};

type Guarded = NonNullable<ReturnType<typeof auditContent.parse>['guarded']>[number];

/** A head, and who holds it. */
type Held = { readonly head: SignedHead; readonly whose: 'The head' | 'The witness' };

class Verification {
  readonly #faults: AuditFault[] = [];
  readonly #witnesses: readonly SignedHead[];
  /** The heads that were signed, by the entry they name. */
  readonly #held = new Map<number, Held[]>();
  #heads = 0;
  #lastHead: readonly [sequence: number, signedAt: number] = [0, 0];
  #workspace: AuditVerdict['workspace'] = null;
  #earlier = 0;
  #previous: Buffer = Buffer.alloc(0);
  #sequence = 0;
  #digest: string | null = null;
  #rows = 0;
  #guarded = 0;
  #classes: ReadonlySet<string> = new Set();
  #covered: Covered | null = null;
  #isEnded = false;

  constructor(witnesses: readonly SignedHead[]) {
    this.#witnesses = witnesses;
  }

  #tell(code: AuditFault['code'], sequence: number | null, message: string): void {
    if (this.#faults.length < MOST_FAULTS) this.#faults.push({ code, sequence, message });
  }

  broken(message: string): void {
    this.#tell('audit-file-broken', this.#sequence, message);
  }

  take(line: AuditLine): void {
    if (this.#isEnded || (this.#workspace === null) !== (line.kind === 'workspace'))
      return this.broken('Lines stand in an order that no export writes');
    switch (line.kind) {
      case 'workspace':
        this.#workspace = line.id;
        this.#earlier = line.earlier;
        this.#classes = new Set(line.classes);
        this.#previous = sha256(`entente audit ${line.id}`);
        for (const head of this.#witnesses) this.#hold({ head, whose: 'The witness' });
        return;
      case 'entry':
        return this.#entry(line);
      case 'row':
        return this.#lines(line.text, 1);
      case 'rows':
        return this.#lines(line.text, bundledIn(line.text));
      case 'head':
        return this.#head(line);
      case 'end':
        this.#endRows();
        return this.#end(line);
    }
  }

  #entry({ sequence, content, digest }: Extract<AuditLine, { kind: 'entry' }>): void {
    this.#endRows();
    const said = contentOf(content);
    if (sequence !== this.#sequence + 1)
      this.#tell('audit-entry-missing', sequence, `Entry ${sequence} follows entry ${this.#sequence}`);
    const fits = sha256(this.#previous, content).toString('hex') === digest;
    if (!fits || said === null || said.sequence !== sequence || said.workspace !== this.#workspace)
      this.#tell('audit-entry-differs', sequence, `Entry ${sequence} is not the one that was written`);
    // What follows is judged by this entry's own digest, so that one edit is told once.
    this.#previous = Buffer.from(digest, 'hex');
    this.#sequence = sequence;
    this.#digest = digest;
    for (const { head, whose } of this.#held.get(sequence) ?? [])
      if (head.digest !== digest)
        this.#tell('audit-head-differs', sequence, `${whose} of entry ${sequence} names another digest than the chain`);
    this.#held.delete(sequence);
    if (said?.rowsDigest !== undefined)
      this.#covered = {
        sequence,
        rows: said.rows ?? 0,
        digest: said.rowsDigest,
        guarded: (said.guarded ?? []).filter(([, , , recordClass]) => !this.#classes.has(recordClass)),
        seen: 0,
        place: 0,
        hash: createHash('sha256'),
      };
  }

  #lines(text: string, count: number): void {
    this.#rows += count;
    if (this.#covered === null) return this.broken('A line of the log belongs to no entry');
    this.#passGuarded(this.#covered);
    this.#cover(this.#covered, count, sha256(text));
  }

  #cover(covered: Covered, count: number, digest: Buffer): void {
    covered.seen += count;
    covered.place += 1;
    covered.hash.update(digest);
  }

  /** Takes what stands here and is not for the reader by the digest that the entry holds. */
  #passGuarded(covered: Covered): void {
    for (let [next] = covered.guarded; next !== undefined && next[0] === covered.place; [next] = covered.guarded) {
      const [, count, digest] = next;
      covered.guarded.shift();
      this.#guarded += count;
      this.#cover(covered, count, Buffer.from(digest, 'hex'));
    }
  }

  #endRows(): void {
    const covered = this.#covered;
    this.#covered = null;
    if (covered === null) return;
    this.#passGuarded(covered);
    const { sequence, rows, seen, hash, digest } = covered;
    if (seen !== rows || hash.digest('hex') !== digest)
      this.#tell(
        'audit-rows-differ',
        sequence,
        seen === rows
          ? `A value in the log of entry ${sequence} is not what was written`
          : `The log of entry ${sequence} has ${seen} lines; ${rows} were written`,
      );
  }

  /** Heads stand before the entries, in their order. */
  #head(head: SignedHead): void {
    this.#heads += 1;
    const place = [head.sequence, Date.parse(head.signedAt)] as const;
    const [sequence, signedAt] = this.#lastHead;
    if (this.#sequence > 0 || place[0] < sequence || (place[0] === sequence && place[1] < signedAt))
      this.broken('Signed heads stand in an order that no export writes');
    this.#lastHead = place;
    this.#hold({ head, whose: 'The head' });
  }

  #hold(held: Held): void {
    const { head, whose } = held;
    const at = head.sequence;
    if (!isSigned(head) || head.workspace !== this.#workspace)
      return this.#tell('audit-head-differs', at, `${whose} of entry ${at} is not signed by the key it names`);
    // Who can write the chain can make a key too: beside a witness, a head proves something only by the witness's key.
    if (this.#witnesses.length > 0 && !this.#witnesses.some(({ key }) => key === head.key))
      return this.#tell('audit-head-differs', at, `${whose} of entry ${at} is signed by a key that no witness names`);
    this.#held.set(at, [...(this.#held.get(at) ?? []), held]);
  }

  #end({ sequence, digest, unlisted, heads }: Extract<AuditLine, { kind: 'end' }>): void {
    this.#isEnded = true;
    if (sequence !== this.#sequence || (digest !== null && digest !== this.#digest && sequence > 0))
      this.#tell('audit-tail-cut', sequence, `The chain was at entry ${sequence}; it ends at ${this.#sequence}`);
    if (heads !== this.#heads)
      this.#tell('audit-head-missing', null, `${heads} signed heads were kept; there are ${this.#heads}`);
    if (unlisted !== this.#earlier)
      this.#tell(
        'audit-change-unlisted',
        null,
        `${unlisted} changes stand in the log without an entry; ${this.#earlier} were there before the chain`,
      );
  }

  verdict(): AuditVerdict {
    if (!this.#isEnded) this.broken('The end is missing');
    for (const [at, held] of this.#held)
      for (const { whose } of held)
        this.#tell('audit-tail-cut', at, `${whose} names entry ${at}; the chain ends at ${this.#sequence}`);
    return {
      workspace: this.#workspace,
      entries: this.#sequence,
      rows: this.#rows,
      guarded: this.#guarded,
      heads: this.#heads,
      witnesses: this.#witnesses.length,
      earlier: this.#earlier,
      end: this.#digest === null ? null : { sequence: this.#sequence, digest: this.#digest },
      faults: this.#faults,
    };
  }
}

/**
 * Judges a chain by itself: every digest is computed anew from what the lines say. Edits, gaps, other orders, lines of the log
 * that were changed, added or taken out, and a tail that was cut short of a signed head or of a witness are each told.
 * @param lines null stands for a line that could not be read
 * @param witnesses heads that somebody kept elsewhere
 */
export async function auditVerdict(
  lines: AsyncIterable<AuditLine | null>,
  witnesses: readonly SignedHead[] = [],
): Promise<AuditVerdict> {
  const verification = new Verification(witnesses);
  for await (const line of lines) {
    if (line === null) verification.broken('A line cannot be read');
    else verification.take(line);
  }
  return verification.verdict();
}
