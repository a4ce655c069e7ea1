import type { Access } from '../../access/access.ts'
import type { JsonObject } from '../../json.ts'
import type { Language } from '../../language.ts'
import { localise } from '../localise.ts'
import { ref, sayIn } from './operation.ts'
import { recordPaths } from './record-paths.ts'
import { recordSchemas } from './record-schemas.ts'
import { sharedSchemas } from './shared-schemas.ts'
import { workspacePaths } from './workspace-paths.ts'

export interface OpenApiRequest {
  readonly access: Access
  readonly language: Language
  /** Published version of the definition. */
  readonly version: number
  /** Address below which all paths are. */
  readonly root: string
  readonly sessionCookie: string
}

/** The HTTP interface of a workspace as OpenAPI 3.1, cut to somebody's rights and in his language. */
export const openApi = ({ access, language, version, root, sessionCookie }: OpenApiRequest): JsonObject => {
  const model = access.visible
  const say = sayIn(language)
  const label = localise(model, language)
  const modules = [...model.modules.values()]
  const request = { access, say, label }
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: { title: model.app.title, version: String(version), description: say('description') },
    servers: [{ url: root }],
    security: [{ session: [] }, { key: [] }],
    paths: Object.assign(
      {},
      ...modules.map((module) => recordPaths(request, module)),
      workspacePaths(say, access.can('publish')),
    ),
    components: {
      schemas: Object.assign({}, sharedSchemas, ...modules.map((module) => recordSchemas(module, label))),
      responses: {
        Problem: { description: say('problem'), content: { 'application/problem+json': { schema: ref('Problem') } } },
      },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: sessionCookie, description: say('session') },
        key: { type: 'http', scheme: 'bearer', description: say('key') },
      },
    },
  }
}
