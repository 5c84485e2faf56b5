-- Signing in by a firm's own identity provider (OpenID Connect). A workspace configures providers, and whoever comes by one
-- has an account of that provider alone: by issuer and subject, never by e-mail, and for that workspace only.

create table auth.sign_on_provider (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null,
  name text not null,
  issuer text not null,
  client_id text not null,
  -- Enciphered with the secret of the installation.
  client_secret text not null,
  created_at timestamptz not null default now()
);
create index sign_on_provider_workspace on auth.sign_on_provider (workspace_id);

create table auth.sign_on_identity (
  provider_id uuid not null references auth.sign_on_provider (id),
  issuer text not null,
  subject text not null,
  -- While an account is of a provider, the provider stays: an account that outlived it would be nobody's to limit.
  user_id uuid not null unique references auth."user" (id) on delete cascade,
  email text not null,
  primary key (provider_id, issuer, subject)
);

-- Sign-ons on their way through a provider; each is completed once, by the browser that began it.
create table auth.sign_on_attempt (
  state_digest bytea primary key check (octet_length(state_digest) = 32),
  provider_id uuid not null references auth.sign_on_provider (id) on delete cascade,
  nonce text not null,
  code_verifier text not null,
  redirect_uri text not null,
  expires_at timestamptz not null default now() + interval '10 minutes'
);

grant select, insert, update, delete on auth.sign_on_provider, auth.sign_on_identity, auth.sign_on_attempt
  to entente_auth;
