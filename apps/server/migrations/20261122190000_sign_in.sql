-- Who signs in. The schema `auth` is the sign-in's alone: no other serving role may enter it, and it knows nothing of
-- workspaces but the ids that keys are for. People are no workspace's, so none leads their keys.

-- What the sign-in library keeps; a test compares these tables with what it asks for.

create table auth."user" (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  two_factor_enabled boolean
);

create table auth.session (
  id uuid primary key default gen_random_uuid(),
  -- The end that nothing puts off; being idle ends it before.
  expires_at timestamptz not null,
  token text not null unique,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null,
  ip_address text,
  user_agent text,
  user_id uuid not null references auth."user" (id) on delete cascade
);
create index session_user_id_idx on auth.session (user_id);

create table auth.account (
  id uuid primary key default gen_random_uuid(),
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references auth."user" (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  -- Argon2id, with its cost and salt.
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index account_user_id_idx on auth.account (user_id);

-- What waits for its link, its code or its passkey; identifiers are kept as digests.
create table auth.verification (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier_idx on auth.verification (identifier);

create table auth.two_factor (
  id uuid primary key default gen_random_uuid(),
  -- Both enciphered with the secret of the installation.
  secret text not null,
  backup_codes text not null,
  user_id uuid not null references auth."user" (id) on delete cascade,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamptz,
  unique (user_id)
);
create index two_factor_secret_idx on auth.two_factor (secret);
create index two_factor_user_id_idx on auth.two_factor (user_id);

create table auth.passkey (
  id uuid primary key default gen_random_uuid(),
  name text,
  public_key text not null,
  user_id uuid not null references auth."user" (id) on delete cascade,
  credential_id text not null unique,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  created_at timestamptz,
  aaguid text
);
create index passkey_user_id_idx on auth.passkey (user_id);
create index passkey_credential_id_idx on auth.passkey (credential_id);

-- What is ours.

-- The latest step of the clock whose code an account has used: no code of it or before works again.
create table auth.totp_step (
  user_id uuid primary key references auth."user" (id) on delete cascade,
  step bigint not null
);

-- The link that makes the first account; each start replaces it.
create table auth.set_up_link (
  is_only boolean primary key default true check (is_only),
  token_digest bytea not null check (octet_length(token_digest) = 32),
  created_at timestamptz not null default now()
);

-- Attempts within a window of time, by a digest of whose or from where they are.
create table auth.attempt (
  key bytea primary key check (octet_length(key) = 32),
  count integer not null,
  window_ends_at timestamptz not null
);
create index attempt_window on auth.attempt (window_ends_at);

-- Keys for programs; of a key itself only the digest is kept.
create table auth.api_key (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth."user" (id) on delete cascade,
  workspace_id uuid not null,
  name text not null,
  start text not null,
  token_digest bytea not null unique check (octet_length(token_digest) = 32),
  scopes text[] not null check (cardinality(scopes) > 0),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null check (expires_at > created_at and expires_at <= created_at + interval '366 days'),
  last_used_at timestamptz
);
create index api_key_owner on auth.api_key (user_id, workspace_id);

grant select, insert, update, delete on all tables in schema auth to entente_auth;
