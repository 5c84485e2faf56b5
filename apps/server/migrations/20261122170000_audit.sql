-- Audit: one chain of digests a workspace, beside the log of values. Each entry's digest covers the digest before it and its own
-- content, and the content of a change covers every line of the log that the change wrote: whatever is edited, cut out, put
-- elsewhere or added afterwards shows. Entries are written by triggers alone and never rewritten.

create table app.audit_chain (
  workspace_id uuid primary key references app.workspace (id),
  sequence bigint not null check (sequence >= 0),
  digest bytea not null check (octet_length(digest) = 32),
  -- Changes that were committed before the chain began; none in a workspace that was made after it.
  earlier bigint not null check (earlier >= 0)
);

create table app.audit_entry (
  workspace_id uuid not null references app.workspace (id),
  sequence bigint not null check (sequence > 0),
  -- JSON, kept as the text that was digested.
  content text not null,
  digest bytea not null check (octet_length(digest) = 32),
  change_set_id uuid generated always as ((content::jsonb->>'changeSet')::uuid) stored,
  primary key (workspace_id, sequence),
  unique (workspace_id, sequence, digest),
  unique (workspace_id, change_set_id),
  foreign key (workspace_id, change_set_id) references app.change_set (workspace_id, id)
);

-- The chain's head at some time, signed with a key that the database does not hold.
create table app.audit_head (
  workspace_id uuid not null references app.workspace (id),
  sequence bigint not null,
  digest bytea not null,
  key text not null check (key ~ '^[A-Za-z0-9_-]{43}$'),
  signature text not null check (signature ~ '^[A-Za-z0-9_-]{86}$'),
  signed_at timestamptz not null,
  primary key (workspace_id, sequence, key),
  foreign key (workspace_id, sequence, digest) references app.audit_entry (workspace_id, sequence, digest)
);

-- Adds an entry to the end of the workspace's chain, which others wait for until this transaction ends.
create function app.append_audit(workspace uuid, said jsonb) returns void language plpgsql as $$
declare
  head app.audit_chain;
  written text;
  covered bytea;
begin
  select * into head from app.audit_chain where workspace_id = workspace for update;
  if not found then
    insert into app.audit_chain (workspace_id, sequence, digest, earlier)
    select workspace, 0, sha256(convert_to('entente audit ' || workspace, 'UTF8')),
      (select count(*) from app.change_set
        where workspace_id = workspace and transaction <> pg_current_xact_id() and workspace_version is not null)
    returning * into head;
  end if;
  written := (jsonb_build_object('workspace', workspace, 'sequence', head.sequence + 1, 'at', now()) || said)::text;
  covered := sha256(head.digest || convert_to(written, 'UTF8'));
  insert into app.audit_entry (workspace_id, sequence, content, digest) values (workspace, head.sequence + 1, written, covered);
  update app.audit_chain set sequence = head.sequence + 1, digest = covered where workspace_id = workspace;
end
$$;

-- A change is closed when it raises its workspace's version: it is written to the audit, and stays as it is.
create function app.audit_change() returns trigger language plpgsql as $$
declare
  row_count bigint;
  row_digest bytea;
begin
  select count(*), sha256(coalesce(string_agg(sha256(convert_to(jsonb_build_array(
      table_name, row_id, record_kind, record_id, class, before, after)::text, 'UTF8')), ''::bytea order by position), ''))
    into row_count, row_digest
    from app.change where workspace_id = new.workspace_id and change_set_id = new.id;
  perform app.append_audit(new.workspace_id, jsonb_build_object(
    'action', 'change', 'actor', new.actor_id, 'actorName', (select name from app.person where id = new.actor_id),
    'changeSet', new.id, 'command', new.command, 'reason', new.reason, 'undoes', new.undoes,
    'workspaceVersion', new.workspace_version, 'rows', row_count, 'rowsDigest', encode(row_digest, 'hex')));
  return null;
end
$$;
create trigger audit_change after update of workspace_version on app.change_set for each row
  when (old.workspace_version is null and new.workspace_version is not null) execute function app.audit_change();

create function app.keep_closed() returns trigger language plpgsql as $$
begin
  raise exception 'A change that is closed stays as it is'
    using errcode = 'integrity_constraint_violation', constraint = 'change_set_closed';
end
$$;
create trigger keep_closed before update on app.change_set for each row
  when (old.workspace_version is not null) execute function app.keep_closed();

-- As before, and open only until it is closed: nothing is added to a change that the audit covers.
create or replace function app.open_change_set(workspace uuid) returns uuid language plpgsql stable as $$
declare
  found_id uuid;
begin
  select id into found_id from app.change_set
  where workspace_id = workspace
    and id = nullif(current_setting('entente.change_set', true), '')::uuid
    and transaction = pg_current_xact_id_if_assigned()
    and workspace_version is null;
  if found_id is null then
    raise exception 'The register changes only within a change set of the same transaction'
      using errcode = 'integrity_constraint_violation', constraint = 'change_needs_change_set';
  end if;
  return found_id;
end
$$;

do $$
declare
  name text;
begin
  foreach name in array array['audit_chain', 'audit_entry', 'audit_head'] loop
    execute format('alter table app.%I enable row level security', name);
    execute format('alter table app.%I force row level security', name);
    execute format('create policy read_in_workspace on app.%I for select
      using (workspace_id = (select nullif(current_setting(''entente.workspace'', true), '''')::uuid))', name);
    execute format('grant select, insert on app.%I to entente_app', name);
  end loop;
  foreach name in array array['audit_chain', 'audit_entry'] loop
    execute format('create policy written_by_triggers on app.%I for insert
      with check (workspace_id = (select nullif(current_setting(''entente.workspace'', true), '''')::uuid)
        and pg_trigger_depth() > 0)', name);
  end loop;
end
$$;
create policy grown_by_triggers on app.audit_chain for update
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid) and pg_trigger_depth() > 0);
grant update on app.audit_chain to entente_app;
create policy signed_in_workspace on app.audit_head for insert
  with check (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid));
