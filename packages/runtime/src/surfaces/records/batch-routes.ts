import type { JsonObject, Language } from '@telar/metadata'
import type { Hono } from 'hono'
import type { Logger } from 'pino'
import { TelarError } from '../../errors.ts'
import { problemDocument } from '../../http/problem.ts'
import { readObject } from '../../http/read-body.ts'
import { refusalOf } from '../../http/refusal.ts'
import type { ItemDone } from '../../operations/batch-item.ts'
import { batchAll, batchEach, itemIssues, type ItemOutcome } from '../../operations/batch-records.ts'
import type { Services } from '../../services.ts'
import type { WorkspaceEnv } from '../surface.ts'
import { addressOf } from './address.ts'
import { type BatchBody, readBatch } from './batch-request.ts'

/** Many changes of a module's records in one request: all or nothing, or each by itself. */
export const batchRoutes = (app: Hono<WorkspaceEnv>, { log, newId }: Services): void => {
  app.post('/:module/batch', async (context) => {
    const { module } = addressOf(context)
    const body = readBatch(await readObject(context))
    const { perform, language } = context.var.request
    const outcomes: readonly ItemOutcome[] =
      body.mode === 'all'
        ? (await perform((caller) => batchAll(caller, { module, items: body.items }))).map((done) => ({
            ok: true,
            done,
          }))
        : await batchEach(perform, newId(), { module, items: body.items })
    const results = outcomes.map((outcome) => resultOf(outcome, { body, language, log }))
    return context.json({ results, counts: countsOf(outcomes) })
  })
}

interface Telling {
  readonly body: BatchBody
  readonly language: Language
  readonly log: Logger
}

const resultOf = (outcome: ItemOutcome, { body, language, log }: Telling): JsonObject => {
  if (outcome.ok) return doneOf(outcome.done, body.answers)
  const refusal = refusalOf(outcome.error, log)
  const { code, params, issues } = refusal
  const told = new TelarError(code, { params, issues: issues.length === 0 ? [] : itemIssues(refusal, '') })
  const document = problemDocument(told, language)
  return { status: refusal.status, problem: { ...document, issues: document.issues.map((issue) => ({ ...issue })) } }
}

const statuses = { created: 201, updated: 200, restored: 200, deleted: 204 } as const satisfies Record<
  ItemDone['did'],
  number
>

const doneOf = (done: ItemDone, answers: BatchBody['answers']): JsonObject => {
  const status = statuses[done.did]
  if (done.did === 'deleted') return { status, id: done.id }
  const { record } = done
  return { status, id: record.id, version: record.version, ...(answers === 'record' ? { record } : {}) }
}

const countsOf = (outcomes: readonly ItemOutcome[]): JsonObject => {
  const counts = { created: 0, updated: 0, restored: 0, deleted: 0, failed: 0 }
  for (const outcome of outcomes) counts[outcome.ok ? outcome.done.did : 'failed'] += 1
  return counts
}
