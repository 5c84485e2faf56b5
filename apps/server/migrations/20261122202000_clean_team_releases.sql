-- Aggregates that leave the clean team. One person of the team proposes, another approves; until then a proposal is of the class
-- CLEAN, from then on of the class INTERNAL. What entered it stays with the team.

alter table app.role_permission no force row level security;
insert into app.role_permission (role, action)
select unnest(string_to_array(roles, ' ')), action from (values
  ('releases.read', 'owner administrator manager contributor reader auditor'),
  ('releases.write', 'owner administrator manager contributor reader')
) as permissions (action, roles);
alter table app.role_permission force row level security;

-- As before; and what is the clean team's takes a name on its list beside the role.
create or replace function app.may(wanted text) returns boolean
language sql stable parallel safe
return exists (
    select from app.role_held h join app.role_permission p on p.role = h.role
    where h.workspace_id = nullif(current_setting('entente.workspace', true), '')::uuid
      and h.person_id = nullif(current_setting('entente.actor', true), '')::uuid
      and p.action = wanted and (h.clean_team or wanted <> 'releases.write'))
  and (coalesce(current_setting('entente.scopes', true), '') = ''
    or wanted = any (string_to_array(current_setting('entente.scopes', true), ' ')));

-- What a workspace asks of each aggregate; without a row the least that anybody asks.
create table app.clean_team_rule (
  workspace_id uuid primary key references app.workspace (id),
  threshold integer not null default 3 check (threshold between 3 and 50),
  largest_percent integer not null default 50 check (largest_percent between 10 and 50),
  changed_at timestamptz not null default now()
);

create table app.release (
  workspace_id uuid not null references app.workspace (id),
  id uuid not null default gen_random_uuid(),
  class app.class not null default 'CLEAN',
  state text not null default 'proposed' check (state in ('proposed', 'released', 'refused', 'withdrawn')),
  title app.line not null,
  purpose app.note not null,
  kind text not null,
  field text not null,
  quantity app.line,
  unit app.line,
  statistic text not null check (statistic in ('count', 'sum', 'mean', 'median', 'band', 'share')),
  value numeric not null,
  value_to numeric,
  records integer not null check (records >= 3),
  contributors integer not null check (contributors between 3 and records),
  -- Chosen records whose figure is not known, or not exactly: they are told, and enter nothing.
  unknown integer not null check (unknown >= 0),
  threshold integer not null check (threshold >= 3),
  largest_percent integer not null,
  proposed_by uuid not null,
  proposed_by_name app.line not null,
  proposed_at timestamptz not null default now(),
  decided_by uuid,
  decided_by_name app.line,
  decided_at timestamptz,
  withdrawn_by uuid,
  withdrawn_by_name app.line,
  withdrawn_at timestamptz,
  -- Why it was refused or withdrawn.
  reason app.note,
  primary key (workspace_id, id),
  check ((kind, field) in (('measure', 'value'), ('stake', 'share'), ('stake', 'votingShare'), ('workforce', 'number'))),
  check (class = case state when 'released' then 'INTERNAL' else 'CLEAN' end),
  check ((state = 'proposed') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  check ((state = 'withdrawn') = (withdrawn_by is not null) and (withdrawn_by is null) = (withdrawn_at is null)),
  check ((state in ('refused', 'withdrawn')) = (reason is not null)),
  constraint release_by_two check (state in ('proposed', 'refused') or decided_by <> proposed_by)
);
create index release_told on app.release (workspace_id, kind, field) where state in ('released', 'withdrawn');

-- The records that were chosen, with their figures as they were. No reference to the records, so that they can be removed.
create table app.release_input (
  workspace_id uuid not null,
  release_id uuid not null,
  record_id uuid not null,
  class app.class not null default 'CLEAN' check (class = 'CLEAN'),
  position integer not null,
  label app.line,
  organisation_id uuid not null,
  organisation_name app.line,
  -- Whose figure it counts as: an organisation, for all of its house.
  contributor_id uuid not null,
  value numeric,
  is_part boolean not null default false,
  primary key (workspace_id, release_id, record_id),
  foreign key (workspace_id, release_id) references app.release (workspace_id, id)
);

-- The figures of a field, as whoever asks may read them: whose they are, and null where none is stated exactly.
create function app.figures_of(wanted_kind text, wanted_field text)
returns table (record_id uuid, class text, organisation_id uuid, quantity text, unit text, value numeric, label text, on_date text)
language sql stable parallel safe as $$
  select m.id, m.class::text,
    case m.subject_kind when 'organisation' then m.subject_id else
      (select a.venture_id from app.alliance a where a.workspace_id = m.workspace_id and a.id = m.subject_id) end,
    m.quantity::text, m.unit::text, case when coalesce(m.bound, '=') = '=' then m.value end,
    nullif(concat_ws(', ', m.item, m.scope, m.status), ''), m.date::text
  from app.measure m
  where wanted_kind = 'measure' and wanted_field = 'value' and m.stated
    and m.workspace_id = nullif(current_setting('entente.workspace', true), '')::uuid
  union all
  select s.id, s.class::text, s.holder_id, null, '%', case wanted_field when 'share' then s.share else s.voting_share end,
    (select coalesce(o.name, o.slug) from app.organisation o where o.workspace_id = s.workspace_id and o.id = s.issuer_id),
    s.period_from::text
  from app.stake s
  where wanted_kind = 'stake' and wanted_field in ('share', 'votingShare') and s.stated
    and s.workspace_id = nullif(current_setting('entente.workspace', true), '')::uuid
  union all
  select w.id, w.class::text, w.organisation_id, null, null, w.number, w.origin::text, w.date::text
  from app.workforce w
  where wanted_kind = 'workforce' and wanted_field = 'number' and w.stated
    and w.workspace_id = nullif(current_setting('entente.workspace', true), '')::uuid
$$;

-- Approvals in a workspace take turns: each is judged with all that were released before.
create function app.await_releases(workspace uuid) returns void language sql
return pg_advisory_xact_lock(hashtextextended('releases ' || workspace, 0));

create function app.begin_release() returns trigger language plpgsql as $$
begin
  new.state := 'proposed';
  new.class := 'CLEAN';
  new.proposed_by := nullif(current_setting('entente.actor', true), '')::uuid;
  new.proposed_by_name := (select name from app.person where id = new.proposed_by);
  new.proposed_at := now();
  new.decided_by := null;
  new.decided_by_name := null;
  new.decided_at := null;
  new.withdrawn_by := null;
  new.withdrawn_by_name := null;
  new.withdrawn_at := null;
  new.reason := null;
  return new;
end
$$;
create trigger begin_release before insert on app.release for each row execute function app.begin_release();

create function app.judge_release_input() returns trigger language plpgsql as $$
declare
  found_release app.release;
  figure record;
begin
  select * into found_release from app.release where workspace_id = new.workspace_id and id = new.release_id;
  -- What a proposal is of is written with it, by whoever proposes it.
  if found_release.state is distinct from 'proposed' or found_release.proposed_at <> now()
    or found_release.proposed_by <> nullif(current_setting('entente.actor', true), '')::uuid then
    raise exception 'What a proposal is of stays as it is'
      using errcode = 'integrity_constraint_violation', constraint = 'release_inputs_fixed';
  end if;
  -- As the record is, whatever the statement says.
  select f.* into figure from app.figures_of(found_release.kind, found_release.field) f where f.record_id = new.record_id;
  if not found or figure.class <> 'CLEAN' then
    raise exception 'An aggregate is of records of the clean team'
      using errcode = 'check_violation', constraint = 'release_of_clean_records';
  end if;
  if figure.organisation_id is null then
    raise exception 'No organisation stands behind the figure'
      using errcode = 'check_violation', constraint = 'release_contributor_known';
  end if;
  if figure.value is not null
    and (figure.unit is distinct from found_release.unit or figure.quantity is distinct from found_release.quantity) then
    raise exception 'An aggregate is of one quantity in one unit'
      using errcode = 'check_violation', constraint = 'release_one_unit';
  end if;
  new.organisation_id := figure.organisation_id;
  new.value := figure.value;
  return new;
end
$$;
create trigger judge_release_input before insert on app.release_input
  for each row execute function app.judge_release_input();

-- What an aggregate must meet before anybody else may read it. The server asks for more: that no chain of releases tells a figure.
create function app.judge_figures(judged app.release) returns void language plpgsql as $$
declare
  fault text;
begin
  with chosen as (
    select i.*, f.class as class_now, f.value as value_now from app.release_input i
    left join app.figures_of(judged.kind, judged.field) f on f.record_id = i.record_id
    where i.workspace_id = judged.workspace_id and i.release_id = judged.id
  ), known as (
    select * from chosen where value is not null
  ), counted as (
    select count(*) as records, count(distinct contributor_id) as contributors,
      count(distinct contributor_id) filter (where is_part) as part_contributors,
      count(distinct contributor_id) filter (where not is_part) as rest_contributors
    from known
  ), amounts as (
    select sum(abs(value)) as amount from known group by contributor_id
  )
  select case
    when exists (select from chosen where class_now is distinct from 'CLEAN' or value_now is distinct from value)
      or (select count(*) from chosen) <> judged.records + judged.unknown
      or (select records from counted) <> judged.records or (select contributors from counted) <> judged.contributors
      then 'release_stale'
    when (select least(records, contributors) from counted) < judged.threshold
      or judged.statistic = 'share'
        and (select least(part_contributors, rest_contributors) from counted) < judged.threshold
      -- Those of one house are one contributor.
      or exists (
        select from known a join known b on a.contributor_id <> b.contributor_id
        where a.organisation_id = b.organisation_id or exists (
          select from app.house_membership x join app.house_membership y
            on y.workspace_id = x.workspace_id and y.house_id = x.house_id
          where x.workspace_id = judged.workspace_id
            and x.organisation_id = a.organisation_id and y.organisation_id = b.organisation_id))
      then 'release_threshold'
    when judged.statistic in ('sum', 'mean', 'share')
      and (select max(amount) * 100 > sum(amount) * judged.largest_percent or sum(amount) = 0 from amounts)
      then 'release_dominance'
    when judged.statistic <> 'count' and exists (
      select from app.release earlier
      where earlier.workspace_id = judged.workspace_id and earlier.state in ('released', 'withdrawn')
        and earlier.kind = judged.kind and earlier.field = judged.field and earlier.statistic <> 'count'
        and (select count(distinct coalesce(a.contributor_id, b.contributor_id))
          from known a full join (
            select * from app.release_input
            where workspace_id = earlier.workspace_id and release_id = earlier.id and value is not null) b
            on b.record_id = a.record_id and b.value = a.value
          where a.record_id is null or b.record_id is null) between 1 and judged.threshold - 1)
      then 'release_difference'
    end into fault;
  if fault is not null then
    raise exception 'This aggregate does not leave the clean team: %', fault
      using errcode = 'check_violation', constraint = fault;
  end if;
end
$$;

create function app.judge_release() returns trigger language plpgsql as $$
declare
  actor uuid := nullif(current_setting('entente.actor', true), '')::uuid;
  called text := (select name from app.person where id = nullif(current_setting('entente.actor', true), '')::uuid);
begin
  if (old.state, new.state) not in (('proposed', 'released'), ('proposed', 'refused'), ('released', 'withdrawn')) then
    raise exception 'This was decided before'
      using errcode = 'integrity_constraint_violation', constraint = 'release_decided';
  end if;
  if new.state = 'withdrawn' then
    new.class := 'CLEAN';
    new.withdrawn_by := actor;
    new.withdrawn_by_name := called;
    new.withdrawn_at := clock_timestamp();
    return new;
  end if;
  new.decided_by := actor;
  new.decided_by_name := called;
  new.decided_at := clock_timestamp();
  if new.state = 'refused' then return new; end if;
  perform app.await_releases(new.workspace_id);
  if actor = old.proposed_by or 2 <> (select count(*) from app.role_held
      where workspace_id = new.workspace_id and person_id in (actor, old.proposed_by) and clean_team) then
    raise exception 'Two people of the clean team release an aggregate'
      using errcode = 'check_violation', constraint = 'release_by_two';
  end if;
  new.class := 'INTERNAL';
  new.reason := null;
  new.threshold := coalesce((select threshold from app.clean_team_rule where workspace_id = new.workspace_id), 3);
  new.largest_percent := coalesce((select largest_percent from app.clean_team_rule where workspace_id = new.workspace_id), 50);
  perform app.judge_figures(new);
  return new;
end
$$;
create trigger judge_release before update on app.release for each row execute function app.judge_release();

-- Who did what. The words of what never left the team are not for those who read the audit alone.
create function app.audit_release() returns trigger language plpgsql as $$
begin
  perform app.append_audit(new.workspace_id, app.actor_said() || jsonb_build_object(
    'action', 'release', 'release', new.id, 'state', new.state, 'proposer', new.proposed_by,
    'proposerName', new.proposed_by_name) || case when new.state in ('released', 'withdrawn') then jsonb_build_object(
      'title', new.title, 'statistic', new.statistic, 'figures', new.records, 'contributors', new.contributors,
      'contentDigest', encode(sha256(convert_to(jsonb_build_array(new.title, new.purpose, new.kind, new.field, new.quantity,
        new.unit, new.statistic, new.value, new.value_to, new.records, new.contributors, new.unknown, new.threshold,
        new.largest_percent)::text, 'UTF8')), 'hex')) else '{}' end);
  return null;
end
$$;
create trigger audit_release after insert or update on app.release for each row execute function app.audit_release();

create function app.audit_clean_team_rule() returns trigger language plpgsql as $$
begin
  perform app.append_audit(new.workspace_id, app.actor_said() || jsonb_build_object(
    'action', 'release-rule', 'threshold', new.threshold, 'largestPercent', new.largest_percent));
  return null;
end
$$;
create trigger audit_clean_team_rule after insert or update on app.clean_team_rule for each row
  execute function app.audit_clean_team_rule();

-- Policies ------------------------------------------------------------------------------------------------------------

do $$
declare
  t record;
begin
  for t in
    select * from (values
      ('clean_team_rule', 'releases.read', 'owners.write'), ('release', 'releases.read', 'releases.write'),
      ('release_input', 'releases.write', 'releases.write')
    ) as tables (name, reading, writing)
  loop
    execute format('alter table app.%I enable row level security', t.name);
    execute format('alter table app.%I force row level security', t.name);
    execute format('create policy in_workspace on app.%I
      using (workspace_id = (select nullif(current_setting(''entente.workspace'', true), '''')::uuid))', t.name);
    execute format('create policy role_reads on app.%I as restrictive for select using ((select app.may(%L)))', t.name, t.reading);
    execute format('create policy role_adds on app.%I as restrictive for insert with check ((select app.may(%L)))', t.name, t.writing);
    execute format('grant select, insert on app.%I to entente_app', t.name);
    if t.name <> 'release_input' then
      execute format('create policy role_changes on app.%I as restrictive for update using ((select app.may(%L)))', t.name, t.writing);
    end if;
    if t.name <> 'clean_team_rule' then
      execute format('create policy class_reads on app.%I as restrictive using (class::text = any ((select app.readable_classes())::text[]))', t.name);
    end if;
  end loop;
end
$$;
grant update (threshold, largest_percent, changed_at) on app.clean_team_rule to entente_app;
grant update (state, reason) on app.release to entente_app;

-- What the team reads of figures is told as readings of records are, by keys for its work too.
alter policy role_adds on app.clean_reading
  with check (((select app.may('register.read')) or (select app.may('history.read')) or (select app.may('releases.write')))
    and 'CLEAN' = any ((select app.readable_classes())::text[]));
