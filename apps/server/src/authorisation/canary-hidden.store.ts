import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import type { WordColumn } from './canary-tokens.store.ts';

/** Whoever asks, and what is theirs to see. */
export type Seeing = {
  readonly personId: string;
  readonly email: string;
  readonly workspace: string;
  readonly rooms: readonly string[];
  readonly requests: readonly string[];
};

/** Which rows of a column hold what is hidden; null: none do. */
export type HiddenIn = (word: WordColumn) => RawBuilder<unknown> | null;

/** The product's own rows, the same in every installation. */
const COMMON = ['app.migration', 'app.record_kind', 'app.role_class', 'app.role_permission', 'app.shareable_field'];

/** The columns that the tables of the product have, as `schema.table.column`. */
export async function findColumns(superuser: Database): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`
    select c.oid::regclass::text || '.' || a.attname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace in (
      'app'::regnamespace, 'room'::regnamespace, 'auth'::regnamespace, 'handover'::regnamespace)`.execute(superuser);
  return new Set(rows.map(({ name }) => name));
}

/** Of the sign-in's tables, what is not of this account; what is of none is shown to nobody. */
function ofOtherAccounts({ table }: WordColumn, columns: ReadonlySet<string>, email: string): RawBuilder<unknown> {
  const own = sql`(select u.id from auth."user" u where u.email = ${email})`;
  if (table === 'auth."user"') return sql`t.id <> ${own}`;
  return columns.has(`${table}.user_id`) ? sql`t.user_id <> ${own}` : sql`true`;
}

type Shown = { readonly rows: RawBuilder<unknown>; readonly columns: readonly string[] };

/** The rows that a guest sees, and the columns of them that are shown; everything else of every table is hidden. */
function shownToGuest({ personId, rooms, requests }: Seeing): Readonly<Record<string, Shown>> {
  const open = sql`any (${[...rooms]}::uuid[])`;
  const asked = sql`any (${[...requests]}::uuid[])`;
  return {
    'app.person': { rows: sql`t.id = ${personId}::uuid`, columns: ['name', 'email', 'account_id'] },
    'room.guest': { rows: sql`t.person_id = ${personId}::uuid`, columns: ['name', 'email', 'partner_name'] },
    'room.publication': { rows: sql`t.id = ${open}`, columns: ['title', 'alliance_name', 'firm_name'] },
    'room.item': {
      rows: sql`t.edition_id in (select e.id from room.edition e join room.publication p
        on p.id = e.publication_id and p.edition = e.number where p.id = ${open})`,
      columns: ['payload', 'form', 'kind', 'class', 'record_class'],
    },
    'room.request': { rows: sql`t.id = ${asked} or t.kind = 'health-check'`, columns: ['kind', 'criteria'] },
    'room.answer': {
      rows: sql`t.sent_at is not null and t.request_id = ${asked}`,
      columns: ['person_name', 'side', 'words', 'ratings', 'verdict'],
    },
    'room.unnamed_rating': { rows: sql`t.request_id = ${asked}`, columns: ['side', 'dimension', 'comment'] },
    'room.gate': {
      rows: sql`t.person_id = ${personId}::uuid and t.closed_at is null and t.publication_id = ${open}`,
      columns: ['stage_name', 'words'],
    },
    'room.gate_word': {
      rows: sql`t.person_id = ${personId}::uuid and t.gate_id in (
        select g.id from room.gate g where g.closed_at is null and g.publication_id = ${open})`,
      columns: ['words', 'verdict'],
    },
    'room.signature': { rows: sql`t.request_id = ${asked}`, columns: ['person_name', 'side'] },
    // What lets the guest in.
    'app.member': { rows: sql`t.person_id = ${personId}::uuid`, columns: ['role'] },
    'app.role_held': { rows: sql`t.person_id = ${personId}::uuid`, columns: ['role'] },
  };
}

export function hiddenFromGuest(columns: ReadonlySet<string>, seeing: Seeing): HiddenIn {
  const shown = shownToGuest(seeing);
  return (word) => {
    if (COMMON.includes(word.table)) return null;
    if (word.table.startsWith('auth.')) return ofOtherAccounts(word, columns, seeing.email);
    const seen = shown[word.table];
    return seen?.columns.includes(word.column) === true ? sql`not (${seen.rows})` : sql`true`;
  };
}

/** Tables without a class whose rows a reader sees some or all of: which are hidden. */
function ruledForReader({ personId, workspace }: Seeing): Readonly<Record<string, RawBuilder<unknown> | null>> {
  const elsewhere = sql`t.workspace_id <> ${workspace}::uuid`;
  return {
    'app.workspace': sql`t.id <> ${workspace}::uuid`,
    'app.person': sql`t.id not in (select m.person_id from app.member m where m.workspace_id = ${workspace}::uuid)`,
    // What kind of record an id is of.
    'app.record': null,
    'app.member': elsewhere,
    'app.role_held': elsewhere,
    'app.custom_field': elsewhere,
    'app.domain_term': elsewhere,
    'app.view': sql`${elsewhere} or not t.shared`,
    'app.change_set': sql`not (t.classes && array['INTERNAL', 'SHAREABLE'])`,
    'app.idempotency_key': sql`t.actor_id <> ${personId}::uuid`,
    'app.invitation': sql`true`,
    'app.guest_invitation': sql`true`,
    'app.import': sql`true`,
    'app.import_mapping': sql`true`,
    'app.audit_entry': sql`true`,
    'app.audit_head': sql`true`,
    'app.clean_reading': sql`true`,
    'app.notice': sql`true`,
    'app.clean_team_rule': elsewhere,
    // Shown with its alliance.
    'app.lifecycle_step': sql`t.class = 'NEVER' or t.alliance_id in (
      select a.id from app.alliance a where a.class in ('CLEAN', 'NEVER'))`,
    'app.paper': sql`t.class = 'NEVER' or t.alliance_id in (
      select a.id from app.alliance a where a.class in ('CLEAN', 'NEVER'))`,
    'app.calendar_feed': sql`t.owner_id <> ${personId}::uuid`,
    'app.review_signature': sql`t.review_id in (select r.id from app.review r where r.class = 'NEVER')`,
    'handover.sign_in_act': sql`true`,
  };
}

/** A table of a workspace that has neither a class nor a rule here is an error: somebody decides what a reader sees of it. */
export function hiddenFromReader(columns: ReadonlySet<string>, seeing: Seeing): HiddenIn {
  const rules = ruledForReader(seeing);
  return (word) => {
    const { table } = word;
    if (COMMON.includes(table)) return null;
    // Words on gates are shown with the lifecycle.
    if (table === 'room.gate_word')
      return sql`t.gate_id in (
      select g.id from room.gate g join app.alliance a on a.id = g.alliance_id where a.class in ('CLEAN', 'NEVER'))`;
    if (table.startsWith('room.')) return sql`true`;
    if (table.startsWith('auth.')) return ofOtherAccounts(word, columns, seeing.email);
    const rule = rules[table];
    if (rule !== undefined) return rule;
    if (!columns.has(`${table}.class`))
      throw new Error(`${table} has no class, and no rule of what a reader sees of it`);
    return sql`t.class in ('CLEAN', 'NEVER')`;
  };
}
