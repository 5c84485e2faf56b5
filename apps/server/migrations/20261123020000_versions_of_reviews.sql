-- What a review held after each of its steps, who took it and why; and steps that take one back.

alter table app.review add column step_reason app.note, add column undoes integer;
grant update (step_reason, undoes) on app.review to entente_app;

create table app.review_version (
  workspace_id uuid not null references app.workspace (id),
  review_id uuid not null,
  version integer not null,
  -- Of its own, for a review may have been shown to fewer before.
  class app.class not null constraint review_version_class check (class in ('NEVER', 'INTERNAL')),
  date date not null,
  state text not null,
  content jsonb not null,
  decision app.note,
  reason app.note,
  undoes integer,
  made_by uuid,
  made_by_name app.line,
  made_at timestamptz not null default now(),
  primary key (workspace_id, review_id, version),
  foreign key (workspace_id, review_id) references app.review (workspace_id, id)
);

-- Reviews from before are kept as they stand; nobody recorded who brought them there.
alter table app.review no force row level security;
insert into app.review_version (workspace_id, review_id, version, class, date, state, content, decision, reason, made_at)
select workspace_id, id, version, class, date, state, content, decision, reason, coalesce(decided_at, created_at) from app.review;
alter table app.review force row level security;

-- A version is what its review holds at that moment, whatever the statement says.
create function app.copy_review() returns trigger language plpgsql as $$
declare
  held app.review;
begin
  select * into held from app.review where workspace_id = new.workspace_id and id = new.review_id;
  if not found then
    raise exception 'There is no such review' using errcode = 'foreign_key_violation', constraint = 'review_version_review';
  end if;
  new.version := held.version;
  new.class := held.class;
  new.date := held.date;
  new.state := held.state;
  new.content := held.content;
  new.decision := held.decision;
  new.reason := coalesce(held.reason, held.step_reason);
  new.undoes := held.undoes;
  new.made_by := nullif(current_setting('entente.actor', true), '')::uuid;
  new.made_by_name := (select name from app.person where id = new.made_by);
  new.made_at := now();
  return new;
end
$$;
create trigger copy_review before insert on app.review_version for each row execute function app.copy_review();

create function app.keep_review_version() returns trigger language plpgsql as $$
begin
  insert into app.review_version (workspace_id, review_id, version, class, date, state, content)
  values (new.workspace_id, new.id, new.version, new.class, new.date, new.state, new.content);
  return null;
end
$$;
create trigger keep_review_version after insert or update on app.review
  for each row execute function app.keep_review_version();

-- As before; and the last step is taken back, to the state before it, while nobody has signed.
create or replace function app.judge_review() returns trigger language plpgsql as $$
declare
  taken_back boolean := new.undoes is not null and old.state <> new.state;
begin
  if old.state = new.state and old.state <> 'draft'
    or taken_back and (new.undoes <> old.version or new.state is distinct from (
      select v.state from app.review_version v
      where v.workspace_id = new.workspace_id and v.review_id = new.id and v.version = old.version - 1))
    or not taken_back and old.state <> new.state and (old.state, new.state) not in (('draft', 'submitted'),
      ('submitted', 'decided'), ('draft', 'withdrawn'), ('submitted', 'withdrawn'), ('decided', 'withdrawn'))
    or old.state <> 'draft' and (new.content, new.date, new.class) is distinct from (old.content, old.date, old.class) then
    raise exception 'What was handed in stays as it is'
      using errcode = 'integrity_constraint_violation', constraint = 'review_settled';
  end if;
  if (new.state = 'withdrawn' or taken_back) and exists (
    select from app.review_signature s where s.workspace_id = new.workspace_id and s.review_id = new.id) then
    raise exception 'What was signed is not withdrawn'
      using errcode = 'integrity_constraint_violation', constraint = 'review_signed';
  end if;
  new.version := old.version + 1;
  if taken_back then
    new.reason := null;
  end if;
  if taken_back and old.state = 'decided' then
    new.decision := null;
    new.decision_shares := null;
    new.decided_by := null;
    new.decided_by_name := null;
    new.decided_at := null;
    new.digest := null;
  elsif not taken_back and old.state = 'submitted' and new.state = 'decided' then
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

create or replace function app.audit_review() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.state = new.state then return null; end if;
  perform app.append_audit(new.workspace_id, app.actor_said() || jsonb_build_object(
    'action', 'review', 'review', new.id, 'state', new.state) || case when new.digest is not null
    then jsonb_build_object('contentDigest', encode(new.digest, 'hex')) else '{}' end
    || case when tg_op = 'UPDATE' and new.undoes is not null then jsonb_build_object('takenBack', old.state) else '{}' end);
  return null;
end
$$;

-- Policies ------------------------------------------------------------------------------------------------------------

alter table app.review_version enable row level security;
alter table app.review_version force row level security;
create policy in_workspace on app.review_version
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid));
create policy role_reads on app.review_version as restrictive for select using ((select app.may('register.read')));
create policy role_adds on app.review_version as restrictive for insert with check ((select app.may('register.write')));
create policy class_reads on app.review_version as restrictive
  using (class::text = any ((select app.readable_classes())::text[]));
create policy of_review on app.review_version as restrictive
  using (exists (select from app.review r where r.workspace_id = review_version.workspace_id and r.id = review_version.review_id));
grant select, insert on app.review_version to entente_app;
