import { access } from './access/index.ts'
import { attachments } from './attachments/index.ts'
import { audit } from './audit/index.ts'
import { changesets, versions } from './changesets/index.ts'
import { events } from './events/index.ts'
import { files } from './files/index.ts'
import { health } from './health/index.ts'
import { impersonation } from './impersonation/index.ts'
import { invitations } from './invitations/index.ts'
import { localUsers } from './local-users/index.ts'
import { me } from './me/index.ts'
import { metrics } from './metrics/index.ts'
import { model } from './model/index.ts'
import { openapi } from './openapi/index.ts'
import { records } from './records/index.ts'
import { roles } from './roles/index.ts'
import { search } from './search/index.ts'
import { shares } from './shares/index.ts'
import type { Surface } from './surface.ts'
import { teams } from './teams/index.ts'
import { users } from './users/index.ts'
import { workspaces } from './workspaces/index.ts'

/** Every part of the HTTP interface. */
export const surfaces: readonly Surface[] = [
  health,
  metrics,
  localUsers,
  workspaces,
  model,
  openapi,
  records,
  search,
  attachments,
  files,
  events,
  changesets,
  versions,
  me,
  users,
  invitations,
  teams,
  roles,
  shares,
  access,
  impersonation,
  audit,
]
