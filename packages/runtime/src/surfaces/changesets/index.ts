import { changeText, isObject, type Json, stringAt } from '@telar/metadata'
import type { Context, Hono } from 'hono'
import { readingOf } from '../../access/reading.ts'
import { requireCapability, requireDrafting, requirePublishing, saysRights } from '../../access/require-capability.ts'
import { accessImpact, type AccessImpact } from '../../changesets/access-impact.ts'
import {
  type ChangesetPlace,
  changesetTexts,
  discardChangeset,
  findChangeset,
  listChangesets,
  openChangeset,
  putDocuments,
} from '../../changesets/changeset.ts'
import { makePlan, type Plan } from '../../changesets/plan.ts'
import { publishChangeset } from '../../changesets/publish.ts'
import { listVersions, restoreVersion } from '../../changesets/versions.ts'
import { statement } from '../../database/sql.ts'
import { TelarError } from '../../errors.ts'
import { problemIssue } from '../../http/problem.ts'
import { wholeNumber } from '../../http/query-parameters.ts'
import { readObject, readText } from '../../http/read-body.ts'
import type { Services } from '../../services.ts'
import { loadNames, loadTexts, publishedVersion } from '../../snapshot/load-snapshot.ts'
import { defineSurface, type WorkspaceEnv } from '../surface.ts'

type WorkspaceContext = Context<WorkspaceEnv>

/** Drafts of the definition: open, put documents, plan, publish; and the versions that came of them. */
export const changesets = defineSurface({
  name: 'changesets',
  scope: 'workspace',
  path: '/changesets',
  routes: (app, services) => {
    const place = placeFor(services)
    app.get('/', async (context) =>
      context.json({ changesets: await listChangesets(services.pool, place(context).workspace) }),
    )
    app.post('/', async (context) => {
      const body = await readObject(context)
      return context.json(
        await openChangeset(place(context), services.newId(), (stringAt(body, 'title') ?? '').slice(0, 200)),
        201,
      )
    })
    app.get('/:id', async (context) => {
      const { pool, workspace } = place(context)
      const changeset = await findChangeset(pool, workspace, context.req.param('id'))
      const texts = await changesetTexts(pool, changeset.id)
      return context.json({
        ...changeset,
        documents: [...texts].map(([path, text]) => ({ path, removed: text === null })),
      })
    })
    documentRoutes(app, services)
    app.delete('/:id', async (context) => {
      await requireOwnDraft(services, context)
      await discardChangeset(place(context), context.req.param('id'))
      return context.body(null, 204)
    })
    app.get('/:id/plan', async (context) => context.json(await planOf(services, context)))
    app.post('/:id/publish', async (context) => {
      const body = await readObject(context)
      const onVersion =
        body['onVersion'] === undefined
          ? undefined
          : wholeNumber('onVersion', body['onVersion'], { min: 0, max: 999_999, otherwise: 0 })
      const { access, snapshot } = context.var.request
      requireCapability(access, 'publish')
      const { id } = await findChangeset(services.pool, snapshot.workspace, context.req.param('id'))
      requirePublishing(access, (await changesetTexts(services.pool, id)).keys())
      const message = (stringAt(body, 'message') ?? '').slice(0, 2000)
      const version = await publishChangeset(place(context), context.req.param('id'), {
        message,
        access,
        ...(onVersion === undefined ? {} : { onVersion }),
      })
      await services.snapshots.refresh(context.var.request.snapshot.workspace.slug)
      return context.json({ version })
    })
  },
})

/** `{path: text}`, null for a removal: a whole folder in one request, as written. */
const textsIn = (value: Json | undefined): ReadonlyMap<string, string | null> => {
  const entries = Object.entries(isObject(value) ? value : {}).flatMap(([path, text]) =>
    typeof text === 'string' || text === null ? [[path, text] as const] : [],
  )
  if (!isObject(value) || entries.length !== Object.keys(value).length)
    throw new TelarError('BAD_PARAMETER', { params: { name: 'documents', reason: '{path: text | null}' } })
  return new Map(entries)
}

/** Where a change set lives, for those who work on the definition. */
const placeFor =
  (services: Services) =>
  (context: WorkspaceContext): ChangesetPlace => {
    const { access, principal, snapshot } = context.var.request
    requireCapability(access, 'design', 'publish', 'manageRoles')
    return { pool: services.pool, workspace: snapshot.workspace, actor: principal.id }
  }

/** The draft of somebody else is theirs, but for those who manage roles: it is published in their name. */
const requireOwnDraft = async (services: Services, context: WorkspaceContext): Promise<void> => {
  const { access, principal, snapshot } = context.var.request
  requireCapability(access, 'design', 'publish', 'manageRoles')
  const { createdBy } = await findChangeset(services.pool, snapshot.workspace, context.req.param('id') ?? '')
  if (createdBy !== principal.id) requireCapability(access, 'manageRoles')
}

/** Documents of a change set: one as it was written, many at once, or one taken away. */
const documentRoutes = (app: Hono<WorkspaceEnv>, services: Services): void => {
  const place = placeFor(services)
  app.put('/:id/documents/:path{.+}', async (context) => {
    const path = context.req.param('path')
    requireDrafting(context.var.request.access, [path])
    await requireOwnDraft(services, context)
    const [stored] = await putDocuments(
      place(context),
      context.req.param('id'),
      new Map([[path, await readText(context)]]),
    )
    if (stored === undefined) throw new TelarError('NOT_FOUND')
    return context.json({ path, document: stored.document, issues: await issuesOf(services, context, path) })
  })
  app.put('/:id/documents', async (context) => {
    const texts = textsIn((await readObject(context))['documents'])
    requireDrafting(context.var.request.access, texts.keys())
    await requireOwnDraft(services, context)
    const stored = await putDocuments(place(context), context.req.param('id'), texts)
    return context.json({ documents: stored.map(({ path, document }) => ({ path, document })) })
  })
  app.delete('/:id/documents/:path{.+}', async (context) => {
    const path = context.req.param('path')
    requireDrafting(context.var.request.access, [path])
    await requireOwnDraft(services, context)
    await putDocuments(place(context), context.req.param('id'), new Map([[path, null]]))
    return context.body(null, 204)
  })
}

const currentPlan = async (services: Services, context: WorkspaceContext) => {
  const { workspace } = context.var.request.snapshot
  const changeset = await findChangeset(services.pool, workspace, context.req.param('id') ?? '')
  const changes = await changesetTexts(services.pool, changeset.id)
  return makePlan({
    database: services.pool,
    workspace,
    version: await publishedVersion(services.pool, workspace),
    changes,
  })
}

const planOf = async (services: Services, context: WorkspaceContext) => {
  const { language, access } = context.var.request
  requireCapability(access, 'design', 'publish', 'manageRoles')
  const plan = await currentPlan(services, context)
  return {
    version: plan.version,
    documents: plan.documents,
    changes: plan.changes.map((change) => ({ ...change, summary: changeText(change, language) })),
    schema: plan.schema.map((step) => ({
      kind: step.kind,
      table: step.table,
      name: step.name,
      sql: statement(step.sql).text,
    })),
    impact: plan.impact.map((issue) => problemIssue(issue, language)),
    uses: [],
    access: plan.blocked.length > 0 ? [] : await impactOf(services, context, plan),
    blocked: plan.blocked.map((issue) => problemIssue(issue, language)),
    warnings: plan.warnings.map((issue) => problemIssue(issue, language)),
  }
}

/** Who would gain and lose what. */
const impactOf = async (
  services: Services,
  context: WorkspaceContext,
  { before, model }: Plan,
): Promise<readonly AccessImpact[]> => {
  const { access, snapshot } = context.var.request
  const { workspace } = snapshot
  return accessImpact({
    database: services.pool,
    schema: workspace.schema,
    before,
    after: model,
    known: await loadNames(services.pool, workspace),
    now: services.now().toISOString(),
    seen: readingOf(snapshot, access).tables,
    reader: access,
  })
}

/** What the plan says of one document. */
const issuesOf = async (services: Services, context: WorkspaceContext, path: string) => {
  const plan = await currentPlan(services, context)
  return [...plan.blocked, ...plan.warnings]
    .filter((issue) => issue.file === path)
    .map((issue) => problemIssue(issue, context.var.request.language))
}

/** Published versions, and the way back to one. */
export const versions = defineSurface({
  name: 'versions',
  scope: 'workspace',
  path: '/versions',
  routes: (app, services) => {
    app.get('/', async (context) => {
      requireCapability(context.var.request.access, 'design', 'publish')
      return context.json({ versions: await listVersions(services.pool, context.var.request.snapshot.workspace) })
    })
    app.get('/:n/documents', async (context) => {
      requireCapability(context.var.request.access, 'design', 'publish')
      const n = wholeNumber('n', context.req.param('n'), { min: 0, max: 999_999, otherwise: 0 })
      const { access, snapshot } = context.var.request
      const texts = [...(await loadTexts(services.pool, snapshot.workspace, n))]
      const shown = access.can('manageRoles') ? texts : texts.filter(([path]) => !saysRights(path))
      return context.json({ documents: Object.fromEntries(shown) })
    })
    app.post('/:n/restore', async (context) => {
      const { access, principal, snapshot } = context.var.request
      requireCapability(access, 'publish')
      const n = wholeNumber('n', context.req.param('n'), { min: 1, max: 999_999, otherwise: 1 })
      const place = { pool: services.pool, workspace: snapshot.workspace, actor: principal.id }
      return context.json(await restoreVersion(place, services.newId(), n), 201)
    })
  },
})
