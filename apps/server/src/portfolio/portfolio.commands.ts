import { type PortfolioAnswer, portfolioAnswer, type PortfolioQuery } from '@entente/contract/portfolio';
import { EdtfDate, Outcome, type Problem } from '@entente/core/kernel';
import { type ConfigurationParameters, DEFAULT_PARAMETERS, type Focal } from '@entente/core/portfolio';
import { type Register, registerFromSources } from '@entente/core/register';
import type { Caller } from '../register/changing.commands.ts';
import type { Snapshot, Snapshots } from '../register/snapshot.commands.ts';
import { portfolioAnswerOf } from './portfolio.presenter.ts';

export type PortfolioRequest = {
  readonly workspace: string;
  readonly kind: Focal['kind'];
  /** Slug or id. */
  readonly firm: string;
  readonly query: PortfolioQuery;
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

const MOST_KEPT = 64;

/** What was computed from one snapshot; it goes when the snapshot does. */
class Computed {
  readonly #registers = new Map<string, Register>();
  readonly #answers = new Map<string, string>();

  register(snapshot: Snapshot, sources: readonly string[] | null): Register {
    return kept(this.#registers, sources === null ? '*' : [...sources].sort().join(','), () =>
      registerFromSources(snapshot.rows, sources),
    );
  }

  /** The answer as JSON, judged by the contract once and written once. */
  answer(key: string, compute: () => PortfolioAnswer): string {
    return kept(this.#answers, key, () => JSON.stringify(portfolioAnswer.parse(compute())));
  }
}

function kept<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  const [oldest] = map.keys();
  if (map.size >= MOST_KEPT && oldest !== undefined) map.delete(oldest);
  map.set(key, made);
  return made;
}

function focalIn(register: Register, { kind, firm }: PortfolioRequest): Focal | null {
  const rows = kind === 'house' ? register.houses : register.organisations;
  const row = rows.find(({ slug, id }) => slug === firm || id === firm);
  return row ? { kind, id: row.id } : null;
}

function parametersOf(query: PortfolioQuery, snapshot: Snapshot): ConfigurationParameters {
  const day = query.asOf === undefined ? null : EdtfDate.asOf(query.asOf);
  return {
    ...DEFAULT_PARAMETERS,
    population: query.population ?? snapshot.workspace.defaultPopulation,
    window: query.window,
    scopeAt: query.scopeAt,
    shapingAt: query.shapingAt,
    level: query.level,
    asOf: day?.ok ? day.value : null,
  };
}

/** Reads portfolios from snapshots of the register; what one version gave once, it gives again without computing. */
export class Portfolios {
  readonly #snapshots: Snapshots;
  readonly #computed = new WeakMap<Snapshot, Computed>();

  constructor(snapshots: Snapshots) {
    this.#snapshots = snapshots;
  }

  async portfolioOf(caller: Pick<Caller, 'database' | 'actor'>, request: PortfolioRequest): Promise<Outcome<string>> {
    const read = await this.#snapshots.snapshotOf(caller, request.workspace);
    if (!read.ok) return read;
    const snapshot = read.value;
    let computed = this.#computed.get(snapshot);
    if (!computed) this.#computed.set(snapshot, (computed = new Computed()));
    const whole = computed.register(snapshot, null);
    const focal = focalIn(whole, request);
    if (!focal) return Outcome.refuse(firmMissing);
    const sources = request.query.sources ?? null;
    const keys = new Set<string>(whole.sources.map((source) => source.key));
    const unknown = (sources ?? []).filter((key) => !keys.has(key));
    if (unknown.length > 0) return Outcome.refuse(...unknown.map(sourceMissing));
    const register = computed.register(snapshot, sources);
    const parameters = parametersOf(request.query, snapshot);
    return Outcome.of(
      computed.answer(JSON.stringify([focal, sources, parameters]), () =>
        portfolioAnswerOf(register, whole, focal, parameters),
      ),
    );
  }
}
