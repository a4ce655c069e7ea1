import type { Context, Hono } from 'hono'
import type { WorkspaceRequest } from '../http/workspace-request.ts'
import type { Services } from '../services.ts'

/**
 * A part of the HTTP interface: one folder, one line in `surfaces/index.ts`. Mounting, sign-in, errors and limits are
 * derived from what it says here.
 * `workspace`: below `/api/w/{ws}`, for signed-in members; handlers find a `WorkspaceRequest` under `request`.
 * `public`: below `/`, for everybody.
 */
export type Surface =
  | {
      readonly name: string
      readonly scope: 'public'
      readonly path: string
      readonly routes: (app: Hono, services: Services) => void
    }
  | {
      readonly name: string
      readonly scope: 'workspace'
      readonly path: string
      /** Calls that read though their method does not say so, as `POST /records/account/query`: allowed to whoever looks as somebody else. */
      readonly alsoReads?: RegExp
      /** `streamed`: bodies are read as they come and limited by the surface itself; all others are small JSON. */
      readonly body?: 'streamed'
      readonly routes: (app: Hono<WorkspaceEnv>, services: Services) => void
    }

export interface WorkspaceEnv {
  readonly Variables: { readonly request: WorkspaceRequest }
}

export type WorkspaceContext = Context<WorkspaceEnv>

export const defineSurface = (surface: Surface): Surface => surface
