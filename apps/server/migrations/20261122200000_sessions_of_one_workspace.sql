-- A session, like an API key, may be for one workspace: every other is then as if it were not there. An owner may say of a
-- member, for example a manager whom another firm dispatched, that they work here in such a session and in no other.

alter table app.member add column apart boolean not null default false;
grant update (apart) on app.member to entente_app;
alter table app.role_held add column apart boolean not null default false;

create or replace function app.hold_role() returns trigger language plpgsql as $$
begin
  if new.ended_at is not null then
    delete from app.role_held where workspace_id = new.workspace_id and person_id = new.person_id;
  else
    insert into app.role_held (workspace_id, person_id, role, clean_team, apart)
    values (new.workspace_id, new.person_id, new.role, new.clean_team, new.apart)
    on conflict (workspace_id, person_id) do update
      set role = excluded.role, clean_team = excluded.clean_team, apart = excluded.apart;
  end if;
  return null;
end
$$;

create or replace function app.judge_member() returns trigger language plpgsql as $$
begin
  if new.workspace_id <> old.workspace_id or new.person_id <> old.person_id then
    raise exception 'A membership keeps its workspace and person' using errcode = 'integrity_constraint_violation';
  end if;
  -- An owner names the clean team and makes and unmakes owners; everybody may leave it, and the workspace.
  if (new.clean_team and not old.clean_team or 'owner' in (new.role, old.role) and new.role <> old.role)
    and not app.may('owners.write') and not app.invited(new.workspace_id, new.role) then
    raise exception 'Only an owner does this' using errcode = 'insufficient_privilege';
  end if;
  if new.apart <> old.apart and not app.may('owners.write') then
    raise exception 'Only an owner does this' using errcode = 'insufficient_privilege';
  end if;
  -- The local user signs in nowhere, and guests work in rooms.
  if new.apart and not old.apart and (new.role = 'guest' or exists (
      select from app.person where id = new.person_id and account_id is null)) then
    raise exception 'Who works apart has an account' using errcode = 'integrity_constraint_violation';
  end if;
  if old.role = 'owner' and new.ended_at is not null and old.ended_at is null
    and new.person_id <> current_setting('entente.actor')::uuid and not app.may('owners.write') then
    raise exception 'Only an owner does this' using errcode = 'insufficient_privilege';
  end if;
  new.version := old.version + 1;
  return new;
end
$$;

-- Everything that asks for a role asks here, so here a session of one workspace ends.
drop policy own on app.role_held;
create policy own on app.role_held for select
  using (pg_trigger_depth() > 0
    or person_id = nullif(current_setting('entente.actor', true), '')::uuid
      and case when coalesce(current_setting('entente.only', true), '') = '' then not apart
        else workspace_id = nullif(current_setting('entente.only', true), '')::uuid end);

-- In a session that is open to all, one's own memberships tell which of them are worked in apart.
drop policy own_or_of_colleagues on app.member;
create policy own_or_of_colleagues on app.member for select
  using (person_id = nullif(current_setting('entente.actor', true), '')::uuid
      and (coalesce(current_setting('entente.only', true), '') = '' or workspace_id = nullif(current_setting('entente.only', true), '')::uuid)
    or workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
      and (select app.may('members.read'))
    or pg_trigger_depth() > 0);

drop policy made_by_actor on app.workspace;
create policy made_by_actor on app.workspace for insert
  with check (created_by = nullif(current_setting('entente.actor', true), '')::uuid
    and coalesce(current_setting('entente.only', true), '') = '');

create or replace function app.invited(workspace uuid, as_role text) returns boolean
language sql stable parallel safe
return exists (
  select from app.invitation
  where workspace_id = workspace and role = as_role
    and coalesce(nullif(current_setting('entente.only', true), '')::uuid, workspace) = workspace
    and token_digest = sha256(convert_to(nullif(current_setting('entente.invitation', true), ''), 'UTF8'))
    and accepted_at is null and withdrawn_at is null and expires_at > now());

create or replace function app.invited_as_guest(workspace uuid, partner uuid) returns boolean
language sql stable parallel safe
return exists (
  select from app.guest_invitation
  where workspace_id = workspace and partner_id = partner
    and coalesce(nullif(current_setting('entente.only', true), '')::uuid, workspace) = workspace
    and token_digest = sha256(convert_to(nullif(current_setting('entente.invitation', true), ''), 'UTF8'))
    and accepted_at is null and withdrawn_at is null and expires_at > now());

drop policy oneself on room.guest;
create policy oneself on room.guest for select to entente_room
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid) and ended_at is null
    and person_id = (select nullif(current_setting('entente.actor', true), '')::uuid)
    and (coalesce(current_setting('entente.only', true), '') = '' or workspace_id = nullif(current_setting('entente.only', true), '')::uuid));

-- Which session is for which workspace; sessions of a provider's accounts are for its workspace without a row.
create table auth.session_workspace (
  session_id uuid primary key references auth.session (id) on delete cascade,
  workspace_id uuid not null
);
-- By which name people find the provider from the page of signing in: the workspace's own, where its owner wants that.
alter table auth.sign_on_provider add column found_by text;
create index sign_on_provider_found_by on auth.sign_on_provider (found_by);
grant select, insert, update, delete on auth.session_workspace to entente_auth;

-- An invitation names who invites. Copied: who opens the link sees nobody of the workspace.
alter table app.invitation add column inviter_name app.line;
alter table app.guest_invitation add column inviter_name app.line;
alter table app.person no force row level security;
alter table app.invitation no force row level security;
alter table app.guest_invitation no force row level security;
alter table app.invitation disable trigger user;
alter table app.guest_invitation disable trigger user;
update app.invitation i set inviter_name = p.name from app.person p where p.id = i.invited_by;
update app.guest_invitation i set inviter_name = p.name from app.person p where p.id = i.invited_by;
alter table app.invitation enable trigger user;
alter table app.guest_invitation enable trigger user;
alter table app.person force row level security;
alter table app.invitation force row level security;
alter table app.guest_invitation force row level security;
alter table app.invitation alter column inviter_name set not null;
alter table app.guest_invitation alter column inviter_name set not null;

create function app.name_inviter() returns trigger language plpgsql as $$
begin
  new.inviter_name := (select name from app.person where id = new.invited_by);
  return new;
end
$$;
create trigger name_inviter before insert on app.invitation for each row execute function app.name_inviter();
create trigger name_inviter before insert on app.guest_invitation for each row execute function app.name_inviter();
