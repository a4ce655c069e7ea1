import { raw, type Sql } from '../database/sql.ts'

/**
 * The system schema `telar`, by numbered steps; each runs once. A step that has shipped is never edited.
 * Definitions are stored as text (decisions.md 4), each text once, named by its hash.
 */
export const systemSteps: readonly { readonly name: string; readonly sql: Sql }[] = [
  {
    name: '1-workspaces',
    sql: raw(`
      create extension if not exists pg_trgm;
      create extension if not exists unaccent;
      create table telar.workspace (
        id uuid primary key,
        slug text not null unique,
        schema text not null unique,
        published integer not null default 0,
        created_at timestamptz not null default clock_timestamp()
      );
      create table telar.document (hash text primary key, text text not null);
      create table telar.version (
        workspace uuid not null references telar.workspace,
        n integer not null,
        at timestamptz not null default clock_timestamp(),
        by uuid,
        message text not null default '',
        primary key (workspace, n)
      );
      create table telar.version_document (
        workspace uuid not null,
        n integer not null,
        path text not null,
        hash text not null references telar.document,
        primary key (workspace, n, path),
        foreign key (workspace, n) references telar.version
      );
      create table telar.physical_name (
        workspace uuid not null references telar.workspace,
        key text not null,
        name text not null,
        primary key (workspace, key)
      );
      create table telar.changeset (
        id uuid primary key,
        workspace uuid not null references telar.workspace,
        title text not null,
        base integer not null,
        state text not null default 'open' check (state in ('open', 'published', 'discarded')),
        published_as integer,
        created_at timestamptz not null default clock_timestamp(),
        created_by uuid
      );
      create table telar.changeset_document (
        changeset uuid not null references telar.changeset on delete cascade,
        path text not null,
        text text,
        primary key (changeset, path)
      );
      create table telar.audit (
        id bigint generated always as identity primary key,
        workspace uuid,
        at timestamptz not null default clock_timestamp(),
        actor uuid,
        act text not null,
        detail jsonb not null
      );
    `),
  },
  {
    name: '2-workspace-steps',
    sql: raw(`
      create table telar.workspace_step (
        workspace uuid not null references telar.workspace,
        name text not null,
        at timestamptz not null default clock_timestamp(),
        primary key (workspace, name)
      );
    `),
  },
  {
    name: '3-sign-in',
    sql: raw(`
      alter table telar.audit add column address text, add column user_agent text;
      create index audit_at on telar.audit (at);
      create table telar.access_link (
        hash text primary key,
        kind text not null check (kind in ('invitation', 'reset')),
        user_id text not null,
        made_at timestamptz not null default clock_timestamp(),
        made_by uuid,
        expires_at timestamptz not null,
        unique (user_id, kind)
      );
      create table telar.sign_in_try (
        key text primary key,
        failures integer not null,
        free_at timestamptz not null,
        at timestamptz not null
      );
      create index sign_in_try_at on telar.sign_in_try (at);
    `),
  },
]
