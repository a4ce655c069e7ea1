import { documentAt, documentKinds } from '../document/index.ts'
import { problem } from '../issue/issue.ts'
import type { CheckRule } from './check-rule.ts'

/** Every document lies at a known path and has its kind's shape. */
export const documentShapes: CheckRule = ({ definition, validate }) =>
  [...definition].flatMap(([path, document]) => {
    const found = documentAt(path)
    if (found === undefined) {
      const examples = documentKinds.map((kind) => kind.example)
      return [problem('PATH_UNKNOWN', { file: path, params: { path, examples } })]
    }
    return validate(found.kind.schema, document).map((issue) => ({ ...issue, file: path }))
  })
