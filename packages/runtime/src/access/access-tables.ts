import { ident, type Sql, sql } from '../database/sql.ts'

/** Teams, who is in them, who has which role, and what was shared with whom: the data of a workspace's access. */
export const accessTables = (schema: string): Sql => sql`
  alter table ${ident(schema, 'member')} add column if not exists attributes jsonb not null default '{}';
  create table ${ident(schema, 'team')} (
    id uuid primary key,
    key text not null unique,
    name text not null,
    parent uuid references ${ident(schema, 'team')},
    created_at timestamptz not null default clock_timestamp()
  );
  create table ${ident(schema, 'team_member')} (
    team uuid not null references ${ident(schema, 'team')} on delete cascade,
    member uuid not null references ${ident(schema, 'member')},
    place integer not null default 0,
    primary key (team, member)
  );
  create index on ${ident(schema, 'team_member')} (member, place);
  create table ${ident(schema, 'role_assignment')} (
    role text not null,
    member uuid references ${ident(schema, 'member')},
    team uuid references ${ident(schema, 'team')} on delete cascade,
    at timestamptz not null default clock_timestamp(),
    check ((member is null) <> (team is null)),
    unique nulls not distinct (role, member, team)
  );
  create index on ${ident(schema, 'role_assignment')} (member);
  create index on ${ident(schema, 'role_assignment')} (team);
  create table ${ident(schema, 'record_share')} (
    id uuid primary key,
    module text not null,
    record uuid not null,
    member uuid references ${ident(schema, 'member')},
    team uuid references ${ident(schema, 'team')} on delete cascade,
    level text not null check (level in ('read', 'write')),
    by uuid,
    at timestamptz not null default clock_timestamp(),
    check ((member is null) <> (team is null)),
    unique nulls not distinct (module, record, member, team)
  );
  create index on ${ident(schema, 'record_share')} (member, module);
  create index on ${ident(schema, 'record_share')} (team, module)`
