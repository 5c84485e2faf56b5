-- Partner rooms: editions of chosen records, published to partners until a day. Guests read copies in the schema room, as
-- entente_room, which has no right on a live table; what they do there is told to the audit by way of room.deed.

-- What of a record may be published: no notes, no classes, no claims, no ids. A test compares it with core/accounts.
create table app.shareable_field (
  kind text not null references app.record_kind (kind),
  field text not null,
  primary key (kind, field)
);
insert into app.shareable_field (kind, field)
select kind, unnest(string_to_array(fields, ' ')) from (values
  ('alliance', 'name form venture start end ending'),
  ('organisation', 'name kind country place founded closed'),
  ('membership', 'organisation role from to'),
  ('stake', 'issuer holder holders holderCount share votingShare from to'),
  ('resource', 'organisation kind subject property from to'),
  ('domain', 'product market region activity from to'),
  ('event', 'date title kind'),
  ('measure', 'of quantity bound value unit date item scope status')
) as fields (kind, fields);
alter table app.shareable_field enable row level security;
alter table app.shareable_field force row level security;
create policy known_fields on app.shareable_field for select using (true);
grant select on app.shareable_field to entente_app;

-- Guests ------------------------------------------------------------------------------------------------------------

create table app.guest_invitation (
  workspace_id uuid not null references app.workspace (id),
  id uuid not null default gen_random_uuid(),
  email app.line not null,
  partner_id uuid not null,
  -- Copied: who accepts reads no live table.
  partner_name app.line not null,
  firm_name app.line not null,
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
  foreign key (workspace_id, partner_id) references app.organisation (workspace_id, id),
  check ((accepted_by is null) = (accepted_at is null)),
  check (num_nonnulls(accepted_at, withdrawn_at) <= 1)
);
create index guest_invitation_token on app.guest_invitation (token_digest);

create function app.judge_guest_invitation() returns trigger language plpgsql as $$
begin
  new.partner_name := (select coalesce(name, slug) from app.organisation
    where workspace_id = new.workspace_id and id = new.partner_id and class in ('INTERNAL', 'SHAREABLE'));
  new.firm_name := (select name from app.workspace where id = new.workspace_id);
  return new;
end
$$;
create trigger judge_guest_invitation before insert on app.guest_invitation
  for each row execute function app.judge_guest_invitation();

-- The invitation as a guest of this partner whose link the request carries, or none.
create function app.invited_as_guest(workspace uuid, partner uuid) returns boolean
language sql stable parallel safe
return exists (
  select from app.guest_invitation
  where workspace_id = workspace and partner_id = partner
    and token_digest = sha256(convert_to(nullif(current_setting('entente.invitation', true), ''), 'UTF8'))
    and accepted_at is null and withdrawn_at is null and expires_at > now());

alter table app.guest_invitation enable row level security;
alter table app.guest_invitation force row level security;
create policy of_sharers_or_by_link on app.guest_invitation for select
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
      and (select app.may('sharing.read'))
    or token_digest = (select sha256(convert_to(nullif(current_setting('entente.invitation', true), ''), 'UTF8'))));
create policy sent_by_sharers on app.guest_invitation for insert
  with check (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and invited_by = nullif(current_setting('entente.actor', true), '')::uuid
    and accepted_at is null and withdrawn_at is null and (select app.may('sharing.publish')));
create policy withdrawn_or_accepted on app.guest_invitation for update
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and ((select app.may('sharing.publish'))
      or token_digest = (select sha256(convert_to(nullif(current_setting('entente.invitation', true), ''), 'UTF8')))))
  with check (accepted_by is null and (select app.may('sharing.publish'))
    or accepted_by = nullif(current_setting('entente.actor', true), '')::uuid);
grant select, insert on app.guest_invitation to entente_app;
grant update (accepted_by, accepted_at, withdrawn_at) on app.guest_invitation to entente_app;
grant update (partner_id) on app.member to entente_app;

-- Guests are sent off by those who share, and join by a link; beside what members.sql says of members.
create policy guests_invited on app.member for insert
  with check (role = 'guest' and workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and person_id = nullif(current_setting('entente.actor', true), '')::uuid
    and not clean_team and app.invited_as_guest(workspace_id, partner_id));
create policy guests_ended_or_back on app.member for update
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and (role = 'guest' and (select app.may('sharing.publish'))
      or ended_at is not null and person_id = nullif(current_setting('entente.actor', true), '')::uuid))
  with check (role = 'guest' and workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and (ended_at is not null and (select app.may('sharing.publish'))
      or person_id = nullif(current_setting('entente.actor', true), '')::uuid
        and not clean_team and app.invited_as_guest(workspace_id, partner_id)));

-- A guest of one partner never becomes one of another without a link to that one.
create function app.keep_partner() returns trigger language plpgsql as $$
begin
  if new.partner_id is not null and not app.invited_as_guest(new.workspace_id, new.partner_id) then
    raise exception 'A guest joins by invitation' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger keep_partner before update on app.member for each row
  when (new.partner_id is distinct from old.partner_id) execute function app.keep_partner();

create table room.guest (
  workspace_id uuid not null,
  person_id uuid not null,
  name app.line not null,
  email text,
  partner_id uuid not null,
  partner_name app.line not null,
  since timestamptz not null default now(),
  ended_at timestamptz,
  primary key (workspace_id, person_id)
);
create index guest_partner on room.guest (workspace_id, partner_id);

create function app.keep_guest() returns trigger language plpgsql as $$
begin
  if new.role <> 'guest' then
    update room.guest set ended_at = now()
    where workspace_id = new.workspace_id and person_id = new.person_id and ended_at is null;
    return null;
  end if;
  insert into room.guest (workspace_id, person_id, name, email, partner_id, partner_name, ended_at)
  select new.workspace_id, new.person_id, p.name, p.email, new.partner_id,
    coalesce(
      (select coalesce(name, slug) from app.organisation where workspace_id = new.workspace_id and id = new.partner_id),
      (select partner_name from app.guest_invitation
        where workspace_id = new.workspace_id and partner_id = new.partner_id order by created_at desc limit 1),
      (select partner_name from room.guest where workspace_id = new.workspace_id and person_id = new.person_id)),
    new.ended_at
  from app.person p where p.id = new.person_id
  on conflict (workspace_id, person_id) do update
    set name = excluded.name, email = excluded.email, partner_id = excluded.partner_id,
      partner_name = excluded.partner_name, ended_at = excluded.ended_at;
  return null;
end
$$;
create trigger keep_guest after insert or update on app.member for each row
  when (new.role = 'guest' or new.ended_at is null) execute function app.keep_guest();

-- What is published --------------------------------------------------------------------------------------------------

create table room.publication (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  title app.line not null,
  -- Of which alliance; no reference, so that what was published outlives the record.
  alliance_id uuid not null,
  alliance_name app.line not null,
  firm_name app.line not null,
  -- The kinds and fields that were chosen; a kind without fields is counted.
  selection jsonb not null,
  -- The number of the edition that stands; null until one does.
  edition integer,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  primary key (workspace_id, id)
);

create function app.judge_publication() returns trigger language plpgsql as $$
begin
  -- Named as they are, whatever the statement says.
  new.alliance_name := (select coalesce(name, slug) from app.alliance
    where workspace_id = new.workspace_id and id = new.alliance_id and class in ('INTERNAL', 'SHAREABLE'));
  new.firm_name := (select name from app.workspace where id = new.workspace_id);
  new.edition := null;
  if new.alliance_name is null then
    raise exception 'This alliance cannot be published'
      using errcode = 'check_violation', constraint = 'item_shareable';
  end if;
  return new;
end
$$;
create trigger judge_publication before insert on room.publication for each row execute function app.judge_publication();

create table room.edition (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  publication_id uuid not null,
  number integer not null check (number > 0),
  made_by uuid not null,
  -- From then on nothing of it changes, and its digest covers all of it.
  sealed_at timestamptz,
  digest bytea check (octet_length(digest) = 32),
  primary key (workspace_id, id),
  unique (workspace_id, publication_id, number),
  unique (workspace_id, id, publication_id),
  foreign key (workspace_id, publication_id) references room.publication (workspace_id, id),
  check ((sealed_at is null) = (digest is null))
);

-- Nothing was published to the table of the first migration.
drop table room.item;
create table room.item (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  position integer not null,
  -- A record, a record that others only name, or the number of records of the kind.
  form text not null check (form in ('record', 'name', 'count')),
  kind text not null,
  class text not null check (class <> 'NEVER'),
  -- Of the copied record: which it is, and its own class by then.
  record_id uuid,
  record_class text check (record_class in ('INTERNAL', 'SHAREABLE')),
  payload jsonb not null check (jsonb_typeof(payload) = 'object'),
  primary key (workspace_id, id),
  unique (workspace_id, edition_id, position),
  foreign key (workspace_id, edition_id) references room.edition (workspace_id, id),
  foreign key (kind, class) references app.record_kind (kind, class),
  check ((form = 'count') = (record_id is null) and (form = 'count') = (record_class is null))
);

create function app.judge_item() returns trigger language plpgsql as $$
declare
  strange text;
begin
  if (select sealed_at from room.edition where workspace_id = new.workspace_id and id = new.edition_id) is not null then
    raise exception 'An edition that is sealed stays as it is'
      using errcode = 'integrity_constraint_violation', constraint = 'edition_sealed';
  end if;
  select given into strange from jsonb_object_keys(new.payload) as keys (given)
  where case new.form
    when 'count' then given <> 'count'
    when 'name' then given <> 'name'
    else given not in (select field from app.shareable_field where kind = new.kind) end
  limit 1;
  if strange is not null or not exists (select from app.shareable_field s where s.kind = new.kind) then
    raise exception 'Not to be published: % of %', strange, new.kind
      using errcode = 'check_violation', constraint = 'item_fields';
  end if;
  if new.form <> 'count' then
    -- The class of the record itself, whatever the statement says; a record that the publisher does not see has none.
    execute format('select class from app.%I where workspace_id = $1 and id = $2', new.kind)
      into new.record_class using new.workspace_id, new.record_id;
    if new.record_class is null or new.record_class not in ('INTERNAL', 'SHAREABLE') then
      raise exception 'A record of this class is not published'
        using errcode = 'check_violation', constraint = 'item_shareable';
    end if;
  end if;
  return new;
end
$$;
create trigger judge_item before insert or update on room.item for each row execute function app.judge_item();

create function app.seal_edition() returns trigger language plpgsql as $$
begin
  if old.sealed_at is not null then
    raise exception 'An edition that is sealed stays as it is'
      using errcode = 'integrity_constraint_violation', constraint = 'edition_sealed';
  end if;
  new.sealed_at := clock_timestamp();
  new.digest := (select sha256(convert_to('entente edition ' || new.id || ' ' || new.number, 'UTF8') || coalesce(
      string_agg(sha256(convert_to(jsonb_build_array(form, kind, id, payload)::text, 'UTF8')), ''::bytea order by position), ''))
    from room.item where workspace_id = new.workspace_id and edition_id = new.id);
  return new;
end
$$;
create trigger seal_edition before update on room.edition for each row execute function app.seal_edition();

create function app.actor_said() returns jsonb language sql stable
return jsonb_build_object(
  'actor', nullif(current_setting('entente.actor', true), '')::uuid,
  'actorName', (select name from app.person where id = nullif(current_setting('entente.actor', true), '')::uuid));

create function app.stand_edition() returns trigger language plpgsql as $$
begin
  update room.publication set edition = new.number where workspace_id = new.workspace_id and id = new.publication_id;
  perform app.append_audit(new.workspace_id, app.actor_said() || jsonb_build_object(
    'action', 'publication', 'publication', new.publication_id, 'edition', new.number,
    'editionDigest', encode(new.digest, 'hex'),
    'title', (select title from room.publication where workspace_id = new.workspace_id and id = new.publication_id)));
  return null;
end
$$;
create trigger stand_edition after update on room.edition for each row execute function app.stand_edition();

-- To whom, and until when -----------------------------------------------------------------------------------------------

create table room.grant (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  publication_id uuid not null,
  -- Everybody of a partner organisation, or one guest.
  partner_id uuid,
  person_id uuid,
  grantee_name app.line not null,
  granted_by uuid not null,
  granted_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  withdrawn_at timestamptz,
  -- A restored backup suspends every grant until an owner confirms it.
  suspended_at timestamptz,
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, publication_id) references room.publication (workspace_id, id),
  check (num_nonnulls(partner_id, person_id) = 1)
);
create unique index grant_once_a_partner on room.grant (workspace_id, publication_id, partner_id) where withdrawn_at is null;
create unique index grant_once_a_person on room.grant (workspace_id, publication_id, person_id) where withdrawn_at is null;

create function app.judge_grant() returns trigger language plpgsql as $$
begin
  if new.expires_at is distinct from (case when tg_op = 'UPDATE' then old.expires_at end)
    and (new.expires_at <= clock_timestamp() or new.expires_at > clock_timestamp() + interval '2 years 1 day') then
    raise exception 'A grant ends within two years'
      using errcode = 'check_violation', constraint = 'grant_within_two_years';
  end if;
  if tg_op = 'INSERT' then
    new.grantee_name := case when new.partner_id is not null
      then (select coalesce(name, slug) from app.organisation
        where workspace_id = new.workspace_id and id = new.partner_id and class in ('INTERNAL', 'SHAREABLE'))
      else (select name || ' (' || partner_name || ')' from room.guest
        where workspace_id = new.workspace_id and person_id = new.person_id and ended_at is null) end;
    return new;
  end if;
  if old.withdrawn_at is not null then
    raise exception 'What is withdrawn stays withdrawn'
      using errcode = 'integrity_constraint_violation', constraint = 'grant_withdrawn';
  end if;
  if old.suspended_at is not null and new.suspended_at is null and not app.may('owners.write') then
    raise exception 'Only an owner does this' using errcode = 'insufficient_privilege';
  end if;
  new.version := old.version + 1;
  return new;
end
$$;
create trigger judge_grant before insert or update on room.grant for each row execute function app.judge_grant();

create function app.audit_grant() returns trigger language plpgsql as $$
begin
  perform app.append_audit(new.workspace_id, app.actor_said() || jsonb_build_object(
    'action', 'grant', 'grant', new.id, 'publication', new.publication_id, 'grantee', coalesce(new.partner_id, new.person_id),
    'granteeName', new.grantee_name, 'expiresAt', new.expires_at,
    'state', case when new.withdrawn_at is not null then 'withdrawn' when new.suspended_at is not null then 'suspended'
      else 'granted' end));
  return null;
end
$$;
create trigger audit_grant after insert or update on room.grant for each row execute function app.audit_grant();

create function app.audit_guest_invitation() returns trigger language plpgsql as $$
begin
  perform app.append_audit(new.workspace_id, app.actor_said() || jsonb_build_object(
    'action', 'invitation', 'invitation', new.id, 'email', new.email, 'role', 'guest', 'partnerName', new.partner_name,
    'state', case when new.accepted_at is not null then 'accepted'
      when new.withdrawn_at is not null then 'withdrawn' else 'sent' end));
  return null;
end
$$;
create trigger audit_guest_invitation after insert or update on app.guest_invitation for each row
  execute function app.audit_guest_invitation();

-- Work of two sides --------------------------------------------------------------------------------------------------

-- What a partner is asked about an edition. Later kinds of requests join by widening the domain.
create domain room.request_kind as text check (value in ('venture-stakes'));

create table room.request (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  publication_id uuid not null,
  edition_id uuid not null,
  -- Copied from the edition, and known when another stands.
  edition_number integer not null,
  digest bytea not null,
  partner_id uuid not null,
  kind room.request_kind not null,
  asked_by uuid not null,
  asked_at timestamptz not null default clock_timestamp(),
  closed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, edition_id, publication_id) references room.edition (workspace_id, id, publication_id)
);
create unique index request_open_once on room.request (workspace_id, edition_id, partner_id, kind) where closed_at is null;

create table room.answer (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  request_id uuid not null,
  person_id uuid not null,
  person_name app.line not null,
  verdict text not null check (verdict in ('confirm', 'comment')),
  words app.note,
  written_at timestamptz not null default clock_timestamp(),
  -- Until then it is a draft, which its writer alone sees.
  sent_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, request_id) references room.request (workspace_id, id),
  check (verdict = 'confirm' or words is not null)
);
create unique index answer_one_draft on room.answer (workspace_id, request_id, person_id) where sent_at is null;

create table room.signature (
  workspace_id uuid not null,
  request_id uuid not null,
  side text not null check (side in ('firm', 'partner')),
  digest bytea not null,
  person_id uuid not null,
  person_name app.line not null,
  signed_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, request_id, side),
  foreign key (workspace_id, request_id) references room.request (workspace_id, id)
);

-- What guests did, written with it in one transaction and put into the audit afterwards: guests have no right on the chain.
create table room.deed (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  position bigint not null generated always as identity,
  publication_id uuid not null,
  person_id uuid not null,
  action text not null check (action in ('read', 'answer', 'signature')),
  said jsonb not null,
  done_at timestamptz not null default clock_timestamp(),
  chained_at timestamptz,
  primary key (workspace_id, id)
);
create index deed_waiting on room.deed (workspace_id, person_id) where chained_at is null;
create index deed_publication on room.deed (workspace_id, publication_id, done_at);

create function room.tell(deed text, publication uuid, details jsonb) returns void language sql
begin atomic
  insert into room.deed (workspace_id, publication_id, person_id, action, said)
  select g.workspace_id, publication, g.person_id, deed, jsonb_build_object(
    'action', deed, 'actor', g.person_id, 'actorName', g.name, 'partnerName', g.partner_name,
    'publication', publication, 'doneAt', clock_timestamp()) || details
  from room.guest g
  where g.workspace_id = nullif(current_setting('entente.workspace', true), '')::uuid
    and g.person_id = nullif(current_setting('entente.actor', true), '')::uuid;
end;

create function app.chain_deed() returns trigger language plpgsql as $$
begin
  perform app.append_audit(new.workspace_id, new.said);
  return null;
end
$$;
create trigger chain_deed after update of chained_at on room.deed for each row
  when (old.chained_at is null and new.chained_at is not null) execute function app.chain_deed();

-- Whether the edition that a request asks about is the one that stands, and the request is open.
create function room.is_asked_now(workspace uuid, request uuid) returns boolean
language sql stable
return exists (
  select from room.request r
  join room.publication p
    on p.workspace_id = r.workspace_id and p.id = r.publication_id and p.edition = r.edition_number
  where r.workspace_id = workspace and r.id = request and r.closed_at is null);

create function room.judge_answer() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.sent_at is not null then
    raise exception 'An answer that was sent stays as it is'
      using errcode = 'integrity_constraint_violation', constraint = 'answer_sent';
  end if;
  if tg_op = 'UPDATE' and new.sent_at is not null then
    if not room.is_asked_now(new.workspace_id, new.request_id) then
      raise exception 'What was asked about does not stand any more'
        using errcode = 'integrity_constraint_violation', constraint = 'request_over';
    end if;
    new.sent_at := clock_timestamp();
    perform room.tell('answer', (select publication_id from room.request
        where workspace_id = new.workspace_id and id = new.request_id),
      jsonb_build_object('request', new.request_id, 'answer', new.id, 'verdict', new.verdict,
        'wordsDigest', encode(sha256(convert_to(coalesce(new.words, ''), 'UTF8')), 'hex')));
  end if;
  return new;
end
$$;
create trigger judge_answer before insert or update on room.answer for each row execute function room.judge_answer();

create function room.judge_signature() returns trigger language plpgsql as $$
begin
  if not room.is_asked_now(new.workspace_id, new.request_id) then
    raise exception 'What was asked about does not stand any more'
      using errcode = 'integrity_constraint_violation', constraint = 'request_over';
  end if;
  if new.digest is distinct from (select digest from room.request
    where workspace_id = new.workspace_id and id = new.request_id) then
    raise exception 'Another edition is asked about'
      using errcode = 'integrity_constraint_violation', constraint = 'request_over';
  end if;
  -- The last word of the partner is that it agrees.
  if 'confirm' is distinct from (select verdict from room.answer
    where workspace_id = new.workspace_id and request_id = new.request_id and sent_at is not null
    order by sent_at desc limit 1) then
    raise exception 'The partner did not confirm'
      using errcode = 'integrity_constraint_violation', constraint = 'signature_needs_confirmation';
  end if;
  if new.side = 'partner' then
    perform room.tell('signature', (select publication_id from room.request
        where workspace_id = new.workspace_id and id = new.request_id),
      jsonb_build_object('request', new.request_id, 'editionDigest', encode(new.digest, 'hex')));
  end if;
  return new;
end
$$;
create trigger judge_signature before insert on room.signature for each row execute function room.judge_signature();

create function app.audit_request() returns trigger language plpgsql as $$
begin
  perform app.append_audit(new.workspace_id, app.actor_said() || jsonb_build_object(
    'action', 'request', 'request', new.id, 'publication', new.publication_id, 'requestKind', new.kind,
    'grantee', new.partner_id, 'state', case when new.closed_at is null then 'sent' else 'withdrawn' end));
  return null;
end
$$;
create trigger audit_request after insert or update on room.request for each row execute function app.audit_request();

create function app.audit_signature() returns trigger language plpgsql as $$
begin
  perform app.append_audit(new.workspace_id, app.actor_said() || jsonb_build_object(
    'action', 'signature', 'request', new.request_id, 'editionDigest', encode(new.digest, 'hex')));
  return null;
end
$$;
create trigger audit_signature after insert on room.signature for each row when (new.side = 'firm')
  execute function app.audit_signature();

create function app.judge_request() returns trigger language plpgsql as $$
begin
  select number, e.digest into new.edition_number, new.digest from room.edition e
  where workspace_id = new.workspace_id and id = new.edition_id;
  -- The stakes of a venture are confirmed by whoever was shown them.
  if new.kind = 'venture-stakes' and not exists (select from room.item
      where workspace_id = new.workspace_id and edition_id = new.edition_id and kind = 'stake' and form = 'record')
    or not exists (select from room.grant
      where workspace_id = new.workspace_id and publication_id = new.publication_id and withdrawn_at is null
        and expires_at > clock_timestamp()
        and (partner_id = new.partner_id or person_id in (select person_id from room.guest
          where workspace_id = new.workspace_id and room.guest.partner_id = new.partner_id))) then
    raise exception 'The partner is not shown what is asked about'
      using errcode = 'integrity_constraint_violation', constraint = 'request_of_what_is_shown';
  end if;
  return new;
end
$$;
create trigger judge_request before insert on room.request for each row execute function app.judge_request();

-- Policies ------------------------------------------------------------------------------------------------------------

do $$
declare
  name text;
  here constant text := 'workspace_id = (select nullif(current_setting(''entente.workspace'', true), '''')::uuid)';
begin
  foreach name in array array['guest', 'publication', 'edition', 'item', 'grant', 'request', 'answer', 'signature', 'deed'] loop
    execute format('alter table room.%I enable row level security', name);
    execute format('alter table room.%I force row level security', name);
    execute format('grant select on room.%I to entente_app', name);
    -- Members see all of the rooms but drafts.
    execute format('create policy read_by_sharers on room.%I for select to entente_app using (%s and %s)', name, here,
      case name
        when 'answer' then 'sent_at is not null and (select app.may(''sharing.read''))'
        when 'guest' then '((select app.may(''sharing.read'')) or pg_trigger_depth() > 0)'
        when 'deed' then '((select app.may(''sharing.read'')) or person_id = (select nullif(current_setting(''entente.actor'', true), '''')::uuid))'
        else '(select app.may(''sharing.read''))' end);
  end loop;
  foreach name in array array['publication', 'edition', 'item', 'grant', 'request'] loop
    execute format('create policy published on room.%I for insert to entente_app with check (%s and (select app.may(''sharing.publish'')))', name, here);
  end loop;
  foreach name in array array['publication', 'edition', 'grant', 'request'] loop
    execute format('create policy governed on room.%I for update to entente_app using (%s and (select app.may(''sharing.publish'')))', name, here);
  end loop;
  execute format('create policy kept_by_triggers on room.guest for insert to entente_app with check (%s and pg_trigger_depth() > 0)', here);
  execute format('create policy changed_by_triggers on room.guest for update to entente_app using (%s and pg_trigger_depth() > 0)', here);
  execute format('create policy signed_by_firm on room.signature for insert to entente_app with check (%s and side = ''firm'' and person_id = nullif(current_setting(''entente.actor'', true), '''')::uuid and (select app.may(''sharing.publish'')))', here);
  execute format('create policy chained on room.deed for update to entente_app using (%s and chained_at is null and ((select app.may(''sharing.read'')) or person_id = (select nullif(current_setting(''entente.actor'', true), '''')::uuid))) with check (%s and chained_at is not null)', here, here);
  -- Guests: themselves, what is granted to them or their partner and holds by the clock, and nothing of anybody else's.
  execute format('create policy oneself on room.guest for select to entente_room using (%s and ended_at is null and person_id = (select nullif(current_setting(''entente.actor'', true), '''')::uuid))', here);
  execute format('create policy own_that_hold on room.grant for select to entente_room using (%s
    and withdrawn_at is null and suspended_at is null and expires_at > clock_timestamp()
    and (partner_id = (select g.partner_id from room.guest g) or person_id = (select g.person_id from room.guest g)))', here);
  execute format('create policy granted on room.publication for select to entente_room using (%s and edition is not null and id in (select g.publication_id from room.grant g))', here);
  execute format('create policy standing on room.edition for select to entente_room using (%s and sealed_at is not null and (publication_id, number) in (select p.id, p.edition from room.publication p))', here);
  execute format('create policy of_standing on room.item for select to entente_room using (%s and edition_id in (select e.id from room.edition e))', here);
  execute format('create policy of_own_partner on room.request for select to entente_room using (%s and partner_id = (select g.partner_id from room.guest g) and publication_id in (select p.id from room.publication p))', here);
  execute format('create policy own_or_sent on room.answer for select to entente_room using (%s and (sent_at is not null or person_id = (select g.person_id from room.guest g)) and request_id in (select r.id from room.request r))', here);
  execute format('create policy drafted on room.answer for insert to entente_room with check (%s and sent_at is null and person_id = (select g.person_id from room.guest g) and request_id in (select r.id from room.request r))', here);
  execute format('create policy changed_or_sent on room.answer for update to entente_room using (%s and sent_at is null and person_id = (select g.person_id from room.guest g) and request_id in (select r.id from room.request r))
    with check (%s and person_id = (select g.person_id from room.guest g))', here, here);
  execute format('create policy thrown_away on room.answer for delete to entente_room using (%s and sent_at is null and person_id = (select g.person_id from room.guest g))', here);
  execute format('create policy of_own_requests on room.signature for select to entente_room using (%s and request_id in (select r.id from room.request r))', here);
  execute format('create policy signed_by_partner on room.signature for insert to entente_room with check (%s and side = ''partner'' and person_id = (select g.person_id from room.guest g) and request_id in (select r.id from room.request r))', here);
  execute format('create policy told on room.deed for insert to entente_room with check (%s and chained_at is null and person_id = (select g.person_id from room.guest g) and publication_id in (select p.id from room.publication p))', here);
end
$$;

grant insert on room.publication, room.edition, room.item, room.grant, room.request, room.signature, room.guest to entente_app;
grant update (edition) on room.publication to entente_app;
grant update (sealed_at) on room.edition to entente_app;
grant update (expires_at, withdrawn_at, suspended_at) on room.grant to entente_app;
grant update (closed_at) on room.request to entente_app;
grant update (name, email, partner_id, partner_name, ended_at) on room.guest to entente_app;
grant update (chained_at) on room.deed to entente_app;

grant select (workspace_id, person_id, name, partner_id, partner_name, ended_at) on room.guest to entente_room;
grant select (workspace_id, id, publication_id, partner_id, person_id, expires_at, withdrawn_at, suspended_at) on room.grant to entente_room;
grant select (workspace_id, id, title, alliance_name, firm_name, edition) on room.publication to entente_room;
grant select (workspace_id, id, publication_id, number, sealed_at, digest) on room.edition to entente_room;
grant select (workspace_id, id, edition_id, position, form, kind, payload) on room.item to entente_room;
grant select (workspace_id, id, publication_id, edition_id, edition_number, digest, partner_id, kind, asked_at, closed_at) on room.request to entente_room;
grant select, insert, delete on room.answer to entente_room;
grant update (verdict, words, written_at, sent_at) on room.answer to entente_room;
grant select, insert on room.signature to entente_room;
grant insert on room.deed to entente_room;
