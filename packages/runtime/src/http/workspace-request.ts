import { type Access, type Language, languageFrom, type Principal } from '@telar/metadata'
import type { Context } from 'hono'
import type { SignIn } from '../auth/index.ts'
import { type ErrorCode, TelarError } from '../errors.ts'
import type { Caller } from '../operations/caller.ts'
import { StaleSnapshot } from '../operations/write-guards.ts'
import type { Services } from '../services.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { signedIn } from './signed-in.ts'
import { type Impersonator, visitorOf } from './visitor.ts'

/** What a handler below `/api/w/{ws}` works with. */
export interface WorkspaceRequest {
  /** The sign-in that sends it, whoever's eyes it looks through. */
  readonly who: SignIn
  /** Who is really there, if he looks at the application as somebody else: then nothing is written. */
  readonly impersonator: Impersonator | undefined
  readonly principal: Principal
  /** What the caller may do under the snapshot. */
  readonly access: Access
  readonly language: Language
  readonly snapshot: Snapshot
  /** What the caller may see now under a version; undefined once he may not be here any more. */
  readonly accessOn: (snapshot: Snapshot) => Promise<Access | undefined>
  /** Runs an operation on the current snapshot, and again on the next one when a publish came between. */
  readonly perform: <Result>(work: (caller: Caller) => Promise<Result>) => Promise<Result>
}

/** How many publishes may come between before the caller is told to try again. */
const attempts = 4

export const workspaceRequest = async (
  services: Services,
  context: Context,
  slug: string,
): Promise<WorkspaceRequest> => {
  const snapshot = services.snapshots.current(slug)
  if (snapshot === undefined) throw await unknownWorkspace(services, context, slug)
  const visitor = await visitorOf(services, context, snapshot)
  if (visitor === undefined) throw new TelarError('SIGN_IN_NEEDED')
  const { who, impersonator } = visitor
  const access = active(visitor.access)
  const language = languageFrom(context.req.header('accept-language'))
  const accessOn = async (at: Snapshot): Promise<Access | undefined> => (await visitorOf(services, context, at))?.access
  const source = context.req.header('authorization') === undefined ? 'user' : 'api'
  return {
    who,
    impersonator,
    principal: access.principal,
    access,
    language,
    snapshot,
    accessOn,
    perform: async (work) => {
      for (let attempt = 1; ; attempt += 1) {
        const current = services.snapshots.current(slug) ?? snapshot
        try {
          const currentAccess = current === snapshot ? access : active(await accessOn(current))
          return await work(callerOf(services, current, { access: currentAccess, language, source }))
        } catch (error) {
          if (!(await isOutdated(services, current, error))) throw error
          if (attempt === attempts) throw new TelarError('BUSY', { cause: error })
        }
      }
    },
  }
}

/** What only the definition is to blame for: another node may have published one that takes it. */
const byDefinition = new Set<ErrorCode>(['INVALID', 'QUERY_INVALID', 'MODULE_UNKNOWN', 'LINK_UNKNOWN'])

/** Whether an operation failed because its snapshot is no longer the published version; the newer one is loaded then. */
const isOutdated = async ({ snapshots }: Services, used: Snapshot, error: unknown): Promise<boolean> => {
  if (!(error instanceof StaleSnapshot) && !(error instanceof TelarError && byDefinition.has(error.code))) return false
  const now = await snapshots.refresh(used.workspace.slug)
  return error instanceof StaleSnapshot || now?.version !== used.version
}

export const callerOf = (
  services: Pick<Services, 'pool' | 'now' | 'newId' | 'cursorKey'>,
  snapshot: Snapshot,
  who: { readonly access: Access; readonly language: Language; readonly source: string; readonly at?: string },
): Caller => ({
  pool: services.pool,
  database: services.pool,
  snapshot,
  access: who.access,
  principal: who.access.principal,
  language: who.language,
  source: who.source,
  operation: services.newId(),
  at: who.at ?? null,
  now: services.now,
  newId: services.newId,
  cursorKey: services.cursorKey,
})

const active = (access: Access | undefined): Access => {
  if (access === undefined) throw new TelarError('MEMBER_INACTIVE')
  return access
}

/** Which workspaces there are is told to those who are signed in. */
const unknownWorkspace = async (services: Services, context: Context, slug: string): Promise<TelarError> =>
  (await signedIn(services, context)) === undefined
    ? new TelarError('SIGN_IN_NEEDED')
    : new TelarError('WORKSPACE_UNKNOWN', { params: { workspace: slug } })
