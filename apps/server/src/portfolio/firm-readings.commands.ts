import { Outcome, type Problem } from '@entente/core/kernel';
import type { Focal } from '@entente/core/portfolio';
import type { Register } from '@entente/core/register';
import type { z } from 'zod';
import { kept } from '../platform/kept.ts';
import type { Caller } from '../register/changing.commands.ts';
import type { Snapshot, Snapshots } from '../register/snapshot.commands.ts';
import { registerOfSnapshot } from '../register/snapshot-registers.ts';

/** Which firm, in which workspace, as which sources tell it; null for all of them. */
export type FirmQuestion = {
  readonly workspace: string;
  readonly kind: Focal['kind'];
  /** Slug or id. */
  readonly firm: string;
  readonly sources: readonly string[] | null;
};

/** A firm in the register as the chosen sources tell it, and in the whole register. */
export type FirmReading = {
  readonly register: Register;
  readonly whole: Register;
  readonly focal: Focal;
  readonly snapshot: Snapshot;
};

/** What is read of a firm: under which name and parameters the answer is kept, how it is computed, and what it must be. */
export type Question<A> = {
  readonly name: string;
  readonly parameters: unknown;
  readonly answer: z.ZodType<A>;
  readonly compute: (reading: FirmReading) => A;
};

const firmMissing: Problem = {
  code: 'record-not-found',
  message: 'There is no such firm in this workspace',
  fix: 'Choose an organisation or a house that is there.',
};

const sourceMissing = (key: string): Problem => ({
  code: 'record-unknown',
  message: `There is no source "${key}" in this workspace`,
  fix: 'Choose among the sources that the answer lists.',
});

/** What is read of a workspace's firms together: as `Question`, without a firm. */
export type WorkspaceQuestion<A> = Omit<Question<A>, 'compute'> & {
  readonly compute: (reading: Omit<FirmReading, 'focal'>) => A;
};

const MOST_KEPT = 64;

/** What was computed from one snapshot; it goes when the snapshot does. */
class Computed {
  readonly #answers = new Map<string, string>();

  /** The answer as JSON, judged by the contract once and written once. */
  answer<A>(key: string, answer: z.ZodType<A>, compute: () => A): string {
    return kept(this.#answers, key, MOST_KEPT, () => JSON.stringify(answer.parse(compute())));
  }
}

/** What stands for the firm where none is asked for. */
const EVERY_FIRM = 'every firm';

function focalIn(register: Register, kind: Focal['kind'], firm: string): Focal | null {
  const rows = kind === 'house' ? register.houses : register.organisations;
  const row = rows.find(({ slug, id }) => slug === firm || id === firm);
  return row ? { kind, id: row.id } : null;
}

/** Reads firms from snapshots of the register; what one version gave once, it gives again without computing. */
export class FirmReadings {
  readonly #snapshots: Snapshots;
  readonly #computed = new WeakMap<Snapshot, Computed>();

  constructor(snapshots: Snapshots) {
    this.#snapshots = snapshots;
  }

  #computedFrom(snapshot: Snapshot): Computed {
    let computed = this.#computed.get(snapshot);
    if (!computed) this.#computed.set(snapshot, (computed = new Computed()));
    return computed;
  }

  /** The answer to a question about a firm, as JSON. */
  async answerTo<A>(
    caller: Pick<Caller, 'database' | 'actor'>,
    { workspace, kind, firm, sources }: FirmQuestion,
    question: Question<A>,
  ): Promise<Outcome<string>> {
    const read = await this.#read(caller, workspace, sources, (whole) => focalIn(whole, kind, firm));
    if (!read.ok) return read;
    const { computed, reading } = read.value;
    const key = JSON.stringify([question.name, reading.focal, sources, question.parameters]);
    return Outcome.of(computed.answer(key, question.answer, () => question.compute(reading)));
  }

  /** The answer to a question about every firm of a workspace, as JSON. */
  async answerAbout<A>(
    caller: Pick<Caller, 'database' | 'actor'>,
    { workspace, sources }: Pick<FirmQuestion, 'workspace' | 'sources'>,
    question: WorkspaceQuestion<A>,
  ): Promise<Outcome<string>> {
    const read = await this.#read(caller, workspace, sources, () => EVERY_FIRM);
    if (!read.ok) return read;
    const { computed, reading } = read.value;
    const key = JSON.stringify([question.name, sources, question.parameters]);
    return Outcome.of(computed.answer(key, question.answer, () => question.compute(reading)));
  }

  /** The firm in its registers, for a question whose answer is not kept. */
  async readingOf(
    caller: Pick<Caller, 'database' | 'actor'>,
    { workspace, kind, firm, sources }: FirmQuestion,
  ): Promise<Outcome<FirmReading>> {
    const read = await this.#read(caller, workspace, sources, (whole) => focalIn(whole, kind, firm));
    return read.ok ? Outcome.of(read.value.reading) : read;
  }

  /** The whole register as the caller may see it now. */
  async wholeRegister(caller: Pick<Caller, 'database' | 'actor'>, workspace: string): Promise<Outcome<Register>> {
    const read = await this.registerOf(caller, { workspace, sources: null });
    return read.ok ? Outcome.of(read.value.whole) : read;
  }

  /** The register of a workspace as the chosen sources tell it. */
  async registerOf(
    caller: Pick<Caller, 'database' | 'actor'>,
    { workspace, sources }: Pick<FirmQuestion, 'workspace' | 'sources'>,
  ): Promise<Outcome<Omit<FirmReading, 'focal'>>> {
    const read = await this.#read(caller, workspace, sources, () => EVERY_FIRM);
    return read.ok ? Outcome.of(read.value.reading) : read;
  }

  async #read<F>(
    caller: Pick<Caller, 'database' | 'actor'>,
    workspace: string,
    sources: readonly string[] | null,
    focalOf: (whole: Register) => F | null,
  ) {
    const read = await this.#snapshots.snapshotOf(caller, workspace);
    if (!read.ok) return read;
    const snapshot = read.value;
    const computed = this.#computedFrom(snapshot);
    const whole = registerOfSnapshot(snapshot, null);
    const focal = focalOf(whole);
    if (focal === null) return Outcome.refuse(firmMissing);
    const keys = new Set<string>(whole.sources.map((source) => source.key));
    const unknown = (sources ?? []).filter((key) => !keys.has(key));
    if (unknown.length > 0) return Outcome.refuse(...unknown.map(sourceMissing));
    const register = registerOfSnapshot(snapshot, sources);
    return Outcome.of({ computed, reading: { register, whole, focal, snapshot } });
  }
}
