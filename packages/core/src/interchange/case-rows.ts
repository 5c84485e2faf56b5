import { EdtfDate, invariant, type Problem, type SubjectKind } from '../kernel/index.ts';
import { emptyRows, FIELDS, type Source } from '../register/index.ts';
import type { CaseDocument, DocumentPath } from './case-document.ts';
import type { CaseFile, CaseSubject } from './case-schema.ts';
import { type ClaimCollector, subjectOf } from './claim-collector.ts';

type Row = Readonly<Record<string, unknown>>;

const absentFields = (kind: SubjectKind): Record<string, unknown> =>
  Object.fromEntries(Object.entries(FIELDS[kind]).map(([name, field]) => [name, field.absent]));

function subjectFrom(subject: CaseSubject): { kind: SubjectKind; id: string } {
  const [entry] = Object.entries(subject);
  invariant(entry, 'a subject names one record');
  return { kind: entry[0] as SubjectKind, id: entry[1] };
}

/** A mention of a record that must exist, kept until all files are read. */
export type Mention = {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly document: CaseDocument;
  readonly at: DocumentPath;
};

/** Reads the lists of one case file into rows, claims and mentions. Ids of rows in files are their slugs. */
export class CaseRows {
  readonly lists = emptyRows();
  readonly mentions: Mention[] = [];
  readonly problems: Problem[] = [];
  readonly #claims: ClaimCollector;

  constructor(claims: ClaimCollector) {
    this.#claims = claims;
  }

  read(document: CaseDocument): void {
    const content = document.content;
    this.#each(content, 'sources', (source, at) => this.#source(document, source, at));
    this.#each(content, 'organisations', (row, at) => this.#organisation(document, row, at));
    this.#each(content, 'houses', (row, at) => this.#house(document, row, at));
    this.#each(content, 'alliances', (row, at) => this.#alliance(document, row, at));
    this.#each(content, 'people', (row, at) => this.#person(document, row, at));
    this.#each(content, 'events', (row, at) => {
      row.about.forEach((subject, index) => this.#mention(subjectFrom(subject), document, [...at, 'about', index]));
      const about = row.about.map(subjectFrom);
      this.#record(document, at, 'event', this.lists.events, row, { id: row.id, slug: row.id, about });
    });
    this.#each(content, 'measures', (row, at) => {
      const of = subjectFrom(row.of);
      this.#mention(of, document, [...at, 'of']);
      this.#record(document, at, 'measure', this.lists.measures, row, {
        id: row.id,
        slug: row.id,
        of,
        quantity: row.quantity,
      });
    });
    this.#each(content, 'conditions', (row, at) => {
      const on = subjectFrom(row.on);
      this.#mention(on, document, [...at, 'on']);
      this.#record(document, at, 'condition', this.lists.conditions, row, { id: row.id, slug: row.id, on });
    });
    this.#each(content, 'workforce', (row, at) => {
      this.#mention({ kind: 'organisation', id: row.at }, document, [...at, 'at']);
      const identity = { id: row.id, slug: row.id, organisation: row.at, origin: row.origin };
      this.#record(document, at, 'workforce', this.lists.workforces, row, identity);
    });
  }

  #each<List extends Exclude<keyof CaseFile, 'case'>>(
    content: CaseFile,
    list: List,
    read: (row: NonNullable<CaseFile[List]>[number], at: DocumentPath) => void,
  ): void {
    (content[list] ?? []).forEach((row, index) => read(row, [list, index]));
  }

  #mention(subject: { kind: SubjectKind; id: string | undefined }, document: CaseDocument, at: DocumentPath): void {
    if (subject.id !== undefined) this.mentions.push({ kind: subject.kind, id: subject.id, document, at });
  }

  #record(document: CaseDocument, at: DocumentPath, kind: SubjectKind, list: unknown[], row: Row, identity: Row): void {
    list.push({ ...absentFields(kind), ...identity });
    const fields = Object.keys(FIELDS[kind]);
    this.#claims.collect(document, at, subjectOf(kind, String(identity['id'])), row, fields);
  }

  #source(document: CaseDocument, row: NonNullable<CaseFile['sources']>[number], at: DocumentPath): void {
    const stated = row.date ?? row.year;
    const date = stated === undefined ? null : EdtfDate.parse(stated);
    if (date && !date.ok) {
      for (const problem of date.problems)
        this.problems.push(document.problemAt([...at, row.date ? 'date' : 'year'], problem));
    }
    const { method, interviewees, object, time, duration, access } = row;
    const details = Object.entries({ method, interviewees, object, time, duration, access });
    const source: Source = {
      id: row.id,
      key: row.id,
      kind: row.kind,
      title: row.title,
      authors: row.authors ?? [],
      date: date?.ok ? date.value : null,
      venue: row.venue ?? null,
      doi: row.doi ?? null,
      language: row.language ?? null,
      within: row.within ?? null,
      place: row.place ?? null,
      details: Object.fromEntries(details.filter((entry): entry is [string, string] => entry[1] !== undefined)),
    };
    this.lists.sources.push(source);
    if (row.within !== undefined) this.#mention({ kind: 'source', id: row.within }, document, [...at, 'within']);
    this.#claims.collect(document, at, subjectOf('source', row.id), row, []);
  }

  #organisation(document: CaseDocument, row: NonNullable<CaseFile['organisations']>[number], at: DocumentPath): void {
    const { id } = row;
    const identity = { id, slug: id, country: row.country ?? null };
    this.#record(document, at, 'organisation', this.lists.organisations, row, identity);
    (row.names ?? []).forEach((name, index) => {
      const { text, kind, language = null, reading = null } = name;
      const naming = { id: `${id}/names/${index + 1}`, organisation: id, text, kind, language, reading };
      this.#record(document, [...at, 'names', index], 'organisation-name', this.lists.organisationNames, name, naming);
    });
    (row.resources ?? []).forEach((resource, index) => {
      const { kind, subject } = resource;
      const held = { id: `${id}/resources/${index + 1}`, alliance: null, organisation: id, kind, subject };
      this.#record(document, [...at, 'resources', index], 'resource', this.lists.resources, resource, held);
    });
  }

  #house(document: CaseDocument, row: NonNullable<CaseFile['houses']>[number], at: DocumentPath): void {
    const { id, reading = null } = row;
    this.#record(document, at, 'house', this.lists.houses, row, { id, slug: id, reading });
    (row.members ?? []).forEach((member, index) => {
      const path = [...at, 'members', index];
      this.#mention({ kind: 'organisation', id: member.organisation }, document, [...path, 'organisation']);
      const identity = { id: `${row.id}/members/${index + 1}`, house: row.id, organisation: member.organisation };
      this.#record(document, path, 'house-membership', this.lists.houseMemberships, member, identity);
    });
  }

  #alliance(document: CaseDocument, row: NonNullable<CaseFile['alliances']>[number], at: DocumentPath): void {
    const { id, venture = null, endedInto = null } = row;
    this.#mention({ kind: 'organisation', id: row.venture }, document, [...at, 'venture']);
    this.#mention({ kind: 'alliance', id: row.endedInto }, document, [...at, 'endedInto']);
    this.#record(document, at, 'alliance', this.lists.alliances, row, { id, slug: id, venture, endedInto });
    (row.members ?? []).forEach((member, index) => {
      const path = [...at, 'members', index];
      this.#mention({ kind: 'organisation', id: member.organisation }, document, [...path, 'organisation']);
      const identity = { id: `${id}/members/${index + 1}`, alliance: id, organisation: member.organisation };
      this.#record(document, path, 'membership', this.lists.memberships, member, identity);
    });
    (row.stakes ?? []).forEach((stake, index) => this.#stake(document, row, stake, [...at, 'stakes', index], index));
    (row.resources ?? []).forEach((resource, index) => {
      const { by, kind, subject } = resource;
      const path = [...at, 'resources', index];
      this.#mention({ kind: 'organisation', id: by }, document, [...path, 'by']);
      const brought = { id: `${id}/resources/${index + 1}`, alliance: id, organisation: by, kind, subject };
      this.#record(document, path, 'resource', this.lists.resources, resource, brought);
    });
    (row.domains ?? []).forEach((domain, index) => {
      const { product = null, market = null, region = null, activity = null } = domain;
      const identity = { id: `${id}/domains/${index + 1}`, alliance: id, product, market, region, activity };
      this.#record(document, [...at, 'domains', index], 'domain', this.lists.domains, domain, identity);
    });
  }

  #stake(
    document: CaseDocument,
    alliance: NonNullable<CaseFile['alliances']>[number],
    row: NonNullable<NonNullable<CaseFile['alliances']>[number]['stakes']>[number],
    at: DocumentPath,
    index: number,
  ): void {
    const issuer = row.in ?? alliance.venture;
    if (issuer === undefined || (row.holder === undefined) === (row.holders === undefined)) {
      this.problems.push(
        document.problemAt(at, {
          code: 'stake-unplaced',
          message:
            issuer === undefined ? 'The stake names no organisation whose shares it is' : 'The stake needs one holder',
          fix: 'Give the alliance a venture or the stake "in", and either "holder" (an organisation) or "holders" (words).',
        }),
      );
      return;
    }
    this.#mention({ kind: 'organisation', id: row.holder }, document, [...at, 'holder']);
    this.#mention({ kind: 'organisation', id: row.in }, document, [...at, 'in']);
    this.#record(document, at, 'stake', this.lists.stakes, row, {
      id: `${alliance.id}/stakes/${index + 1}`,
      alliance: alliance.id,
      issuer,
      holder: row.holder ?? null,
      holders: row.holders ?? null,
      holderCount: row.holderCount === undefined ? null : Number(row.holderCount),
    });
  }

  #person(document: CaseDocument, row: NonNullable<CaseFile['people']>[number], at: DocumentPath): void {
    const { id, reading = null, organisation = null, dispatchedFrom = null, dispatchedTo = null } = row;
    for (const key of ['organisation', 'dispatchedFrom', 'dispatchedTo'] as const) {
      this.#mention({ kind: 'organisation', id: row[key] }, document, [...at, key]);
    }
    const identity = { id, slug: id, reading, organisation, dispatchedFrom, dispatchedTo };
    this.#record(document, at, 'person', this.lists.people, row, identity);
  }
}
