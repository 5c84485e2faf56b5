-- What a change was of. Whoever reads none of its classes does not learn that it was made: neither by the history, nor by a
-- version of the workspace that grows without anything to see. Whoever reads the audit reads there that it was.

alter table app.change_set
  -- Of its lines; null while it is being written, empty when it wrote none.
  add column classes text[],
  -- `workspace_version` as those see it who read neither NEVER nor CLEAN, NEVER beside the rest, CLEAN beside the rest.
  add column seen_versions bigint[] check (cardinality(seen_versions) = 3);
alter table app.workspace
  add column seen_versions bigint[] not null default '{0,0,0}' check (cardinality(seen_versions) = 3);

-- What each of the three reads.
create function app.seen_by(classes text[]) returns bigint[] language sql immutable parallel safe
return array[
  (classes && array['INTERNAL', 'SHAREABLE'])::integer::bigint,
  (classes && array['NEVER', 'INTERNAL', 'SHAREABLE'])::integer::bigint,
  (classes && array['CLEAN', 'INTERNAL', 'SHAREABLE'])::integer::bigint
];

-- The version that the actor of the transaction sees, of the one that counts all changes and the three that do not.
create function app.seen_version(whole bigint, seen bigint[]) returns bigint language sql stable parallel safe
return case
  when app.may('audit.read') or array['NEVER', 'CLEAN'] <@ app.readable_classes() then whole
  when 'NEVER' = any (app.readable_classes()) then seen[2]
  when 'CLEAN' = any (app.readable_classes()) then seen[3]
  else seen[1]
end;

-- What is there already. The owner of the tables reads past policies that are not forced.
do $$
declare
  name text;
begin
  foreach name in array array['change_set', 'change', 'change_bundle', 'workspace'] loop
    execute format('alter table app.%I no force row level security', name);
  end loop;
  alter table app.change_set disable trigger user;
  alter table app.workspace disable trigger user;
  update app.change_set s set classes = coalesce((
      select array_agg(distinct l.class) from (
        select c.class::text from app.change c where c.workspace_id = s.workspace_id and c.change_set_id = s.id
        union select b.class::text from app.change_bundle b
        where b.workspace_id = s.workspace_id and b.change_set_id = s.id) l (class)), '{}')
  where s.workspace_version is not null;
  update app.change_set s set seen_versions = counted.seen
  from (
    select workspace_id, id, array[
      sum((app.seen_by(classes))[1]) over earlier, sum((app.seen_by(classes))[2]) over earlier,
      sum((app.seen_by(classes))[3]) over earlier]::bigint[] as seen
    from app.change_set where workspace_version is not null
    window earlier as (partition by workspace_id order by workspace_version)
  ) counted
  where counted.workspace_id = s.workspace_id and counted.id = s.id;
  update app.workspace w set seen_versions = latest.seen
  from (
    select distinct on (workspace_id) workspace_id, seen_versions as seen from app.change_set
    where workspace_version is not null order by workspace_id, workspace_version desc
  ) latest where latest.workspace_id = w.id;
  alter table app.change_set enable trigger user;
  alter table app.workspace enable trigger user;
  foreach name in array array['change_set', 'change', 'change_bundle', 'workspace'] loop
    execute format('alter table app.%I force row level security', name);
  end loop;
end
$$;

create policy class_reads on app.change_set as restrictive for select
  using (pg_trigger_depth() > 0 or classes is null
    or classes && (select app.readable_classes())
    or actor_id = (select nullif(current_setting('entente.actor', true), '')::uuid)
    or (select app.may('audit.read')));
grant update (classes, seen_versions) on app.change_set to entente_app;
grant update (seen_versions) on app.workspace to entente_app;
