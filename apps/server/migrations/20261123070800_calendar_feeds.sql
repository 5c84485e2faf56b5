-- The calendar of a person in a workspace, at a secret address. What stands in it is read anew each time, as that person.

create table app.calendar_feed (
  workspace_id uuid not null references app.workspace (id),
  owner_id uuid not null,
  -- The address is told once; only its digest is kept.
  token_digest bytea not null check (octet_length(token_digest) = 32),
  -- What its owner holds or is named in; else of every alliance that they read.
  own_only boolean not null,
  language text not null check (language in ('en', 'ja', 'zh-Hant')),
  made_at timestamptz not null default now(),
  primary key (workspace_id, owner_id),
  unique (workspace_id, token_digest),
  -- It ends with the membership, and does not come back with it.
  foreign key (workspace_id, owner_id) references app.role_held (workspace_id, person_id) on delete cascade
);
create index calendar_feed_token on app.calendar_feed (token_digest);

-- That somebody made or withdrew one is told; one that ended with a membership is told with that.
create function app.audit_calendar_feed() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() > 1 then
    return null;
  end if;
  perform app.append_audit(coalesce(new.workspace_id, old.workspace_id), app.actor_said() || jsonb_build_object(
    'action', 'calendar-feed', 'state', case when tg_op = 'INSERT' then 'made' else 'withdrawn' end));
  return null;
end
$$;
create trigger audit_calendar_feed after insert or delete on app.calendar_feed
  for each row execute function app.audit_calendar_feed();

-- Policies ------------------------------------------------------------------------------------------------------------

-- Seen by its owner, and by whoever has its address; made and withdrawn by its owner.
alter table app.calendar_feed enable row level security;
alter table app.calendar_feed force row level security;
create policy own_or_by_address on app.calendar_feed for select
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and owner_id = (select nullif(current_setting('entente.actor', true), '')::uuid)
    or token_digest = (select sha256(convert_to(nullif(current_setting('entente.calendar', true), ''), 'UTF8'))));
create policy role_reads on app.calendar_feed as restrictive for select
  using ((select app.may('keys.write')) or token_digest = (select sha256(convert_to(nullif(current_setting('entente.calendar', true), ''), 'UTF8'))));
create policy made_by_owner on app.calendar_feed for insert
  with check (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and owner_id = (select nullif(current_setting('entente.actor', true), '')::uuid));
create policy role_adds on app.calendar_feed as restrictive for insert with check ((select app.may('keys.write')));
create policy withdrawn_by_owner on app.calendar_feed for delete
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and owner_id = (select nullif(current_setting('entente.actor', true), '')::uuid));
create policy role_removes on app.calendar_feed as restrictive for delete using ((select app.may('keys.write')));
grant select, insert, delete on app.calendar_feed to entente_app;
