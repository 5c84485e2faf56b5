-- A change closes itself as it is committed. Until now the application did so by its last statement, and whoever changed the
-- same workspace waited not for the database alone, but for the way from the application and back as well.

-- Closes the change sets of the transaction: tells of which classes they are, raises the workspace's version once, and writes
-- it to them. The first of them does so for all.
create or replace function app.require_new_version() returns trigger language plpgsql as $$
declare
  raised_to bigint;
begin
  if new.workspace_id = nullif(current_setting('entente.workspace', true), '')::uuid then
    if exists (select from app.change_set where workspace_id = new.workspace_id and id = new.id and workspace_version is not null) then
      return null;
    end if;
    with closing as (
      select s.workspace_id, s.id, coalesce((
        select array_agg(distinct l.class) from (
          select c.class::text from app.change c where c.workspace_id = s.workspace_id and c.change_set_id = s.id
          union select b.class::text from app.change_bundle b
          where b.workspace_id = s.workspace_id and b.change_set_id = s.id) l (class)), '{}') as classes
      from app.change_set s
      where s.workspace_id = new.workspace_id and s.transaction = pg_current_xact_id() and s.workspace_version is null
    ), written as (
      select app.seen_by(coalesce((select array_agg(distinct one) from closing, unnest(closing.classes) one), '{}')) as seen
    ), raised as (
      update app.workspace w set version = version + 1, seen_versions = array[
        seen_versions[1] + written.seen[1], seen_versions[2] + written.seen[2], seen_versions[3] + written.seen[3]]
      from written where w.id = new.workspace_id returning w.id, w.version, w.seen_versions
    ), closed as (
      update app.change_set s
      set workspace_version = raised.version, seen_versions = raised.seen_versions, classes = closing.classes
      from raised, closing where s.workspace_id = closing.workspace_id and s.id = closing.id
      returning raised.version
    )
    select version into raised_to from closed limit 1;
  end if;
  if raised_to is null then
    raise exception 'A committed change raises the version of its workspace'
      using errcode = 'integrity_constraint_violation', constraint = 'change_set_raises_version';
  end if;
  return null;
end
$$;

-- Named for what it does now.
alter function app.require_new_version() rename to raise_version;

-- The change sets of the transaction are found among all that the workspace ever had.
create index change_set_of_transaction on app.change_set (workspace_id, transaction);
