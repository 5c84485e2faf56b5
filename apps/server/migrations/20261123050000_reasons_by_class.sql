-- Why a change was made is in somebody's words. Those of a change of NEVER or CLEAN are not for everybody who reads the audit:
-- its entry holds their digest. As before otherwise; what was entered before stays as it is.
create or replace function app.audit_change() returns trigger language plpgsql as $$
declare
  row_count bigint;
  row_digest bytea;
  guarded jsonb;
begin
  select coalesce(sum(told.lines), 0), sha256(coalesce(string_agg(told.digest, ''::bytea order by told.position), '')),
    jsonb_agg(jsonb_build_array(told.place, told.lines, encode(told.digest, 'hex'), told.class) order by told.place)
      filter (where told.class in ('NEVER', 'CLEAN'))
    into row_count, row_digest, guarded
  from (
    select lines.*, row_number() over (order by position) - 1 as place
    from (
      select position, 1 as lines, class::text as class, sha256(convert_to(jsonb_build_array(
        table_name, row_id, record_kind, record_id, class, before, after)::text, 'UTF8')) as digest
      from app.change where workspace_id = new.workspace_id and change_set_id = new.id
      union all
      select position, lines, class::text, digest
      from app.change_bundle where workspace_id = new.workspace_id and change_set_id = new.id
    ) lines
  ) told;
  perform app.append_audit(new.workspace_id, jsonb_build_object(
    'action', 'change', 'actor', new.actor_id, 'actorName', (select name from app.person where id = new.actor_id),
    'changeSet', new.id, 'command', new.command, 'undoes', new.undoes,
    'reason', case when guarded is null then new.reason end,
    'workspaceVersion', new.workspace_version, 'rows', row_count, 'rowsDigest', encode(row_digest, 'hex'))
    || case when guarded is null then '{}' else jsonb_build_object('guarded', guarded) end
    || case when guarded is null or new.reason is null then '{}' else jsonb_build_object(
      'reasonDigest', encode(sha256(convert_to(new.reason, 'UTF8')), 'hex')) end);
  return null;
end
$$;
