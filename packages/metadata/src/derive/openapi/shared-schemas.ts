import type { JsonObject } from '../../json.ts'
import { listOfSchema, objectWith, ref, uuid } from './operation.ts'

const text: JsonObject = { type: 'string' }
const time: JsonObject = { type: 'string', format: 'date-time' }
const whole: JsonObject = { type: 'integer' }
const anything: JsonObject = {}
const someone: JsonObject = { type: ['string', 'null'], format: 'uuid' }
const maybe = (schema: JsonObject): JsonObject => ({ anyOf: [schema, { type: 'null' }] })

/** Shapes that are the same in every workspace. */
export const sharedSchemas: JsonObject = {
  Issue: objectWith({
    pointer: text,
    code: text,
    params: { type: 'object' },
    message: text,
    severity: { enum: ['error', 'warning'] },
  }),
  Problem: objectWith({
    type: text,
    title: text,
    status: whole,
    code: text,
    detail: text,
    params: { type: 'object' },
    issues: listOfSchema(ref('Issue')),
  }),
  Reference: objectWith({ id: uuid, label: { type: ['string', 'null'] } }),
  Count: objectWith({ value: whole, exact: { type: 'boolean' } }),
  Filter: { type: 'object' },
  HistoryEntry: objectWith({
    id: text,
    at: time,
    version: whole,
    op: text,
    actor: someone,
    source: text,
    operation: uuid,
    changes: listOfSchema(objectWith({ field: text, before: anything, after: anything })),
    detail: anything,
  }),
  History: objectWith({ entries: listOfSchema(ref('HistoryEntry')), next: { type: ['string', 'null'] } }),
  BatchResult: objectWith({
    results: listOfSchema({
      type: 'object',
      required: ['status'],
      properties: { status: whole, id: uuid, version: whole },
    }),
    counts: { type: 'object', additionalProperties: whole },
  }),
  Aggregate: objectWith({
    groups: listOfSchema(objectWith({ keys: listOfSchema(anything), values: listOfSchema(anything) })),
  }),
  File: objectWith({ id: uuid, name: text, type: text, size: whole, sha256: text, createdAt: time, createdBy: uuid }),
  Files: objectWith({ files: listOfSchema(ref('File')) }),
  SearchHits: objectWith({ hits: listOfSchema({ type: 'object' }) }),
  Changeset: objectWith({
    id: uuid,
    title: text,
    base: whole,
    state: { enum: ['open', 'published', 'discarded'] },
    publishedAs: { type: ['integer', 'null'] },
    createdAt: time,
    createdBy: someone,
  }),
  Plan: objectWith({
    changes: listOfSchema({ type: 'object' }),
    schema: listOfSchema({ type: 'object' }),
    impact: listOfSchema(ref('Issue')),
    uses: listOfSchema(anything),
    access: listOfSchema(anything),
    blocked: listOfSchema(ref('Issue')),
  }),
  Version: objectWith({ n: whole, at: time, by: someone, message: text }),
  StoredDocument: objectWith({ path: text, document: { type: 'object' }, issues: listOfSchema(ref('Issue')) }),
  Model: objectWith({ version: whole, modules: { type: 'object' }, navigation: listOfSchema({ type: 'object' }) }),
  MaybeReference: maybe(ref('Reference')),
}
