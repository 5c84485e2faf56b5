-- Notices by e-mail: that a room was opened or published anew, that something is asked, answered or signed. Triggers write them
-- with what they tell of; the server sends them, and takes away what was sent.

alter table app.person
  -- As they last signed in; letters are written in it.
  add column language text check (language in ('en', 'ja', 'zh-Hant')),
  add column wants_notices boolean not null default true;
grant update (language, wants_notices) on app.person to entente_app;

create table app.notice (
  workspace_id uuid not null references app.workspace (id),
  id uuid not null default gen_random_uuid(),
  position bigint not null generated always as identity,
  kind text not null check (kind in ('opened', 'republished', 'asked', 'answered', 'signed')),
  publication_id uuid not null,
  -- What a letter says: no record, and nobody but whom it is for.
  title app.line not null,
  slug text not null,
  email text not null,
  name app.line not null,
  language text not null,
  attempts integer not null default 0,
  due_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, id)
);
create index notice_due on app.notice (due_at);

create function app.notify(place uuid, told text, publication uuid, people uuid[]) returns void language sql
begin atomic
  insert into app.notice (workspace_id, kind, publication_id, title, slug, email, name, language)
  select place, told, publication, p.title, w.slug, who.email, who.name, coalesce(who.language, 'en')
  from app.person who
  join room.publication p on p.workspace_id = place and p.id = publication
  join app.workspace w on w.id = place
  where who.id = any (people) and who.wants_notices and who.email is not null
    and who.id::text is distinct from nullif(current_setting('entente.actor', true), '');
end;

-- The guests to whom a grant opens a room.
create function app.guests_of(place uuid, partner uuid, person uuid) returns uuid[] language sql stable
return (select coalesce(array_agg(g.person_id), '{}') from room.guest g
  where g.workspace_id = place and g.ended_at is null and (g.partner_id = partner or g.person_id = person));

create function app.notify_grant() returns trigger language plpgsql as $$
begin
  perform app.notify(new.workspace_id, 'opened', new.publication_id,
    app.guests_of(new.workspace_id, new.partner_id, new.person_id));
  return null;
end
$$;
create trigger notify_grant after insert on room.grant for each row execute function app.notify_grant();

create function app.notify_edition() returns trigger language plpgsql as $$
declare
  held record;
  people uuid[] := '{}';
begin
  for held in select partner_id, person_id from room.grant
    where workspace_id = new.workspace_id and publication_id = new.publication_id and withdrawn_at is null
      and suspended_at is null and expires_at > clock_timestamp()
  loop
    people := people || app.guests_of(new.workspace_id, held.partner_id, held.person_id);
  end loop;
  perform app.notify(new.workspace_id, 'republished', new.publication_id, people);
  return null;
end
$$;
create trigger notify_edition after update on room.edition for each row
  when (new.number > 1 and old.sealed_at is null and new.sealed_at is not null) execute function app.notify_edition();

create function app.notify_request() returns trigger language plpgsql as $$
begin
  perform app.notify(new.workspace_id, 'asked', new.publication_id, app.guests_of(new.workspace_id, new.partner_id, null));
  return null;
end
$$;
create trigger notify_request after insert on room.request for each row execute function app.notify_request();

-- What guests do is told when it is put into the audit: their login has no right on app.
create function app.notify_deed() returns trigger language plpgsql as $$
begin
  perform app.notify(new.workspace_id, case new.action when 'answer' then 'answered' else 'signed' end, new.publication_id,
    (select array_agg(made_by) from (
      select made_by from room.publication where workspace_id = new.workspace_id and id = new.publication_id
      union select made_by from room.edition where workspace_id = new.workspace_id and publication_id = new.publication_id
    ) makers join app.role_held h
      on h.workspace_id = new.workspace_id and h.person_id = makers.made_by and h.role <> 'guest'));
  return null;
end
$$;
create trigger notify_deed after update of chained_at on room.deed for each row
  when (old.chained_at is null and new.chained_at is not null and new.action in ('answer', 'signature'))
  execute function app.notify_deed();

-- Triggers that a guest's deed sets off find who published.
create policy read_by_triggers on room.publication for select to entente_app using (pg_trigger_depth() > 0
  and workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid));
create policy read_by_triggers on room.edition for select to entente_app using (pg_trigger_depth() > 0
  and workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid));

alter table app.notice enable row level security;
alter table app.notice force row level security;
create policy written_by_triggers on app.notice for insert
  with check (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid) and pg_trigger_depth() > 0);
create policy due_to_clockwork on app.notice for select
  using ((select app.is_clockwork('notices')) and (select nullif(current_setting('entente.workspace', true), '')) is null);
create policy put_off_by_clockwork on app.notice for update
  using ((select app.is_clockwork('notices')) and (select nullif(current_setting('entente.workspace', true), '')) is null);
create policy sent_by_clockwork on app.notice for delete
  using ((select app.is_clockwork('notices')) and (select nullif(current_setting('entente.workspace', true), '')) is null);
grant select, insert, delete on app.notice to entente_app;
grant update (attempts, due_at) on app.notice to entente_app;
