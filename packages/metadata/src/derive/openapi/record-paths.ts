import type { Access } from '../../access/access.ts'
import type { Action } from '../../access/actions.ts'
import type { JsonObject } from '../../json.ts'
import type { Module } from '../../model.ts'
import type { Localise } from '../localise.ts'
import { inHeader, inPath, inQuery, objectWith, operation, ref, type Say, uuid } from './operation.ts'
import { schemaNames } from './record-schemas.ts'

export interface PathsRequest {
  readonly access: Access
  /** Texts of the description, and labels of the definition. */
  readonly say: Say
  readonly label: Localise
}

interface Place extends PathsRequest {
  readonly module: Module
  readonly names: ReturnType<typeof schemaNames>
  readonly root: string
  readonly texts: { readonly title: string; readonly plural: string }
  readonly may: (action: Action) => boolean
}

/** Everything that may be done with the records of a module. */
export const recordPaths = (request: PathsRequest, module: Module): JsonObject => {
  const place: Place = {
    ...request,
    module,
    names: schemaNames(module),
    root: `/records/${encodeURIComponent(module.name)}`,
    texts: {
      title: request.label(module.id, module.title),
      plural: request.label(`${module.id}.plural`, module.plural),
    },
    may: (action) => request.access.may(action, module) !== undefined,
  }
  return { ...collection(place), ...single(place), ...attachments(place), ...links(place) }
}

interface Described extends Omit<Parameters<typeof operation>[1], 'id' | 'tag' | 'summary'> {
  readonly verb: Parameters<Say>[0]
  readonly of?: string
}

const described = ({ say, names, texts }: Place, { verb, of = '', ...rest }: Described): JsonObject =>
  operation(say, {
    id: `${verb}${names.read.replace(/Record$/, '')}${of}`,
    tag: texts.plural,
    summary: say(verb, texts),
    ...rest,
  })

/** A path with those of its methods that are allowed; none without any. */
const pathWith = (
  path: string,
  methods: readonly (readonly [method: string, isAllowed: boolean, made: JsonObject])[],
  parameters: readonly JsonObject[] = [],
): JsonObject => {
  const allowed = methods.filter(([, isAllowed]) => isAllowed).map(([method, , made]) => [method, made] as const)
  return allowed.length === 0
    ? {}
    : {
        [path]: { ...(parameters.length === 0 ? {} : { parameters: [...parameters] }), ...Object.fromEntries(allowed) },
      }
}

const collection = (place: Place): JsonObject => {
  const { root, names, may, say } = place
  return {
    ...pathWith(root, [
      [
        'get',
        may('read'),
        described(place, { verb: 'list', parameters: listParameters(say), answer: [200, ref(names.list)] }),
      ],
      [
        'post',
        may('create'),
        described(place, { verb: 'create', body: ref(names.create), answer: [201, ref(names.read)] }),
      ],
    ]),
    ...pathWith(`${root}/query`, [
      ['post', may('read'), described(place, { verb: 'query', body: listBody, answer: [200, ref(names.list)] })],
    ]),
    ...pathWith(`${root}/batch`, [
      ['post', may('update'), described(place, { verb: 'batch', body: batchBody, answer: [200, ref('BatchResult')] })],
    ]),
    ...pathWith(`${root}/aggregate`, [
      [
        'post',
        may('read'),
        described(place, { verb: 'aggregate', body: { type: 'object' }, answer: [200, ref('Aggregate')] }),
      ],
    ]),
  }
}

const single = (place: Place): JsonObject => {
  const { root, names, may, say } = place
  const id = [inPath('id', uuid)]
  const read = [inQuery('fields', say('fields'), { type: 'string' }), inQuery('asOf', say('asOf'), { type: 'string' })]
  const history = [inQuery('limit', say('limit'), pageLimit), inQuery('before', say('before'), { type: 'string' })]
  return {
    ...pathWith(
      `${root}/{id}`,
      [
        ['get', may('read'), described(place, { verb: 'get', parameters: read, answer: [200, ref(names.read)] })],
        [
          'patch',
          may('update'),
          described(place, {
            verb: 'update',
            parameters: [inHeader('If-Match', say('ifMatch'), true)],
            body: ref(names.change),
            answer: [200, ref(names.read)],
          }),
        ],
        [
          'delete',
          may('delete'),
          described(place, {
            verb: 'delete',
            parameters: [inHeader('If-Match', say('ifMatch'), false)],
            answer: [204, null],
          }),
        ],
      ],
      id,
    ),
    ...pathWith(
      `${root}/{id}/restore`,
      [['post', may('restore'), described(place, { verb: 'restore', answer: [200, ref(names.read)] })]],
      id,
    ),
    ...pathWith(
      `${root}/{id}/history`,
      [['get', may('read'), described(place, { verb: 'history', parameters: history, answer: [200, ref('History')] })]],
      id,
    ),
  }
}

const attachments = (place: Place): JsonObject => {
  const { root, may } = place
  const id = [inPath('id', uuid)]
  return {
    ...pathWith(
      `${root}/{id}/files`,
      [
        ['get', may('read'), described(place, { verb: 'attachments', answer: [200, ref('Files')] })],
        [
          'post',
          may('update'),
          described(place, { verb: 'attach', body: objectWith({ file: uuid }), answer: [201, ref('File')] }),
        ],
      ],
      id,
    ),
    ...pathWith(
      `${root}/{id}/files/{file}`,
      [['delete', may('update'), described(place, { verb: 'detach', answer: [204, null] })]],
      [...id, inPath('file', uuid)],
    ),
  }
}

/** Lists of records elsewhere that name this one, and its own many-to-many fields. */
const links = (place: Place): JsonObject => {
  const { module, access, label } = place
  const many = [...module.fields.values()]
    .filter((field) => field.storage.type === 'links')
    .map((field) => ({ name: field.name, module: field.link?.module ?? '' }))
  const ways = [...many, ...[...module.inverses.values()].map(({ name, module: from }) => ({ name, module: from }))]
  const paths = ways.flatMap(({ name, module: to }) => {
    const other = access.visible.modules.get(to)
    if (other === undefined) return []
    return [
      linkPath(
        { ...place, texts: { title: label(other.id, other.title), plural: label(`${other.id}.plural`, other.plural) } },
        name,
        other,
      ),
    ]
  })
  return Object.assign({}, ...paths)
}

const linkPath = (place: Place, name: string, other: Module): JsonObject => {
  const { root, may, say } = place
  const of = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
  const end = { type: 'object', required: ['id'], properties: { id: uuid, attributes: { type: 'object' } } }
  // Beside each record stand the attributes of its link.
  const records = {
    allOf: [
      objectWith({
        records: { type: 'array', items: { type: 'object', required: ['id', 'version'] } },
        next: { type: ['string', 'null'] },
      }),
    ],
  }
  const answer = schemaNames(other).list
  return pathWith(
    `${root}/{id}/links/${encodeURIComponent(name)}`,
    [
      [
        'get',
        may('read'),
        described(place, {
          verb: 'links',
          of,
          parameters: listParameters(say),
          answer: [200, { ...records, description: answer }],
        }),
      ],
      ['post', may('link'), described(place, { verb: 'link', of, body: end, answer: [204, null] })],
      [
        'delete',
        may('link'),
        described(place, {
          verb: 'unlink',
          of,
          parameters: [{ ...inQuery('id', 'id', uuid), required: true }],
          answer: [204, null],
        }),
      ],
    ],
    [inPath('id', uuid)],
  )
}

const pageLimit: JsonObject = { type: 'integer', minimum: 1, maximum: 500, default: 50 }

const counting: JsonObject = { enum: ['none', 'estimated', 'exact'], default: 'none' }

const listParameters = (say: Say): readonly JsonObject[] => [
  {
    name: 'filter',
    in: 'query',
    description: say('filter'),
    content: { 'application/json': { schema: ref('Filter') } },
  },
  inQuery('q', say('q'), { type: 'string' }),
  inQuery('sort', say('sort'), { type: 'string' }),
  inQuery('fields', say('fields'), { type: 'string' }),
  inQuery('limit', say('limit'), pageLimit),
  inQuery('cursor', say('cursor'), { type: 'string' }),
  inQuery('count', say('count'), counting),
  inQuery('asOf', say('asOf'), { type: 'string' }),
  inQuery('deleted', say('deletedOnes'), { type: 'boolean', default: false }),
]

const names: JsonObject = { type: ['string', 'array'], items: { type: 'string' } }

const listBody: JsonObject = {
  type: 'object',
  properties: {
    filter: { anyOf: [ref('Filter'), { type: 'null' }] },
    q: { type: 'string' },
    sort: names,
    fields: names,
    limit: pageLimit,
    cursor: { type: 'string' },
    count: counting,
    asOf: { type: 'string' },
    deleted: { type: 'boolean', default: false },
  },
  additionalProperties: false,
}

const batchBody: JsonObject = {
  type: 'object',
  required: ['items'],
  properties: {
    mode: { enum: ['all', 'each'], default: 'all' },
    return: { enum: ['id', 'record'], default: 'id' },
    items: {
      type: 'array',
      minItems: 1,
      maxItems: 1000,
      items: {
        type: 'object',
        required: ['op'],
        properties: {
          op: { enum: ['create', 'update', 'upsert', 'delete', 'restore'] },
          id: uuid,
          version: { type: ['integer', 'string'] },
          by: { type: 'array', items: { type: 'string' } },
          data: { type: 'object' },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
}
