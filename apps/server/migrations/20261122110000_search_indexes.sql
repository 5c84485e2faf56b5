-- Houses, people, events and sources are searched together with organisations and alliances: one narrow index each, as theirs.
create index house_search on app.house (workspace_id) include (search, id);
create index person_record_search on app.person_record (workspace_id) include (search, id);
create index event_search on app.event (workspace_id) include (search, id);
create index source_search on app.source (workspace_id) include (search, id);
