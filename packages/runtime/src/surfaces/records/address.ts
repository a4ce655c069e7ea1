import type { WorkspaceContext } from '../surface.ts'

export type { WorkspaceContext } from '../surface.ts'

/** What the address of a request names: `/records/{module}/{id}/links/{link}`. */
export const addressOf = (context: WorkspaceContext) => ({
  module: context.req.param('module') ?? '',
  id: context.req.param('id') ?? '',
  link: context.req.param('link') ?? '',
})
