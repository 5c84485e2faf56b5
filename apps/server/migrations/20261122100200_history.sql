-- History: every change to the register, written by triggers in the same transaction; nothing here is ever rewritten.

-- One command or one import.
create table app.change_set (
  workspace_id uuid not null references app.workspace (id),
  id uuid not null default gen_random_uuid(),
  position bigint generated always as identity,
  transaction xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now(),
  actor_id uuid not null references app.person (id),
  command app.line not null,
  reason app.note,
  undoes uuid,
  -- The workspace's version that this change made; set when the version grows, before commit.
  workspace_version bigint,
  primary key (workspace_id, id),
  foreign key (workspace_id, undoes) references app.change_set (workspace_id, id)
);
create index change_set_position on app.change_set (workspace_id, position);

create table app.change (
  workspace_id uuid not null references app.workspace (id),
  id uuid not null default gen_random_uuid(),
  position bigint generated always as identity,
  change_set_id uuid not null,
  table_name text not null,
  row_id uuid not null,
  -- The record whose history the row belongs to; a claim belongs to its subject.
  record_kind app.subject_kind not null,
  record_id uuid not null,
  class app.class not null,
  before jsonb,
  after jsonb,
  primary key (workspace_id, id),
  foreign key (workspace_id, change_set_id) references app.change_set (workspace_id, id),
  check (num_nonnulls(before, after) > 0)
);
create index change_of_set on app.change (workspace_id, change_set_id, position);
create index change_of_row on app.change (workspace_id, row_id, position);
create index change_of_record on app.change (workspace_id, record_id, position);

-- A write that was answered, kept so that its repetition gets the same answer.
create table app.idempotency_key (
  workspace_id uuid not null references app.workspace (id),
  actor_id uuid not null references app.person (id),
  route text not null,
  key text not null check (char_length(key) between 1 and 200),
  request_digest bytea not null,
  status integer not null,
  headers jsonb not null,
  body text not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, actor_id, route, key)
);
create index idempotency_key_age on app.idempotency_key (workspace_id, created_at);

-- A row keeps its id and workspace; its version and time follow by themselves.
create function app.touch_row() returns trigger language plpgsql as $$
begin
  if new.id <> old.id or new.workspace_id <> old.workspace_id then
    raise exception 'A row keeps its id and workspace' using errcode = 'integrity_constraint_violation';
  end if;
  new.version := old.version + 1;
  new.created_at := old.created_at;
  new.updated_at := now();
  return new;
end
$$;

create function app.register_records() returns trigger language plpgsql as $$
begin
  insert into app.record (workspace_id, id, kind) select workspace_id, id, tg_argv[0] from new_rows;
  return null;
end
$$;

create function app.unregister_records() returns trigger language plpgsql as $$
begin
  delete from app.record r using old_rows o where r.workspace_id = o.workspace_id and r.id = o.id;
  return null;
end
$$;

-- The change set that this transaction opened; a change outside one is refused.
create function app.open_change_set(workspace uuid) returns uuid language plpgsql stable as $$
declare
  found_id uuid;
begin
  select id into found_id from app.change_set
  where workspace_id = workspace
    and id = nullif(current_setting('entente.change_set', true), '')::uuid
    and transaction = pg_current_xact_id_if_assigned();
  if found_id is null then
    raise exception 'The register changes only within a change set of the same transaction'
      using errcode = 'integrity_constraint_violation', constraint = 'change_needs_change_set';
  end if;
  return found_id;
end
$$;

-- Writes one line of the log for each row of a statement. Arguments: kind of record (null: told by the row), its id's
-- column, then the columns that are derived and so left out.
create function app.log_changes() returns trigger language plpgsql as $$
declare
  derived text[] := tg_argv[2:];
  row_count bigint;
begin
  if tg_op = 'INSERT' then
    insert into app.change (workspace_id, change_set_id, table_name, row_id, record_kind, record_id, class, after)
    select (r->>'workspace_id')::uuid, app.open_change_set((r->>'workspace_id')::uuid), tg_table_name, (r->>'id')::uuid,
      coalesce(nullif(tg_argv[0], ''), r->>'subject_kind'), (r->>tg_argv[1])::uuid, r->>'class', r - derived
    from (select to_jsonb(n) as r, n.position as place from new_rows n) rows order by place;
  elsif tg_op = 'DELETE' then
    insert into app.change (workspace_id, change_set_id, table_name, row_id, record_kind, record_id, class, before)
    select (r->>'workspace_id')::uuid, app.open_change_set((r->>'workspace_id')::uuid), tg_table_name, (r->>'id')::uuid,
      coalesce(nullif(tg_argv[0], ''), r->>'subject_kind'), (r->>tg_argv[1])::uuid, r->>'class', r - derived
    from (select to_jsonb(o) as r, o.position as place from old_rows o) rows order by place;
  else
    insert into app.change (workspace_id, change_set_id, table_name, row_id, record_kind, record_id, class, before, after)
    select (r->>'workspace_id')::uuid, app.open_change_set((r->>'workspace_id')::uuid), tg_table_name, (r->>'id')::uuid,
      coalesce(nullif(tg_argv[0], ''), r->>'subject_kind'), (r->>tg_argv[1])::uuid, r->>'class', was - derived, r - derived
    from (
      select to_jsonb(n) as r, to_jsonb(o) as was, n.position as place
      from new_rows n join old_rows o on o.workspace_id = n.workspace_id and o.id = n.id
    ) rows order by place;
  end if;
  return null;
end
$$;

-- A change set that commits has raised its workspace's version.
create function app.require_new_version() returns trigger language plpgsql as $$
begin
  if not exists (
    select from app.change_set s join app.workspace w on w.id = s.workspace_id and w.version = s.workspace_version
    where s.workspace_id = new.workspace_id and s.id = new.id
  ) then
    raise exception 'A committed change raises the version of its workspace'
      using errcode = 'integrity_constraint_violation', constraint = 'change_set_raises_version';
  end if;
  return null;
end
$$;

create constraint trigger change_set_raises_version after insert on app.change_set
  deferrable initially deferred for each row execute function app.require_new_version();

-- The stakes in one organisation never exceed the whole on any day on which they certainly hold: economic and voting
-- apart, named and unnamed holders together, unknown shares and denied stakes left out. The lock makes concurrent writers take turns.
create function app.require_whole() returns trigger language plpgsql as $$
declare
  at_fault record;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'Stakes are written at READ COMMITTED, where the check after the lock sees every committed stake'
      using errcode = 'integrity_constraint_violation', constraint = 'stake_whole_isolation';
  end if;
  if new.workspace_id is distinct from nullif(current_setting('entente.workspace', true), '')::uuid then
    raise exception 'A stake is checked in the workspace it was written in'
      using errcode = 'integrity_constraint_violation', constraint = 'stake_whole_workspace';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('stakes ' || new.workspace_id || ' ' || new.issuer_id, 0));
  select start.day, sum(s.share) as economic, sum(s.voting_share) as voting into at_fault
  from (
    select distinct coalesce(lower(certain), '-infinity'::date) as day from app.stake
    where workspace_id = new.workspace_id and issuer_id = new.issuer_id and stated and not isempty(certain)
  ) start
  join app.stake s
    on s.workspace_id = new.workspace_id and s.issuer_id = new.issuer_id and s.stated and s.certain @> start.day
  group by start.day
  having sum(s.share) > 100 or sum(s.voting_share) > 100
  order by start.day limit 1;
  if found then
    raise exception 'Stakes come to more than 100 %% on %', at_fault.day
      using errcode = 'check_violation', constraint = 'stake_whole', table = 'stake', schema = 'app',
        detail = format('economic %s, voting %s', at_fault.economic, at_fault.voting);
  end if;
  return null;
end
$$;

create constraint trigger stake_whole after insert or update on app.stake
  deferrable initially deferred for each row execute function app.require_whole();
