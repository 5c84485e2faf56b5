-- Business reviews: equity held beside contribution. What we think of a partner is no partner's to read.

alter table app.record_kind no force row level security;
insert into app.record_kind (kind, class) values ('business-review', 'NEVER');
alter table app.record_kind force row level security;

alter table app.role_permission no force row level security;
insert into app.role_permission (role, action) values ('owner', 'reviews.sign'), ('administrator', 'reviews.sign'), ('manager', 'reviews.sign');
alter table app.role_permission force row level security;

-- One document a review, so that what is signed is one thing. No reference to the alliance, so that it can be removed and come
-- back: a review of an alliance that is not there, or not the reader's to see, is shown to nobody.
create table app.review (
  workspace_id uuid not null references app.workspace (id),
  id uuid not null default gen_random_uuid(),
  class app.class not null default 'NEVER' constraint review_class check (class in ('NEVER', 'INTERNAL')),
  alliance_id uuid not null,
  date date not null,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'decided', 'withdrawn')),
  version integer not null default 1,
  illustrative boolean not null default false,
  -- Criteria, members with their equity, contributions, coalition values and kept proposals.
  content jsonb not null check (jsonb_typeof(content) = 'object' and pg_column_size(content) < 1000000),
  -- What was decided: words, and the stakes where they change.
  decision app.note,
  decision_shares jsonb,
  decided_by uuid,
  decided_by_name app.line,
  decided_at timestamptz,
  digest bytea,
  reason app.note,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  check ((decision is null) = (decided_at is null) and (decision is null) = (digest is null)),
  check (state <> 'decided' or decision is not null),
  check ((state = 'withdrawn') = (reason is not null))
);
create index review_of_alliance on app.review (workspace_id, alliance_id, date);

create table app.review_signature (
  workspace_id uuid not null,
  review_id uuid not null,
  person_id uuid not null,
  person_name app.line not null,
  digest bytea not null,
  signed_at timestamptz not null default now(),
  primary key (workspace_id, review_id, person_id),
  foreign key (workspace_id, review_id) references app.review (workspace_id, id)
);

-- What is signed: everything that the decision rests on.
create function app.review_digest(judged app.review) returns bytea language sql stable as $$
  select sha256(convert_to(jsonb_build_array(judged.id, judged.alliance_id, judged.date, judged.illustrative, judged.content,
    judged.decision, judged.decision_shares)::text, 'UTF8'))
$$;

create function app.begin_review() returns trigger language plpgsql as $$
begin
  new.state := 'draft';
  new.version := 1;
  new.decision := null;
  new.decision_shares := null;
  new.decided_by := null;
  new.decided_by_name := null;
  new.decided_at := null;
  new.digest := null;
  new.reason := null;
  new.created_at := now();
  return new;
end
$$;
create trigger begin_review before insert on app.review for each row execute function app.begin_review();

create function app.judge_review() returns trigger language plpgsql as $$
begin
  if old.state = new.state and old.state <> 'draft'
    or old.state <> new.state and (old.state, new.state) not in (('draft', 'submitted'), ('submitted', 'decided'),
      ('draft', 'withdrawn'), ('submitted', 'withdrawn'), ('decided', 'withdrawn'))
    or old.state <> 'draft' and (new.content, new.date, new.class) is distinct from (old.content, old.date, old.class) then
    raise exception 'What was handed in stays as it is'
      using errcode = 'integrity_constraint_violation', constraint = 'review_settled';
  end if;
  if new.state = 'withdrawn' and exists (
    select from app.review_signature s where s.workspace_id = new.workspace_id and s.review_id = new.id) then
    raise exception 'What was signed is not withdrawn'
      using errcode = 'integrity_constraint_violation', constraint = 'review_signed';
  end if;
  new.version := old.version + 1;
  if old.state = 'submitted' and new.state = 'decided' then
    new.decided_by := nullif(current_setting('entente.actor', true), '')::uuid;
    new.decided_by_name := (select name from app.person where id = new.decided_by);
    new.decided_at := now();
    new.digest := app.review_digest(new);
  elsif (new.decision, new.decision_shares) is distinct from (old.decision, old.decision_shares) then
    raise exception 'A review is decided once'
      using errcode = 'integrity_constraint_violation', constraint = 'review_settled';
  end if;
  return new;
end
$$;
create trigger judge_review before update on app.review for each row execute function app.judge_review();

create function app.judge_signature() returns trigger language plpgsql as $$
declare
  signed app.review;
begin
  -- Signatures of one review take turns.
  select * into signed from app.review where workspace_id = new.workspace_id and id = new.review_id for update;
  if signed.state is distinct from 'decided' then
    raise exception 'Only what is decided is signed'
      using errcode = 'integrity_constraint_violation', constraint = 'review_settled';
  end if;
  if signed.digest <> new.digest or app.review_digest(signed) <> new.digest then
    raise exception 'This is not what was decided'
      using errcode = 'integrity_constraint_violation', constraint = 'review_digest';
  end if;
  if exists (select from app.review_signature s where s.workspace_id = new.workspace_id and s.review_id = new.review_id
      and s.person_id = nullif(current_setting('entente.actor', true), '')::uuid)
    or 2 <= (select count(*) from app.review_signature s where s.workspace_id = new.workspace_id and s.review_id = new.review_id)
  then
    raise exception 'Each signs once, and two at the most'
      using errcode = 'integrity_constraint_violation', constraint = 'review_signatures';
  end if;
  new.person_id := nullif(current_setting('entente.actor', true), '')::uuid;
  new.person_name := (select name from app.person where id = new.person_id);
  new.signed_at := now();
  return new;
end
$$;
create trigger judge_signature before insert on app.review_signature
  for each row execute function app.judge_signature();

-- Who did what and when; the words and figures are not for those who read the audit alone.
create function app.audit_review() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.state = new.state then return null; end if;
  perform app.append_audit(new.workspace_id, app.actor_said() || jsonb_build_object(
    'action', 'review', 'review', new.id, 'state', new.state) || case when new.digest is not null
    then jsonb_build_object('contentDigest', encode(new.digest, 'hex')) else '{}' end);
  return null;
end
$$;
create trigger audit_review after insert or update on app.review for each row execute function app.audit_review();

create function app.audit_review_signature() returns trigger language plpgsql as $$
begin
  perform app.append_audit(new.workspace_id, app.actor_said() || jsonb_build_object(
    'action', 'review', 'review', new.review_id, 'state', 'signed', 'contentDigest', encode(new.digest, 'hex')));
  return null;
end
$$;
create trigger audit_review_signature after insert on app.review_signature
  for each row execute function app.audit_review_signature();

-- Policies ------------------------------------------------------------------------------------------------------------

do $$
declare
  t record;
begin
  for t in
    select * from (values ('review', 'register.write'), ('review_signature', 'reviews.sign')) as tables (name, writing)
  loop
    execute format('alter table app.%I enable row level security', t.name);
    execute format('alter table app.%I force row level security', t.name);
    execute format('create policy in_workspace on app.%I
      using (workspace_id = (select nullif(current_setting(''entente.workspace'', true), '''')::uuid))', t.name);
    execute format('create policy role_reads on app.%I as restrictive for select using ((select app.may(''register.read'')))', t.name);
    execute format('create policy role_adds on app.%I as restrictive for insert with check ((select app.may(%L)))', t.name, t.writing);
    execute format('grant select, insert on app.%I to entente_app', t.name);
  end loop;
end
$$;
-- Whoever signs holds the row while they do.
create policy role_changes on app.review as restrictive for update
  using ((select app.may('register.write')) or (select app.may('reviews.sign')))
  with check ((select app.may('register.write')));
create policy class_reads on app.review as restrictive
  using (class::text = any ((select app.readable_classes())::text[]));
create policy of_alliance on app.review as restrictive
  using (exists (select from app.alliance a where a.workspace_id = review.workspace_id and a.id = review.alliance_id));
create policy of_review on app.review_signature as restrictive
  using (exists (select from app.review r where r.workspace_id = review_signature.workspace_id and r.id = review_signature.review_id));
grant update (class, date, content, state, decision, decision_shares, reason) on app.review to entente_app;
