import type { Context } from 'hono'
import type { WorkspaceEnv } from '../surface.ts'

export type WorkspaceContext = Context<WorkspaceEnv>

/** What the address of a request names: `/records/{module}/{id}/links/{link}`. */
export const addressOf = (context: WorkspaceContext) => ({
  module: context.req.param('module') ?? '',
  id: context.req.param('id') ?? '',
  link: context.req.param('link') ?? '',
})
