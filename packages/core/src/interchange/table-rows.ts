import { type Claim, type EdtfDate, Period, Slug, type SubjectKind } from '../kernel/index.ts';
import { emptyRows, EXISTS } from '../register/index.ts';
import type { MemberRow } from './alliance-rows.ts';
import { nameKey } from './name-key.ts';

/** Key of the source that an imported table is. */
const TABLE_SOURCE = 'table' as Slug;

/** Gives each name its slug, the same name the same one, and no two names one. */
class Slugs {
  readonly #byName = new Map<string, Slug>();
  readonly #taken = new Set<string>();
  readonly #word: string;

  constructor(word: string) {
    this.#word = word;
  }

  of(name: string): Slug {
    const known = this.#byName.get(nameKey(name));
    if (known) return known;
    const wished = Slug.from(name, `${this.#word}-${this.#byName.size + 1}`);
    let slug = wished;
    for (let count = 2; this.#taken.has(slug); count += 1) slug = `${wished}-${count}` as Slug;
    this.#taken.add(slug);
    this.#byName.set(nameKey(name), slug);
    return slug;
  }

  has(name: string): boolean {
    return this.#byName.has(nameKey(name));
  }
}

/** Builds register rows from member rows; every value is a claim of the table at its row. */
export class TableRows {
  readonly lists = emptyRows();
  readonly #organisations = new Slugs('organisation');
  readonly #houses = new Slugs('house');
  readonly #alliances = new Slugs('alliance');

  constructor(title: string) {
    this.lists.sources.push({
      id: TABLE_SOURCE,
      key: TABLE_SOURCE,
      kind: 'table',
      title,
      authors: [],
      date: null,
      venue: null,
      doi: null,
      language: null,
      within: null,
      place: null,
      details: {},
    });
  }

  #claim(kind: SubjectKind, id: string, field: string, value: string | null, line: number): void {
    if (value === null) return;
    const place = `row ${line}`;
    const rest = { source: TABLE_SOURCE as string, place, quote: null, rank: 'normal' as const, reason: null };
    const claim: Claim = { id: `claim-${this.lists.claims.length + 1}`, subject: { kind, id }, field, value, ...rest };
    this.lists.claims.push(claim);
  }

  #period(kind: SubjectKind, id: string, from: EdtfDate | null, to: Period['to'], line: number): void {
    this.#claim(kind, id, 'from', from?.text ?? null, line);
    if (to !== 'open') this.#claim(kind, id, 'to', Period.endText(to), line);
  }

  #organisation(row: MemberRow): Slug {
    const isNew = !this.#organisations.has(row.member);
    const id = this.#organisations.of(row.member);
    if (isNew) {
      const blank = { name: null, kind: null, founded: null, closed: null, lei: null, place: null };
      this.lists.organisations.push({ id, slug: id, country: row.country, ...blank, valueChainPosition: null });
      this.#claim('organisation', id, 'name', row.member, row.line);
      this.#claim('organisation', id, 'kind', row.kind, row.line);
      this.#house(row, id);
    }
    return id;
  }

  #house(row: MemberRow, organisation: Slug): void {
    if (row.house === null || nameKey(row.house) === nameKey(row.member)) return;
    const isNew = !this.#houses.has(row.house);
    const house = this.#houses.of(row.house);
    if (isNew) {
      this.lists.houses.push({ id: house, slug: house, name: null, reading: null });
      this.#claim('house', house, 'name', row.house, row.line);
    }
    const id = `${house}/members/${organisation}`;
    this.lists.houseMemberships.push({ id, house, organisation, ...Period.always });
    this.#claim('house-membership', id, EXISTS, 'true', row.line);
  }

  add(rows: readonly MemberRow[]): void {
    const [first] = rows;
    if (!first) return;
    const id = this.#alliances.of(first.alliance);
    const formed = rows.find(({ form }) => form !== null) ?? first;
    const venture = formed.form === 'joint-venture' ? this.#venture(first, id) : null;
    const blank = { endedInto: null, objectives: null, stage: null, status: null, ending: null };
    this.lists.alliances.push({ id, slug: id, name: null, form: null, venture, start: null, end: 'open', ...blank });
    this.#claim('alliance', id, 'name', first.alliance, first.line);
    this.#claim('alliance', id, 'form', formed.form, formed.line);
    const start = earliestStart(rows);
    this.#claim('alliance', id, 'start', start?.text ?? null, first.line);
    const end = latestEnd(rows);
    if (end !== 'open') this.#claim('alliance', id, 'end', Period.endText(end), first.line);
    rows.forEach((row, index) => this.#member(row, id, venture, `${id}/${index + 1}`));
  }

  #venture(row: MemberRow, alliance: Slug): string {
    const id = `${alliance}-venture`;
    const blank = { name: null, kind: null, founded: null, closed: null, lei: null, place: null, country: null };
    this.lists.organisations.push({ id, slug: id as Slug, ...blank, valueChainPosition: null });
    this.#claim('organisation', id, 'name', row.alliance, row.line);
    this.#claim('organisation', id, 'kind', 'venture', row.line);
    return id;
  }

  #member(row: MemberRow, alliance: Slug, venture: string | null, id: string): void {
    const organisation = this.#organisation(row);
    const dates = { from: null, to: 'open' } as const;
    const { line, start, end } = row;
    this.lists.memberships.push({ id, alliance, organisation, role: null, ...dates });
    this.#claim('membership', id, EXISTS, 'true', line);
    this.#period('membership', id, start, end, line);
    if (venture !== null && row.share !== null) {
      const holding = { holders: null, holderCount: null, share: null, votingShare: null };
      this.lists.stakes.push({ id, alliance, issuer: venture, holder: organisation, ...holding, ...dates });
      this.#claim('stake', id, 'share', row.share, line);
      this.#period('stake', id, start, end, line);
    }
    row.resources.forEach(({ kind, subject }, index) => {
      const resource = `${id}/resources/${index + 1}`;
      this.lists.resources.push({ id: resource, alliance, organisation, kind, subject, property: null, ...dates });
      this.#claim('resource', resource, EXISTS, 'true', line);
      this.#period('resource', resource, start, end, line);
    });
    this.#domains(row, alliance, id);
  }

  #domains(row: MemberRow, alliance: Slug, member: string): void {
    const each = (list: readonly Slug[]): readonly (Slug | null)[] => (list.length === 0 ? [null] : list);
    if (row.products.length + row.markets.length + row.regions.length === 0) return;
    for (const product of each(row.products)) {
      for (const market of each(row.markets)) {
        for (const region of each(row.regions)) {
          const id = `${member}/domains/${this.lists.domains.length + 1}`;
          this.lists.domains.push({ id, alliance, product, market, region, activity: null, from: null, to: 'open' });
          this.#claim('domain', id, EXISTS, 'true', row.line);
          this.#period('domain', id, row.start, row.end, row.line);
        }
      }
    }
  }
}

function earliestStart(rows: readonly MemberRow[]): EdtfDate | null {
  const starts = rows.flatMap((row) => (row.start?.earliest ? [row.start] : []));
  return starts.sort((one, other) => ((one.earliest ?? '') < (other.earliest ?? '') ? -1 : 1))[0] ?? null;
}

function latestEnd(rows: readonly MemberRow[]): Period['to'] {
  const ends = rows.map((row) => row.end);
  if (ends.includes('open')) return 'open';
  const dated = ends.flatMap((end) => (typeof end === 'object' ? [end] : []));
  if (dated.length < ends.length) return 'unknown';
  return dated.sort((one, other) => ((one.earliest ?? '') < (other.earliest ?? '') ? 1 : -1))[0] ?? 'open';
}
