import { Share, type SubjectRef } from '../kernel/index.ts';
import { RESOURCE_KINDS } from '../register/index.ts';
import type { AllianceDraft, MemberDraft } from './alliance-drafts.ts';
import type { ImportedRows } from './imported-rows.ts';
import { isReversed, type MappedCells } from './mapped-cells.ts';
import { nameKey } from './name-key.ts';
import { termMeant } from './term-words.ts';

const CLAIMED_FACTS = ['form', 'ending', 'objectives', 'stage', 'status'] as const;

/** Joined at once: a text put together piece by piece goes on holding its pieces, which many rows' ids would feel. */
const idOf = (...parts: readonly (string | number)[]): string => parts.join('/');

/** Puts drafts of alliances into rows: members, venture, stakes, resources and domains, each value claimed at its row. */
export class ImportedAlliances {
  readonly #rows: ImportedRows;
  readonly #read: MappedCells;
  /** What was said of members by earlier rows. */
  readonly #said = new Set<string>();

  constructor(rows: ImportedRows, read: MappedCells) {
    this.#rows = rows;
    this.#read = read;
  }

  add(draft: AllianceDraft): void {
    this.#judge(draft);
    const { line } = draft.name.cell;
    const venture = this.#venture(draft);
    const { subject, isNew } = this.#rows.ofName('alliance', draft.name.value, line, { venture: venture?.id ?? null });
    if (!isNew) {
      this.#ventureThere(draft, subject, venture);
      this.#read.warning(draft.name.cell, {
        code: 'record-there',
        message: `${draft.name.value} is in the register already; its row adds members and claims to it`,
        fix: 'Give the alliance another name if it is another one.',
      });
    }
    this.#facts(draft, subject);
    const ids = draft.members.map((member) => this.#member(member, draft, subject));
    this.#stakes(draft, subject, venture, ids);
    this.#domains(draft, subject);
    this.#rows.settle();
  }

  /** An alliance that is there takes the venture that the table names; one that it has already it keeps. */
  #ventureThere({ facts }: AllianceDraft, alliance: SubjectRef, venture: SubjectRef | null): void {
    const kept = this.#rows.ventureOf(alliance);
    if (kept === null && venture !== null) this.#rows.state(alliance, 'venture', venture.id, 0);
    const named = facts.get('venture');
    if (kept === null || named === undefined) return;
    if (this.#rows.named('organisation', named.value)?.id === kept.id) return;
    this.#read.warning(named.cell, {
      code: 'value-kept',
      message: `The alliance has another venture than ${named.value}; an import does not change it`,
      fix: 'Change the venture in the alliance itself if the table is right.',
    });
  }

  #judge(draft: AllianceDraft): void {
    const { start, end } = Object.fromEntries(draft.facts);
    const isOneRow = new Set(draft.members.map((member) => member.cell.line)).size <= 1;
    if (isOneRow && start && end && isReversed(start.value, end.value)) {
      this.#read.problem(end.cell, {
        code: 'period-reversed',
        message: `The end ${end.value} lies before the start ${start.value}`,
        fix: 'Give an end that is later than the start.',
      });
    }
    this.#judgeMembers(draft);
    const at = draft.name.cell;
    if (new Set(draft.members.map((member) => this.#rows.meant('organisation', member.name.value))).size < 2) {
      const message = `${draft.name.value} has ${draft.members.length === 0 ? 'no member' : 'one member only'}`;
      this.#read.warning(at, { code: 'one-member', message, fix: 'Add a row or a column for each partner.' });
    }
    if (start === undefined && !this.#read.isAtFault(at.line)) {
      const message = `${draft.name.value} has no start and stands outside the path`;
      this.#read.warning(at, { code: 'start-unknown', message, fix: 'Give a start, if only about: 1995~.' });
    }
  }

  #judgeMembers({ name, members }: AllianceDraft): void {
    const seen = new Map<string, MemberDraft>();
    for (const member of members) {
      const key = `${this.#rows.meant('organisation', member.name.value)} ${member.from ?? ''}`;
      const twin = seen.get(key);
      if (twin) {
        const contradicts = twin.share !== member.share && twin.share !== null && member.share !== null;
        this.#read.problem(member.cell, {
          code: contradicts ? 'rows-contradict' : 'row-twice',
          message: contradicts
            ? `${member.name.value} holds ${twin.share} % of ${name.value} in row ${twin.cell.line} and ${member.share} % here`
            : `${member.name.value} stands in ${name.value} from the same date in row ${twin.cell.line} already`,
          fix: 'Keep one of the two, or give them different dates.',
        });
      } else seen.set(key, member);
      if (isReversed(member.from, member.to)) {
        const message = `The end ${member.to} lies before the start ${member.from}`;
        this.#read.problem(member.cell, {
          code: 'period-reversed',
          message,
          fix: 'Give an end that is later than the start.',
        });
      }
    }
    for (const measured of ['share', 'votingShare'] as const) this.#judgeSum(name.value, members, measured);
  }

  /** Shares of members whose periods do not differ are held together and cannot exceed the whole. */
  #judgeSum(name: string, members: readonly MemberDraft[], measured: 'share' | 'votingShare'): void {
    const [first] = members;
    const together = members.filter(({ from, to }) => from === first?.from && to === first.to);
    const shares = together.flatMap((member) => member[measured] ?? []);
    if (first === undefined || shares.length < 2) return;
    const sum = Share.sum(shares);
    if (!Share.exceedsWhole(sum)) return;
    this.#read.problem(first.cell, {
      code: 'shares-over-100',
      message: `The shares in ${name} add up to ${sum} %`,
      fix: 'Correct the shares, or give dates to those that were not held together.',
    });
  }

  #facts({ facts, members }: AllianceDraft, subject: SubjectRef): void {
    for (const [field, { value, cell }] of facts) {
      const isClaimed = (CLAIMED_FACTS as readonly string[]).includes(field) || field.startsWith('custom.');
      if (isClaimed) this.#rows.claim(subject, field, value, cell.line);
      if (field === 'remark') this.#rows.claim(subject, 'remark.note', value, cell.line);
    }
    const line = members[0]?.cell.line ?? 1;
    const start = facts.get('start');
    const starts = members.flatMap(({ from }) => from ?? []).sort();
    this.#rows.claim(subject, 'start', starts[0] ?? start?.value ?? null, start?.cell.line ?? line);
    const end = facts.get('end');
    const ends = members.map(({ to }) => to);
    const rowsOfMembers = members.some(({ from, to }) => from !== null || to !== null);
    const last = rowsOfMembers ? latest(ends) : (end?.value ?? null);
    this.#rows.claim(subject, 'end', last, end?.cell.line ?? line);
  }

  /** The company that the partners hold: of a joint venture, and of any alliance that names one. */
  #venture({ name, facts, members }: AllianceDraft): SubjectRef | null {
    const there = this.#rows.named('alliance', name.value);
    const known = there && this.#rows.ventureOf(there);
    if (known) return known;
    const named = facts.get('venture');
    const form = facts.get('form')?.value ?? null;
    const hasShares = members.some((member) => member.share !== null || member.votingShare !== null);
    if (!named && form !== 'joint-venture' && !(form === null && hasShares)) return null;
    const wanted = named ?? name;
    const isMember = members.some((member) => nameKey(member.name.value) === nameKey(wanted.value));
    const title = isMember ? `${wanted.value} (venture)` : wanted.value;
    const { subject, isNew } = this.#rows.ofName('organisation', title, wanted.cell.line);
    if (isNew) this.#rows.claim(subject, 'kind', 'venture', wanted.cell.line);
    return subject;
  }

  #member(member: MemberDraft, draft: AllianceDraft, alliance: SubjectRef): string {
    const { line } = member.cell;
    const { country = null, kind = null, place = null, lei = null, house, role = null } = member.facts;
    const { subject } = this.#rows.ofName('organisation', member.name.value, line);
    this.#saidOfMember(member, subject, { kind, place, lei });
    if (country !== null) this.#country(country, member, subject);
    if (house !== undefined) this.#house(house, subject, line);
    const id = idOf(alliance.id, subject.id, line);
    const membership = this.#rows.add('membership', { id, alliance: alliance.id, organisation: subject.id });
    this.#period(membership, member, draft);
    this.#rows.claim(membership, 'role', role, line);
    this.#rows.claim(membership, 'remark.share', member.shareSaid, line);
    this.#rows.ensureClaimed(membership, line);
    this.#resources(member, draft, alliance, subject);
    return subject.id;
  }

  /** What each row says of a member, once a value. */
  #saidOfMember({ cell }: MemberDraft, subject: SubjectRef, facts: Readonly<Record<string, string | null>>): void {
    for (const [field, value] of Object.entries(facts)) {
      if (value === null) continue;
      const key = `${subject.id} ${field} ${value}`;
      if (!this.#said.has(key)) this.#rows.claim(subject, field, value, cell.line);
      this.#said.add(key);
    }
  }

  #country(country: string, { name, cell }: MemberDraft, subject: SubjectRef): void {
    const line = this.#rows.state(subject, 'country', country, cell.line);
    if (line === null) return;
    this.#read.warning(cell, {
      code: 'rows-contradict',
      message: `${name.value} has another country in row ${line}, which is the one that is kept; here it is ${country}`,
      fix: 'Correct one of the two rows, or give the organisations different names.',
    });
  }

  #period(subject: SubjectRef, member: MemberDraft, draft: AllianceDraft): void {
    const { line } = member.cell;
    const own = member.from !== null || member.to !== null;
    const from = own ? member.from : (draft.facts.get('start')?.value ?? null);
    const to = own ? member.to : (draft.facts.get('end')?.value ?? null);
    this.#rows.claim(subject, 'from', from, line);
    this.#rows.claim(subject, 'to', to, line);
  }

  #house(name: string, organisation: SubjectRef, line: number): void {
    const { subject } = this.#rows.ofName('house', name, line);
    const key = `${subject.id} ${organisation.id}`;
    if (this.#said.has(key)) return;
    this.#said.add(key);
    const id = `${subject.id}/members/${organisation.id}`;
    const membership = this.#rows.add('house-membership', { id, house: subject.id, organisation: organisation.id });
    this.#rows.ensureClaimed(membership, line);
  }

  #resources(member: MemberDraft, draft: AllianceDraft, alliance: SubjectRef, organisation: SubjectRef): void {
    member.resources.forEach((text, index) => {
      const [head = '', ...rest] = text.split(/[:：]/);
      const kind = termMeant('resourceKinds', head, RESOURCE_KINDS);
      const subject = rest.join(':').trim();
      if (kind === null || subject === '') {
        this.#read.problem(member.cell, {
          code: kind === null ? 'resource-kind-unknown' : 'resource-malformed',
          message: `"${text.slice(0, 40)}" is no resource`,
          fix: `Write kind:subject, for example technology:casting, with one of the kinds ${RESOURCE_KINDS.join(', ')}.`,
        });
        return;
      }
      const id = idOf(alliance.id, organisation.id, member.cell.line, 'resources', index + 1);
      const identity = {
        alliance: alliance.id,
        organisation: organisation.id,
        kind,
        subject: this.#read.slug(subject),
      };
      const resource = this.#rows.add('resource', { id, ...identity, property: null });
      this.#period(resource, member, draft);
      this.#rows.ensureClaimed(resource, member.cell.line);
    });
  }

  #stakes(draft: AllianceDraft, alliance: SubjectRef, venture: SubjectRef | null, ids: readonly string[]): void {
    const holding = draft.members
      .map((member, index) => ({ member, holder: ids[index] ?? '' }))
      .filter(({ member }) => member.share !== null || member.votingShare !== null);
    const issuer =
      venture?.id ??
      otherPartner(
        ids,
        holding.map(({ holder }) => holder),
      );
    for (const { member, holder } of holding) {
      const { line } = member.cell;
      if (issuer === null) {
        const membership = { kind: 'membership', id: idOf(alliance.id, holder, line) } as const;
        this.#rows.claim(membership, 'remark.share', `${member.share ?? member.votingShare} %`, line);
        this.#read.warning(member.cell, {
          code: 'share-unplaced',
          message: `It is not said whose shares ${member.name.value} holds; the share is kept as a remark`,
          fix: 'Name the venture company in a column, or make the form a joint venture.',
        });
        continue;
      }
      const id = idOf(alliance.id, 'stakes', holder, line);
      const identity = { alliance: alliance.id, issuer, holder, holders: null, holderCount: null };
      const stake = this.#rows.add('stake', { id, ...identity });
      this.#rows.claim(stake, 'share', member.share, line);
      this.#rows.claim(stake, 'votingShare', member.votingShare, line);
      this.#period(stake, member, draft);
    }
  }

  #domains({ name, lists }: AllianceDraft, alliance: SubjectRef): void {
    const each = (target: string): readonly (string | null)[] => {
      const texts = lists.get(target) ?? [];
      return texts.length === 0 ? [null] : texts.map((text) => this.#read.slug(text));
    };
    if ([...lists.values()].every((texts) => texts.length === 0)) return;
    let count = 0;
    for (const product of each('products')) {
      for (const market of each('markets')) {
        for (const region of each('regions')) {
          for (const activity of each('activities')) {
            count += 1;
            const id = idOf(alliance.id, 'domains', count);
            const domain = this.#rows.add('domain', { id, alliance: alliance.id, product, market, region, activity });
            this.#rows.ensureClaimed(domain, name.cell.line);
          }
        }
      }
    }
  }
}

/** Of two partners of whom one holds shares, the other is the one held. */
function otherPartner(partners: readonly string[], holders: readonly string[]): string | null {
  return partners.length === 2 && holders.length === 1 ? (partners.find((id) => id !== holders[0]) ?? null) : null;
}

/** The last of several ends; open while one is, unknown while one is and none is open. */
function latest(ends: readonly (string | null)[]): string | null {
  if (ends.includes(null)) return null;
  return ends.includes('unknown') ? 'unknown' : (ends.toSorted().at(-1) ?? null);
}
