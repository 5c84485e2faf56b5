import { sql } from 'kysely';
import pg from 'pg';
import { type Database, type DatabaseTransaction, inWorkspace } from '../platform/database.ts';
import type { FreshDatabase } from '../platform/test-database.ts';

/** What statements of a drill name, by the ids that the world of the drill has. */
export type RoomPlaces = {
  readonly workspaceId: string;
  readonly ownerId: string;
  readonly allianceId: string;
  readonly stakeId: string;
  readonly partnerA: string;
  /** Granted to both partners; asked of each. */
  readonly both: string;
  readonly bothEdition: string;
  readonly askedOfA: string;
  readonly askedOfB: string;
  /** A health check with the first partner, open. */
  readonly checkOfA: string;
  /** An anonymous health check with the first partner that is over, its answers not opened yet. */
  readonly sealedOfA: string;
  /** Granted to Anna alone, asked of her partner, and signed by nobody yet. */
  readonly personal: string;
  readonly askedOfAnna: string;
  /** Of two editions, the second standing. */
  readonly again: string;
  readonly againEdition: string;
  /** Granted, but with an edition that is not sealed. */
  readonly halfMade: string;
  readonly halfEdition: string;
  /** Gates that Anna and Bert are asked about. */
  readonly gateOfAnna: string;
  readonly gateOfBert: string;
  readonly annaId: string;
  readonly almaId: string;
  readonly bertId: string;
};

type Step = readonly [name: string, run: (transaction: DatabaseTransaction) => Promise<unknown>];
type Asking = { readonly places: RoomPlaces; readonly self: string };

const GUEST_KEYS: Readonly<Record<string, string>> = {
  guest: 'person_id',
  publication: 'id',
  edition: 'id',
  item: 'id',
  grant: 'id',
  request: 'id',
  answer: 'id',
  signature: "request_id::text || ' ' || side",
  gate: 'id',
  gate_word: 'id',
  unnamed_rating: 'id',
  tally: 'request_id',
};

const reading = (table: string, key: string): Step => [
  `read ${table}`,
  (t) =>
    sql`select string_agg(key, ' ' order by key) as keys
      from (select (${sql.raw(key)})::text as key from ${sql.table(`room.${table}`)}) found`.execute(t),
];

const digestOf = (request: string) =>
  sql`(select decode(current_setting(${`drill.digest_${request.replaceAll('-', '')}`}), 'hex'))`;

const signing = ({ places, self }: Asking, request: string, side: string, person: string): Step => [
  `sign ${side} as ${person === self ? 'oneself' : 'another'} ${request === places.askedOfA ? 'both' : 'personal'}`,
  (t) =>
    sql`insert into room.signature (workspace_id, request_id, side, digest, person_id, person_name)
      values (${places.workspaceId}, ${request}, ${side}, ${digestOf(request)}, nullif(${person}, '')::uuid, 'x')`.execute(
      t,
    ),
];

function answering({ places, self }: Asking): readonly Step[] {
  const { workspaceId, askedOfA, askedOfB, askedOfAnna, almaId } = places;
  const drafted = [askedOfA, askedOfB, askedOfAnna].flatMap((request, nth) =>
    [self, almaId].map(
      (person): Step => [
        `draft ${nth} as ${person === self ? 'oneself' : 'Alma'}`,
        (t) =>
          sql`insert into room.answer (workspace_id, request_id, person_id, person_name, verdict)
            values (${workspaceId}, ${request}, nullif(${person}, '')::uuid, 'x', 'confirm')`.execute(t),
      ],
    ),
  );
  return [
    ...drafted,
    [
      'draft as sent',
      (t) =>
        sql`insert into room.answer (workspace_id, request_id, person_id, person_name, verdict, sent_at)
        values (${workspaceId}, ${askedOfA}, nullif(${self}, '')::uuid, 'x', 'confirm', now())`.execute(t),
    ],
    ['rewrite', (t) => sql`update room.answer set written_at = written_at`.execute(t)],
    ['send', (t) => sql`update room.answer set sent_at = now()`.execute(t)],
    ['throw away', (t) => sql`delete from room.answer`.execute(t)],
  ];
}

/** Whoever looks first has the database open the answers of an anonymous check that is over, and nobody writes them. */
function opening({ places }: Asking): readonly Step[] {
  const { workspaceId, sealedOfA, checkOfA } = places;
  return [
    ...[sealedOfA, checkOfA].map(
      (request, nth): Step => [
        `open answers ${nth}`,
        async (t) => {
          await sql`insert into room.tally (workspace_id, request_id) values (${workspaceId}, ${request})`.execute(t);
          return sql`select firm || ' and ' || partner as keys from room.tally where request_id = ${request}`.execute(
            t,
          );
        },
      ],
    ),
    [
      'write an answer of nobody',
      (t) =>
        sql`insert into room.unnamed_rating (workspace_id, id, request_id, side, dimension, score)
          values (${workspaceId}, gen_random_uuid(), ${sealedOfA}, 'partner', 'fairness', 1)`.execute(t),
    ],
  ];
}

function judging({ places, self }: Asking): readonly Step[] {
  const { workspaceId, gateOfAnna, gateOfBert, almaId } = places;
  return [gateOfAnna, gateOfBert].flatMap((gate, nth) =>
    [self, almaId].map(
      (person): Step => [
        `say of gate ${nth} as ${person === self ? 'oneself' : 'Alma'}`,
        (t) =>
          sql`insert into room.gate_word (workspace_id, gate_id, person_id, person_name, verdict, day)
            values (${workspaceId}, ${gate}, nullif(${person}, '')::uuid, 'x', 'approved', now())`.execute(t),
      ],
    ),
  );
}

/** What a guest may and may not do by the guests' login. */
function guestSteps(asking: Asking): readonly Step[] {
  const { places, self } = asking;
  const { workspaceId, both, personal, almaId, ownerId } = places;
  const telling = ([both, personal] as const).flatMap((room) =>
    [self, almaId].flatMap((person) =>
      ['null', 'now()'].map(
        (chained): Step => [
          `tell ${room === both ? 'both' : 'personal'} as ${person === self ? 'oneself' : 'Alma'} ${chained}`,
          (t) =>
            sql`insert into room.deed (workspace_id, publication_id, person_id, action, said, chained_at)
              values (${workspaceId}, ${room}, nullif(${person}, '')::uuid, 'read', '{}', ${sql.raw(chained)})`.execute(
              t,
            ),
        ],
      ),
    ),
  );
  return [
    ...Object.entries(GUEST_KEYS).map(([table, key]) => reading(table, key)),
    ...answering(asking),
    ...judging(asking),
    ...opening(asking),
    ...[places.askedOfA, places.askedOfAnna].flatMap((request) =>
      ['firm', 'partner'].flatMap((side) => [self, ownerId].map((who) => signing(asking, request, side, who))),
    ),
    ...telling,
  ];
}

/** What is made, changed and ended by those who share. */
function publishing({ places, self }: Asking): readonly Step[] {
  const {
    workspaceId: w,
    allianceId,
    stakeId,
    both,
    again,
    againEdition,
    halfMade,
    halfEdition,
    partnerA,
    bertId,
  } = places;
  const by = sql`nullif(${self}, '')::uuid`;
  return [
    [
      'publish',
      (t) =>
        sql`insert into room.publication (workspace_id, title, alliance_id, selection, made_by)
        values (${w}, 'x', ${allianceId}, '[]', ${by})`.execute(t),
    ],
    [
      'edit',
      (t) =>
        sql`insert into room.edition (workspace_id, publication_id, number, made_by)
        values (${w}, ${both}, 77, ${by})`.execute(t),
    ],
    [
      'copy',
      (t) =>
        sql`insert into room.item (workspace_id, edition_id, position, form, kind, class, record_id, record_class, payload)
        values (${w}, ${halfEdition}, 7, 'record', 'stake', 'INTERNAL', ${stakeId}, 'INTERNAL', '{}')`.execute(t),
    ],
    [
      'grant',
      (t) =>
        sql`insert into room.grant (workspace_id, publication_id, person_id, grantee_name, granted_by, expires_at)
        values (${w}, ${halfMade}, ${bertId}, 'x', ${by}, now() + interval '1 day')`.execute(t),
    ],
    [
      'ask',
      (t) =>
        sql`insert into room.request (workspace_id, publication_id, edition_id, edition_number, digest, partner_id, kind, asked_by)
        values (${w}, ${again}, ${againEdition}, 1, '', ${partnerA}, 'venture-stakes', ${by})`.execute(t),
    ],
    [
      'ask about a gate',
      (t) =>
        sql`insert into room.gate (workspace_id, publication_id, person_id, stage, stage_name, asked_by_step, asked_on)
        values (${w}, ${both}, ${bertId}, 'evaluation', '{}', 1, now())`.execute(t),
    ],
    ['ask about gates no more', (t) => sql`update room.gate set closed_at = now() where closed_at is null`.execute(t)],
    ['let stand', (t) => sql`update room.publication set edition = edition`.execute(t)],
    ['seal', (t) => sql`update room.edition set sealed_at = now() where sealed_at is null`.execute(t)],
    ['prolong', (t) => sql`update room.grant set expires_at = expires_at where withdrawn_at is null`.execute(t)],
    ['close', (t) => sql`update room.request set closed_at = now() where closed_at is null`.execute(t)],
    ['seal unseen', (t) => sql`update room.edition set sealed_at = now()`.execute(t)],
  ];
}

/** Puts what guests did into the audit; gives whom of those who published this is to be told. */
async function tellingMakers(t: DatabaseTransaction): Promise<unknown> {
  await sql`update room.deed set chained_at = now() where chained_at is null`.execute(t);
  await sql`
    select set_config('entente.workspace', '', true), set_config('entente.clockwork', 'notices', true)`.execute(t);
  return sql`select string_agg(distinct name, ', ') as keys from app.notice
    where kind = 'answered'`.execute(t);
}

/** Guests come and go by way of members; nobody writes them otherwise. */
function attending({ places, self }: Asking): readonly Step[] {
  const { workspaceId: w, annaId, partnerA } = places;
  return [
    [
      'make a guest',
      (t) =>
        sql`insert into room.guest (workspace_id, person_id, name, partner_id, partner_name)
        values (${w}, gen_random_uuid(), 'x', ${partnerA}, 'x')`.execute(t),
    ],
    ['rename guests', (t) => sql`update room.guest set name = name`.execute(t)],
    ['send Anna off', (t) => sql`update app.member set ended_at = now() where person_id = ${annaId}`.execute(t)],
    [
      'leave',
      (t) => sql`update app.member set ended_at = now() where person_id = nullif(${self}, '')::uuid`.execute(t),
    ],
    ['chain', (t) => sql`update room.deed set chained_at = now() where chained_at is null`.execute(t)],
    ['chain, and makers are told', tellingMakers],
    ['unchain', (t) => sql`update room.deed set chained_at = null where chained_at is null`.execute(t)],
  ];
}

/** People of the firm answer health checks, each for themselves. */
function rating({ places, self }: Asking): readonly Step[] {
  const { workspaceId, checkOfA, askedOfA, annaId } = places;
  const ratings = JSON.stringify([{ dimension: 'fairness', score: 3, comment: null }]);
  const drafted = [checkOfA, askedOfA].flatMap((request, nth) =>
    [self, annaId].flatMap((person) =>
      ['firm', 'partner'].map(
        (side): Step => [
          `rate ${nth} as ${person === self ? 'oneself' : 'Anna'} for the ${side}`,
          (t) =>
            sql`insert into room.answer (workspace_id, request_id, side, person_id, person_name, verdict, ratings)
              values (${workspaceId}, ${request}, ${side}, nullif(${person}, '')::uuid, 'x', 'rated', ${ratings})`.execute(
              t,
            ),
        ],
      ),
    ),
  );
  return [
    ...drafted,
    ['rate anew', (t) => sql`update room.answer set written_at = written_at`.execute(t)],
    ['send the rating', (t) => sql`update room.answer set sent_at = now()`.execute(t)],
    ['throw ratings away', (t) => sql`delete from room.answer`.execute(t)],
  ];
}

/** What a member may and may not do with rooms by the application's login. */
function memberSteps(asking: Asking): readonly Step[] {
  const { places, self } = asking;
  return [
    ...Object.entries({ ...GUEST_KEYS, deed: 'id' }).map(([table, key]) => reading(table, key)),
    ...publishing(asking),
    ...rating(asking),
    ...opening(asking),
    ...attending(asking),
    ...['firm', 'partner'].flatMap((side) =>
      [self, places.annaId].map((who) => signing(asking, places.askedOfA, side, who)),
    ),
  ];
}

/** What became of a step: what it gave, how much it touched, or why not. It leaves no trace. */
async function outcomeOf(transaction: DatabaseTransaction, run: Step[1]): Promise<string> {
  await sql`savepoint step`.execute(transaction);
  try {
    const { rows, numAffectedRows } = (await run(transaction)) as {
      readonly rows: readonly { readonly keys?: string }[];
      readonly numAffectedRows?: bigint;
    };
    return numAffectedRows === undefined ? (rows[0]?.keys ?? 'nothing') : `${numAffectedRows} touched`;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    return `${error.code ?? ''} ${error.message.replaceAll(/[0-9a-f-]{36}/g, 'ID')}`;
  } finally {
    await sql`rollback to savepoint step`.execute(transaction);
  }
}

export type Login = 'app' | 'room';
export type Somebody = { readonly name: string; readonly id: string; readonly workspaceId: string };

/** How far somebody comes by one login, a line for each thing they try. */
export async function tried(
  database: Database,
  login: Login,
  { name, id, workspaceId }: Somebody,
  places: RoomPlaces,
  digests: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const undone = new Error('undone');
  const lines: string[] = [];
  const steps = (login === 'app' ? memberSteps : guestSteps)({ places, self: id });
  await inWorkspace(database, { workspaceId, actorId: id }, async (transaction) => {
    for (const [request, digest] of digests)
      await sql`select set_config(${`drill.digest_${request.replaceAll('-', '')}`}, ${digest}, true)`.execute(
        transaction,
      );
    for (const [step, run] of steps) lines.push(`${login}, ${name}, ${step}: ${await outcomeOf(transaction, run)}`);
    throw undone;
  }).catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return lines;
}

/** The edition of a publication that stands, with its digest. */
export async function standingEdition(
  { superuser }: FreshDatabase,
  publication: string,
): Promise<{ readonly id: string; readonly digest: string }> {
  const { rows } = await sql<{ id: string; digest: string }>`
    select e.id, encode(e.digest, 'hex') as digest from room.edition e
    join room.publication p on p.id = e.publication_id and p.edition = e.number
    where p.id = ${publication}`.execute(superuser);
  return rows[0] ?? { id: '', digest: '' };
}
