-- Sign-ins, and what somebody changes of how they sign in, are entries of the chain of every workspace that they are a member of.
-- The sign-in's login has no right on the schema app, and the application's none on auth: triggers write what was done here, in
-- the transaction that does it, and the application puts it into the chains before the answer leaves, or later.

create schema handover;
grant usage on schema handover to entente_auth, entente_app;

create table handover.sign_in_act (
  id uuid primary key default gen_random_uuid(),
  position bigint not null generated always as identity,
  -- Whose account it is; or who acted, where that is no account's.
  account_id uuid,
  person_id uuid,
  -- The one workspace that it concerns; null: all in which they are a member.
  workspace_id uuid,
  act text not null check (act in (
    'signed-in', 'session-ended', 'second-factor-refused', 'password-changed', 'recovery-codes-changed', 'totp-added',
    'totp-removed', 'passkey-added', 'passkey-removed', 'key-added', 'key-removed', 'provider-added',
    'provider-changed', 'provider-removed')),
  -- Ids of ours and names: no secret, no address.
  said jsonb not null default '{}',
  done_at timestamptz not null default clock_timestamp(),
  chained_at timestamptz,
  check (num_nonnulls(account_id, person_id) = 1)
);
create index sign_in_act_waiting on handover.sign_in_act (account_id, person_id) where chained_at is null;

alter table handover.sign_in_act enable row level security;
alter table handover.sign_in_act force row level security;
-- What is taken away with an account is taken away as the owner of the tables, and triggers tell it as such.
create policy told on handover.sign_in_act for insert to entente_auth, current_user with check (chained_at is null);
create policy waiting on handover.sign_in_act for select to entente_auth, current_user using (chained_at is null);
create policy never_was on handover.sign_in_act for delete to entente_auth, current_user using (chained_at is null and act = 'signed-in');
create policy of_actor on handover.sign_in_act for select to entente_app
  using (account_id::text = (select nullif(current_setting('entente.account', true), ''))
    or person_id::text = (select nullif(current_setting('entente.actor', true), '')));
create policy chained on handover.sign_in_act for update to entente_app
  using (chained_at is null and (account_id::text = (select nullif(current_setting('entente.account', true), ''))
    or person_id::text = (select nullif(current_setting('entente.actor', true), ''))))
  with check (chained_at is not null);
grant select, insert, delete on handover.sign_in_act to entente_auth;
grant select on handover.sign_in_act to entente_app;
grant update (chained_at) on handover.sign_in_act to entente_app;

-- What triggers of the sign-in tell. An account that came by a provider reaches the workspace of the provider alone.
create function auth.tell(told text, account uuid, details jsonb default '{}', workspace uuid default null) returns void
language sql
begin atomic
  insert into handover.sign_in_act (account_id, workspace_id, act, said)
  values (account, coalesce(workspace, (
    select p.workspace_id from auth.sign_on_identity i join auth.sign_on_provider p on p.id = i.provider_id
    where i.user_id = account)), told, details);
end;

create function auth.tell_session() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform auth.tell('signed-in', new.user_id, jsonb_build_object('session', new.id));
    return null;
  end if;
  -- While a second factor is awaited, the library makes a session and takes it away: nobody ever had it.
  delete from handover.sign_in_act
  where account_id = old.user_id and act = 'signed-in' and chained_at is null and said->>'session' = old.id::text;
  if not found then
    perform auth.tell('session-ended', old.user_id, jsonb_build_object('session', old.id));
  end if;
  return null;
end
$$;
create trigger tell_session after insert or delete on auth.session for each row execute function auth.tell_session();

create function auth.tell_password() returns trigger language plpgsql as $$
begin
  perform auth.tell('password-changed', new.user_id);
  return null;
end
$$;
create trigger tell_password after update on auth.account for each row
  when (old.password is distinct from new.password) execute function auth.tell_password();

create function auth.tell_second_factor() returns trigger language plpgsql as $$
begin
  perform auth.tell(case when new.two_factor_enabled then 'totp-added' else 'totp-removed' end, new.id);
  return null;
end
$$;
create trigger tell_second_factor after update on auth."user" for each row
  when (coalesce(old.two_factor_enabled, false) <> coalesce(new.two_factor_enabled, false))
  execute function auth.tell_second_factor();

-- Made anew, or one of them used up: they are enciphered, and look alike.
create function auth.tell_recovery_codes() returns trigger language plpgsql as $$
begin
  perform auth.tell('recovery-codes-changed', new.user_id);
  return null;
end
$$;
create trigger tell_recovery_codes after update on auth.two_factor for each row
  when (old.backup_codes is distinct from new.backup_codes) execute function auth.tell_recovery_codes();

create function auth.tell_passkey() returns trigger language plpgsql as $$
begin
  perform auth.tell(case tg_op when 'INSERT' then 'passkey-added' else 'passkey-removed' end, coalesce(new.user_id, old.user_id),
    jsonb_build_object('passkey', coalesce(new.id, old.id)));
  return null;
end
$$;
create trigger tell_passkey after insert or delete on auth.passkey for each row execute function auth.tell_passkey();

create function auth.tell_key() returns trigger language plpgsql as $$
declare
  key auth.api_key := case tg_op when 'INSERT' then new else old end;
begin
  perform auth.tell(case tg_op when 'INSERT' then 'key-added' else 'key-removed' end, key.user_id,
    jsonb_build_object('key', key.id, 'name', key.name, 'scopes', to_jsonb(key.scopes), 'expiresAt', key.expires_at),
    key.workspace_id);
  return null;
end
$$;
create trigger tell_key after insert or delete on auth.api_key for each row execute function auth.tell_key();

-- Providers are nobody's account's: whoever sets one up, changes it or takes it away says who they are.
create function auth.tell_provider() returns trigger language plpgsql as $$
declare
  provider auth.sign_on_provider := case tg_op when 'DELETE' then old else new end;
begin
  insert into handover.sign_in_act (person_id, workspace_id, act, said)
  values (current_setting('entente.actor')::uuid, provider.workspace_id,
    case tg_op when 'INSERT' then 'provider-added' when 'UPDATE' then 'provider-changed' else 'provider-removed' end,
    jsonb_build_object('provider', provider.id, 'name', provider.name));
  return null;
end
$$;
create trigger tell_provider after insert or update or delete on auth.sign_on_provider for each row
  execute function auth.tell_provider();

-- Into the chain of each workspace in which they are a member, in the order of ids: of two people who sign in at once, none
-- waits for the other in a circle. What a guest reads is told to the firm; where else they sign in is none of its business.
create function app.chain_sign_in_act() returns trigger language plpgsql as $$
declare
  here constant text := current_setting('entente.workspace', true);
  who app.person;
  place uuid;
begin
  select * into who from app.person where id = new.person_id or account_id = new.account_id::text;
  for place in
    select workspace_id from app.role_held
    where person_id = who.id and role <> 'guest' and (new.workspace_id is null or workspace_id = new.workspace_id)
    order by workspace_id
  loop
    perform set_config('entente.workspace', place::text, true);
    perform app.append_audit(place, new.said || jsonb_build_object(
      'action', 'sign-in', 'act', new.act, 'actor', who.id, 'actorName', who.name, 'doneAt', new.done_at));
  end loop;
  perform set_config('entente.workspace', here, true);
  return null;
end
$$;
create trigger chain_sign_in_act after update of chained_at on handover.sign_in_act for each row
  when (old.chained_at is null and new.chained_at is not null) execute function app.chain_sign_in_act();
