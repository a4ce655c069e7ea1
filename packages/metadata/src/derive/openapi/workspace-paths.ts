import type { JsonObject } from '../../json.ts'
import {
  inHeader,
  inPath,
  inQuery,
  listOfSchema,
  objectWith,
  operation,
  type OperationSpec,
  problemAnswer,
  ref,
  type Say,
  uuid,
} from './operation.ts'

/** What is there beside the records; the definition is for those who may publish. */
export const workspacePaths = (say: Say, mayPublish: boolean): JsonObject => ({
  ...general(say),
  ...files(say),
  '/versions': {
    get: definition(say, 'versions', { answer: [200, objectWith({ versions: listOfSchema(ref('Version')) })] }),
  },
  ...(mayPublish ? { ...changesets(say), ...versions(say) } : {}),
})

const general = (say: Say): JsonObject => {
  const tag = say('linkTag')
  const made = (id: 'model' | 'openapi' | 'search', rest: Pick<OperationSpec, 'parameters' | 'answer'>): JsonObject =>
    operation(say, { id, tag, summary: say(id), ...rest })
  const search = [
    { ...inQuery('q', say('q'), { type: 'string' }), required: true },
    inQuery('module', say('fields'), { type: 'string' }),
    inQuery('limit', say('limit'), { type: 'integer', minimum: 1, maximum: 50, default: 20 }),
  ]
  return {
    '/model': { get: made('model', { answer: [200, ref('Model')] }) },
    '/openapi.json': { get: made('openapi', { answer: [200, { type: 'object' }] }) },
    '/search': { get: made('search', { parameters: search, answer: [200, ref('SearchHits')] }) },
    '/events': {
      get: {
        operationId: 'events',
        tags: [tag],
        summary: say('events'),
        parameters: [inHeader('Last-Event-ID', say('lastEventId'), false)],
        responses: {
          '200': { description: say('answer'), content: { 'text/event-stream': { schema: { type: 'string' } } } },
          default: problemAnswer,
        },
      },
    },
  }
}

const files = (say: Say): JsonObject => {
  const tags = [say('fileTag')]
  const content = { '*/*': { schema: { type: 'string', contentEncoding: 'binary' } } }
  return {
    '/files': {
      post: {
        operationId: 'upload',
        tags,
        summary: say('upload'),
        requestBody: {
          required: true,
          content: {
            'multipart/form-data': { schema: objectWith({ file: { type: 'string', contentEncoding: 'binary' } }) },
          },
        },
        responses: {
          '201': { description: say('answer'), content: { 'application/json': { schema: ref('File') } } },
          default: problemAnswer,
        },
      },
    },
    '/files/{id}': {
      parameters: [inPath('id', uuid)],
      get: {
        operationId: 'download',
        tags,
        summary: say('download'),
        parameters: [
          inQuery('download', say('asAttachment'), { type: 'string' }),
          inHeader('Range', say('part'), false),
        ],
        responses: {
          '200': { description: say('answer'), content },
          '206': { description: say('part'), content },
          default: problemAnswer,
        },
      },
    },
  }
}

const definition = (
  say: Say,
  id: Parameters<Say>[0],
  rest: Omit<OperationSpec, 'id' | 'tag' | 'summary'>,
): JsonObject => operation(say, { id, tag: say('definitionTag'), summary: say(id), ...rest })

const message: JsonObject = { type: 'object', properties: { message: { type: 'string' } } }

const changesets = (say: Say): JsonObject => {
  const id = inPath('id', uuid)
  const titled = { type: 'object', properties: { title: { type: 'string' } } }
  return {
    '/changesets': {
      get: definition(say, 'changesets', { answer: [200, objectWith({ changesets: listOfSchema(ref('Changeset')) })] }),
      post: definition(say, 'openChangeset', { body: titled, answer: [201, ref('Changeset')] }),
    },
    '/changesets/{id}': {
      parameters: [id],
      get: definition(say, 'changeset', { answer: [200, ref('Changeset')] }),
      delete: definition(say, 'discard', { answer: [204, null] }),
    },
    '/changesets/{id}/documents/{path}': {
      parameters: [id, inPath('path', { type: 'string' })],
      put: definition(say, 'putDocument', { body: { type: 'object' }, answer: [200, ref('StoredDocument')] }),
      delete: definition(say, 'removeDocument', { answer: [204, null] }),
    },
    '/changesets/{id}/plan': { parameters: [id], get: definition(say, 'plan', { answer: [200, ref('Plan')] }) },
    '/changesets/{id}/publish': {
      parameters: [id],
      post: definition(say, 'publish', { body: message, answer: [200, objectWith({ version: { type: 'integer' } })] }),
    },
  }
}

const versions = (say: Say): JsonObject => {
  const n = inPath('n', { type: 'integer', minimum: 0 })
  const documents = objectWith({ documents: { type: 'object', additionalProperties: { type: 'string' } } })
  return {
    '/versions/{n}/documents': { parameters: [n], get: definition(say, 'documents', { answer: [200, documents] }) },
    '/versions/{n}/restore': {
      parameters: [n],
      post: definition(say, 'restoreVersion', { answer: [201, ref('Changeset')] }),
    },
  }
}
