-- How the name of a house or a person is read (kana, pinyin, romanised), as names of organisations have it: found like the
-- name itself, and as little a claim as the language of a name is.
do $$
declare
  name text;
begin
  foreach name in array array['house', 'person_record'] loop
    execute format('alter table app.%I add column reading app.line', name);
    execute format('alter table app.%I drop column search', name);
    -- A blank keeps the two from running into one.
    execute format(
      'alter table app.%I add column search text collate "C" generated always as
        (app.search_text(name) || case when name is null or reading is null then '''' else '' '' || app.search_text(reading) end) stored',
      name);
    execute format('create index %I on app.%I (workspace_id) include (search, id)', name || '_search', name);
  end loop;
end
$$;
