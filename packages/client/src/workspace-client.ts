import type { Capability, Json, ModelView } from '@telar/metadata'
import { createAccess, type AccessExplanations } from './access.ts'
import { createAudit, type ReadAudit } from './audit.ts'
import { createChangesets, type Changesets } from './changesets.ts'
import { subscribe, type EventListener, type Subscription } from './events.ts'
import { createFiles, type Files } from './files.ts'
import { createImpersonation, type Impersonation, type Impersonator } from './impersonation.ts'
import { createInvitations, type Invitations } from './invitations.ts'
import { meOf, type Me } from './me.ts'
import { listOf, objectOf, textOf } from './parse.ts'
import { createPeople, type PeopleCare } from './people.ts'
import { createRecords, type Records } from './records.ts'
import { createRoles, type Roles } from './roles.ts'
import type { Send, SendOptions } from './send.ts'
import { createShares, type Shares } from './shares.ts'
import { createTeams, type Teams } from './teams.ts'

/** The definition as the caller may see it, with the people of the workspace. */
export interface WorkspaceModel extends ModelView {
  readonly version: number
  readonly workspace: { readonly slug: string }
  readonly me: Member & {
    readonly email: string
    readonly capabilities: readonly Capability[]
    /** Somebody else looks at the application as this person. */
    readonly impersonatedBy?: Impersonator | null
  }
  readonly members: readonly Member[]
  readonly teams: readonly Team[]
}

export interface Member {
  readonly id: string
  readonly name: string
}

export interface Team {
  readonly id: string
  readonly name: string
}

export interface SearchHit {
  readonly module: string
  readonly id: string
  readonly label: string
}

/** One workspace, seen with the rights of the caller. */
export interface WorkspaceClient {
  readonly slug: string
  readonly model: () => Promise<WorkspaceModel>
  /** Who the caller is here, with roles and teams. */
  readonly me: () => Promise<Me>
  readonly records: (module: string) => Records
  readonly shares: (module: string, id: string) => Shares
  readonly access: AccessExplanations
  readonly roles: Roles
  readonly people: PeopleCare
  readonly invitations: Invitations
  readonly teams: Teams
  readonly audit: ReadAudit
  readonly impersonation: Impersonation
  readonly changesets: Changesets
  readonly search: (text: string, options?: SearchOptions) => Promise<readonly SearchHit[]>
  readonly files: Files
  readonly events: (listener: EventListener) => Subscription
}

export interface SearchOptions {
  /** Only records of this module. */
  readonly module?: string
  readonly limit?: number
  readonly signal?: AbortSignal
}

export const createWorkspaceClient = (send: Send, options: SendOptions, slug: string): WorkspaceClient => {
  const root = `/api/w/${encodeURIComponent(slug)}`
  return {
    slug,
    // The server makes this answer from the same `ModelView`: its shape is one contract, not checked twice.
    // oxlint-disable-next-line no-unsafe-type-assertion -- see above
    model: async () => (await send({ path: `${root}/model` })) as WorkspaceModel,
    me: async () => meOf(await send({ path: `${root}/me` })),
    records: (module) => createRecords(send, `${root}/records/${encodeURIComponent(module)}`),
    shares: (module, id) =>
      createShares(send, `${root}/records/${encodeURIComponent(module)}/${encodeURIComponent(id)}/shares`),
    access: createAccess(send, root),
    roles: createRoles(send, root),
    people: createPeople(send, root),
    invitations: createInvitations(send, root),
    teams: createTeams(send, root),
    audit: createAudit(send, root),
    impersonation: createImpersonation(send, root),
    changesets: createChangesets(send, root),
    search: async (text, { module, limit, signal } = {}) => {
      const query = { q: text, module, limit: limit === undefined ? undefined : String(limit) }
      return hitsOf(await send({ path: `${root}/search`, query, signal }))
    },
    files: createFiles(send, root, options.baseUrl),
    events: (listener) => subscribe(options, `${root}/events`, listener),
  }
}

const hitsOf = (answer: unknown): readonly SearchHit[] => listOf(objectOf(answer)['hits']).map(hitOf)

const hitOf = (value: Json): SearchHit => {
  const hit = objectOf(value)
  return { module: textOf(hit['module']), id: textOf(hit['id']), label: textOf(hit['label']) }
}
