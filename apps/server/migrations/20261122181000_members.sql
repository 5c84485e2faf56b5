-- Who may do what in a workspace. Until now a transaction was bound to a workspace and an actor; from here on the actor must
-- also hold a role there that permits what the statement does. Every policy of this file is restrictive or takes the place
-- of one that was wider: nothing that was refused before is admitted now.

create domain app.role as text check (value in (
  'owner', 'administrator', 'manager', 'contributor', 'reader', 'auditor', 'guest'));

-- The table of core/accounts, row by row; a test compares the two.
create table app.role_permission (
  role app.role not null,
  action text not null,
  primary key (role, action)
);
insert into app.role_permission (role, action)
select unnest(string_to_array(roles, ' ')), action from (values
  ('workspace.read', 'owner administrator manager contributor reader auditor'),
  ('workspace.configure', 'owner administrator'),
  ('register.read', 'owner administrator manager contributor reader auditor'),
  ('register.write', 'owner administrator manager contributor'),
  ('history.read', 'owner administrator manager contributor reader auditor'),
  ('history.undo', 'owner administrator manager contributor'),
  ('members.read', 'owner administrator manager contributor reader auditor'),
  ('members.write', 'owner administrator'),
  ('owners.write', 'owner'),
  ('sharing.read', 'owner administrator manager auditor'),
  ('sharing.publish', 'owner administrator manager'),
  ('keys.write', 'owner administrator manager contributor reader auditor'),
  ('sign-on.configure', 'owner administrator'),
  ('audit.read', 'owner administrator auditor')
) as permissions (action, roles);

-- The classes of records that a role reads; CLEAN is for the clean team alone, whatever the role.
create table app.role_class (
  role app.role not null,
  class app.class not null check (class <> 'CLEAN'),
  primary key (role, class)
);
insert into app.role_class (role, class)
select unnest(string_to_array(roles, ' ')), class from (values
  ('NEVER', 'owner administrator manager'),
  ('INTERNAL', 'owner administrator manager contributor reader auditor'),
  ('SHAREABLE', 'owner administrator manager contributor reader auditor')
) as classes (class, roles);

-- A person is the local user or has an account, which the sign-in keeps.
alter table app.person
  add column account_id text unique check (account_id <> ''),
  add column email app.line,
  add check (not (is_local and account_id is not null));

create table app.member (
  workspace_id uuid not null references app.workspace (id),
  person_id uuid not null references app.person (id),
  role app.role not null,
  -- One of the named people who read CLEAN records.
  clean_team boolean not null default false check (not clean_team or role <> 'guest'),
  -- The partner organisation that a guest is of.
  partner_id uuid,
  since timestamptz not null default now(),
  -- Members who left stay in the list of those whom history names.
  ended_at timestamptz,
  version integer not null default 1,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, partner_id) references app.organisation (workspace_id, id),
  check ((role = 'guest') = (partner_id is not null))
);
create index member_person on app.member (workspace_id, role);

-- What the policies ask: the roles that are held now, kept by triggers on app.member. A table of its own, so that no policy
-- reads the table that it protects.
create table app.role_held (
  workspace_id uuid not null,
  person_id uuid not null,
  role app.role not null,
  clean_team boolean not null,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references app.member (workspace_id, person_id)
);
create index role_held_person on app.role_held (person_id);

create table app.invitation (
  workspace_id uuid not null references app.workspace (id),
  id uuid not null default gen_random_uuid(),
  email app.line not null,
  role app.role not null check (role <> 'guest'),
  -- The link is sent once; only its digest is kept.
  token_digest bytea not null check (octet_length(token_digest) = 32),
  invited_by uuid not null references app.person (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null check (expires_at > created_at),
  accepted_by uuid references app.person (id),
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, token_digest),
  check ((accepted_by is null) = (accepted_at is null)),
  check (num_nonnulls(accepted_at, withdrawn_at) <= 1)
);
create index invitation_token on app.invitation (token_digest);

-- Whether the actor of this transaction may do this in its workspace, by role and, for an API key, within its scopes.
create function app.may(wanted text) returns boolean
language sql stable parallel safe
return exists (
    select from app.role_held h join app.role_permission p on p.role = h.role
    where h.workspace_id = nullif(current_setting('entente.workspace', true), '')::uuid
      and h.person_id = nullif(current_setting('entente.actor', true), '')::uuid
      and p.action = wanted)
  and (coalesce(current_setting('entente.scopes', true), '') = ''
    or wanted = any (string_to_array(current_setting('entente.scopes', true), ' ')));

-- The classes of records that the actor reads in this workspace.
create function app.readable_classes() returns text[]
language sql stable parallel safe
return (
  select array_agg(c.class::text) from app.role_held h
  join lateral (
    select class from app.role_class r where r.role = h.role
    union all select 'CLEAN' where h.clean_team
  ) c on true
  where h.workspace_id = nullif(current_setting('entente.workspace', true), '')::uuid
    and h.person_id = nullif(current_setting('entente.actor', true), '')::uuid);

-- The invitation whose link the request carries, or none.
create function app.invited(workspace uuid, as_role text) returns boolean
language sql stable parallel safe
return exists (
  select from app.invitation
  where workspace_id = workspace and role = as_role
    and token_digest = sha256(convert_to(nullif(current_setting('entente.invitation', true), ''), 'UTF8'))
    and accepted_at is null and withdrawn_at is null and expires_at > now());

-- Members -----------------------------------------------------------------------------------------------------------

create function app.hold_role() returns trigger language plpgsql as $$
begin
  if new.ended_at is not null then
    delete from app.role_held where workspace_id = new.workspace_id and person_id = new.person_id;
  else
    insert into app.role_held (workspace_id, person_id, role, clean_team)
    values (new.workspace_id, new.person_id, new.role, new.clean_team)
    on conflict (workspace_id, person_id) do update set role = excluded.role, clean_team = excluded.clean_team;
  end if;
  return null;
end
$$;
create trigger hold_role after insert or update on app.member for each row execute function app.hold_role();

-- What was there before belongs to the person who made it. The owner of the tables reads past policies that are not forced.
alter table app.workspace no force row level security;
insert into app.member (workspace_id, person_id, role, clean_team, since)
select id, created_by, 'owner', true, created_at from app.workspace;
alter table app.workspace force row level security;

create function app.judge_member() returns trigger language plpgsql as $$
begin
  if new.workspace_id <> old.workspace_id or new.person_id <> old.person_id then
    raise exception 'A membership keeps its workspace and person' using errcode = 'integrity_constraint_violation';
  end if;
  -- An owner names the clean team and makes and unmakes owners; everybody may leave it, and the workspace.
  if (new.clean_team and not old.clean_team or 'owner' in (new.role, old.role) and new.role <> old.role)
    and not app.may('owners.write') and not app.invited(new.workspace_id, new.role) then
    raise exception 'Only an owner does this' using errcode = 'insufficient_privilege';
  end if;
  if old.role = 'owner' and new.ended_at is not null and old.ended_at is null
    and new.person_id <> current_setting('entente.actor')::uuid and not app.may('owners.write') then
    raise exception 'Only an owner does this' using errcode = 'insufficient_privilege';
  end if;
  new.version := old.version + 1;
  return new;
end
$$;
create trigger judge_member before update on app.member for each row execute function app.judge_member();

create function app.keep_an_owner() returns trigger language plpgsql as $$
begin
  -- Two owners who leave at once take turns at the workspace's row.
  perform from app.workspace where id = old.workspace_id for no key update;
  if not exists (select from app.member where workspace_id = old.workspace_id and role = 'owner' and ended_at is null) then
    raise exception 'A workspace has an owner'
      using errcode = 'integrity_constraint_violation', constraint = 'workspace_needs_owner';
  end if;
  return null;
end
$$;
-- Triggers of one event run in the order of their names: this one while the leaving owner still holds the role.
create trigger a_keep_an_owner after update on app.member for each row
  when (old.role = 'owner' and old.ended_at is null and (new.role <> 'owner' or new.ended_at is not null))
  execute function app.keep_an_owner();

-- Whoever makes a workspace owns it and is the first of its clean team.
create function app.found_workspace() returns trigger language plpgsql as $$
begin
  insert into app.member (workspace_id, person_id, role, clean_team) values (new.id, new.created_by, 'owner', true);
  return null;
end
$$;
create trigger found_workspace after insert on app.workspace for each row execute function app.found_workspace();

create function app.judge_workspace() returns trigger language plpgsql as $$
begin
  if (new.slug, new.name, new.default_population) is distinct from (old.slug, old.name, old.default_population)
    and not app.may('workspace.configure') then
    raise exception 'Only an administrator arranges a workspace' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger judge_workspace before update on app.workspace for each row execute function app.judge_workspace();

-- Grants are part of the audit.
create function app.audit_member() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.person_id = (select created_by from app.workspace where id = new.workspace_id)
    and pg_trigger_depth() > 1 then
    return null;
  end if;
  perform app.append_audit(new.workspace_id, jsonb_build_object(
    'action', 'member', 'actor', nullif(current_setting('entente.actor', true), '')::uuid,
    'actorName', (select name from app.person where id = nullif(current_setting('entente.actor', true), '')::uuid),
    'person', new.person_id, 'personName', (select name from app.person where id = new.person_id),
    'role', new.role, 'cleanTeam', new.clean_team, 'ended', new.ended_at is not null));
  return null;
end
$$;
create trigger audit_member after insert or update on app.member for each row execute function app.audit_member();

create function app.audit_invitation() returns trigger language plpgsql as $$
begin
  perform app.append_audit(new.workspace_id, jsonb_build_object(
    'action', 'invitation', 'actor', nullif(current_setting('entente.actor', true), '')::uuid,
    'actorName', (select name from app.person where id = nullif(current_setting('entente.actor', true), '')::uuid),
    'invitation', new.id, 'email', new.email, 'role', new.role,
    'state', case when new.accepted_at is not null then 'accepted'
      when new.withdrawn_at is not null then 'withdrawn' else 'sent' end));
  return null;
end
$$;
create trigger audit_invitation after insert or update on app.invitation for each row
  execute function app.audit_invitation();

-- Policies ----------------------------------------------------------------------------------------------------------

create policy known_permissions on app.role_permission for select using (true);
create policy known_classes on app.role_class for select using (true);

create policy own on app.role_held for select
  using (person_id = nullif(current_setting('entente.actor', true), '')::uuid or pg_trigger_depth() > 0);
create policy held_by_triggers on app.role_held for insert
  with check (workspace_id is not null and nullif(current_setting('entente.actor', true), '') is not null
    and pg_trigger_depth() > 0);
create policy changed_by_triggers on app.role_held for update
  using (nullif(current_setting('entente.actor', true), '') is not null and pg_trigger_depth() > 0);
create policy ended_by_triggers on app.role_held for delete
  using (nullif(current_setting('entente.actor', true), '') is not null and pg_trigger_depth() > 0);

create policy own_or_of_colleagues on app.member for select
  using (person_id = nullif(current_setting('entente.actor', true), '')::uuid
    or workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
      and (select app.may('members.read'))
    or pg_trigger_depth() > 0);
create policy founded_or_invited on app.member for insert
  with check (pg_trigger_depth() > 0 and person_id = nullif(current_setting('entente.actor', true), '')::uuid
    or workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
      and person_id = nullif(current_setting('entente.actor', true), '')::uuid
      and not clean_team and app.invited(workspace_id, role));
create policy managed_or_left on app.member for update
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and ((select app.may('members.write'))
      or person_id = nullif(current_setting('entente.actor', true), '')::uuid
        and (ended_at is null or app.invited(workspace_id, role))))
  with check (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and ((select app.may('members.write'))
      or person_id = nullif(current_setting('entente.actor', true), '')::uuid
        and (ended_at is not null or not clean_team and app.invited(workspace_id, role))));

create policy of_colleagues_or_by_link on app.invitation for select
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
      and (select app.may('members.read'))
    or token_digest = (select sha256(convert_to(nullif(current_setting('entente.invitation', true), ''), 'UTF8'))));
create policy sent_by_administrators on app.invitation for insert
  with check (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and invited_by = nullif(current_setting('entente.actor', true), '')::uuid
    and accepted_at is null and withdrawn_at is null
    and (select app.may('members.write')) and (role <> 'owner' or (select app.may('owners.write'))));
create policy withdrawn_or_accepted on app.invitation for update
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and ((select app.may('members.write'))
      or token_digest = (select sha256(convert_to(nullif(current_setting('entente.invitation', true), ''), 'UTF8')))))
  with check (accepted_by is null and (select app.may('members.write'))
    or accepted_by = nullif(current_setting('entente.actor', true), '')::uuid);

-- A workspace is seen by those who hold a role in it, by whoever is just making it, and by those whom a link invites.
drop policy own_or_at_hand on app.workspace;
create policy held_or_being_made on app.workspace for select
  using (id in (select h.workspace_id from app.role_held h
      where h.person_id = nullif(current_setting('entente.actor', true), '')::uuid and h.role <> 'guest')
    or created_by = nullif(current_setting('entente.actor', true), '')::uuid and created_at = now()
    or id in (select i.workspace_id from app.invitation i
      where i.token_digest = sha256(convert_to(nullif(current_setting('entente.invitation', true), ''), 'UTF8')))
    or pg_trigger_depth() > 0 and id = nullif(current_setting('entente.workspace', true), '')::uuid);
create policy role_changes on app.workspace as restrictive for update
  using ((select app.may('register.write')) or (select app.may('workspace.configure')));

-- People see themselves, those of the workspace at hand, and the local user.
drop policy local_or_self on app.person;
create policy self_or_colleague on app.person for select
  using (is_local or id = nullif(current_setting('entente.actor', true), '')::uuid
    or account_id = nullif(current_setting('entente.account', true), '')
    or id in (select m.person_id from app.member m));
create policy made_by_account on app.person for insert
  with check (not is_local and account_id = nullif(current_setting('entente.account', true), '')
    and nullif(current_setting('entente.actor', true), '') is null);
create policy self_changed on app.person for update
  using (account_id = nullif(current_setting('entente.account', true), '')
    and coalesce(current_setting('entente.actor', true), '') is not null);

-- Every table of a workspace, with the action that reads it and the one that writes it.
do $$
declare
  t record;
begin
  for t in
    select c.relname as name,
      case
        when c.relname in ('change', 'change_set') then 'history.read'
        when c.relname in ('audit_chain', 'audit_entry', 'audit_head') then 'audit.read'
        when c.relname in ('import', 'import_mapping', 'stake_judgement') then 'register.write'
        else 'register.read'
      end as reading,
      case
        when c.relname = 'custom_field' then 'workspace.configure'
        when c.relname = 'view' then 'register.read'
        when c.relname = 'audit_head' then 'audit.read'
        else 'register.write'
      end as writing
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and a.attnum > 0
    where c.relnamespace = 'app'::regnamespace and c.relkind = 'r'
      and c.relname not in ('member', 'role_held', 'invitation', 'idempotency_key')
  loop
    if t.name like 'audit%' or t.name = 'change_set' then
      -- The chain is written by triggers, whoever it is whose change it tells.
      execute format('create policy role_reads on app.%I as restrictive for select using (pg_trigger_depth() > 0 or (select app.may(%L)))', t.name, t.reading);
    else
      execute format('create policy role_reads on app.%I as restrictive for select using ((select app.may(%L)))', t.name, t.reading);
    end if;
    if t.name in ('audit_chain', 'audit_entry') then continue; end if;
    execute format('create policy role_adds on app.%I as restrictive for insert with check ((select app.may(%L)))', t.name, t.writing);
    if has_any_column_privilege('entente_app', format('app.%I', t.name), 'update') then
      execute format('create policy role_changes on app.%I as restrictive for update using ((select app.may(%L)))', t.name, t.writing);
    end if;
    if has_table_privilege('entente_app', format('app.%I', t.name), 'delete') then
      execute format('create policy role_removes on app.%I as restrictive for delete using ((select app.may(%L)))', t.name, t.writing);
    end if;
  end loop;
  for t in
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'class' and a.attnum > 0
    where c.relnamespace = 'app'::regnamespace and c.relkind = 'r'
      and c.relname not in ('record_kind', 'role_class')
  loop
    execute format('create policy class_reads on app.%I as restrictive using (class::text = any ((select app.readable_classes())::text[]))', t.name);
  end loop;
end
$$;

-- A shared view is shown to everybody who reads the register: sharing one takes the right to write.
create policy sharing_adds on app.view as restrictive for insert with check (not shared or (select app.may('register.write')));
create policy sharing_changes on app.view as restrictive for update
  using (true) with check (not shared or (select app.may('register.write')));

do $$
declare
  name text;
begin
  foreach name in array array['role_permission', 'role_class', 'member', 'role_held', 'invitation'] loop
    execute format('alter table app.%I enable row level security', name);
    execute format('alter table app.%I force row level security', name);
  end loop;
end
$$;
grant select on app.role_permission, app.role_class to entente_app;
grant select, insert, update, delete on app.role_held to entente_app;
grant select, insert on app.member, app.invitation to entente_app;
grant update (role, clean_team, ended_at) on app.member to entente_app;
grant update (accepted_by, accepted_at, withdrawn_at) on app.invitation to entente_app;
grant insert (name, account_id, email), update (name, email) on app.person to entente_app;

-- What a search and a count ask of every record stands in one narrow index, its class included.
do $$
declare
  t record;
begin
  for t in
    select * from (values
      ('organisation', 'id'), ('alliance', 'id'), ('house', 'id'), ('person_record', 'id'), ('event', 'id'), ('source', 'id'),
      ('organisation_name', 'organisation_id')
    ) as tables (name, found)
  loop
    execute format('drop index app.%I', t.name || '_search');
    execute format('create index %I on app.%I (workspace_id) include (search, %I, class)', t.name || '_search', t.name, t.found);
  end loop;
end
$$;
