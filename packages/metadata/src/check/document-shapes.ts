import { documentAt, documentKinds } from '../document/index.ts'
import { type Issue, problem } from '../issue/issue.ts'
import { type JsonObject, stringAt } from '../json.ts'
import type { CheckRule } from './check-rule.ts'
import { documentIssue } from './document-issue.ts'

/** Every document lies at a known path, has its kind's shape, and speaks of what its path says. */
export const documentShapes: CheckRule = ({ definition, validate }) =>
  [...definition].flatMap(([path, document]) => {
    const found = documentAt(path)
    if (found === undefined) {
      const examples = documentKinds.map((kind) => kind.example)
      return [problem('PATH_UNKNOWN', { file: path, params: { path, examples } })]
    }
    const shape = validate(found.kind.schema, document).map((issue) => ({ ...documentIssue(issue), file: path }))
    return [...shape, ...placeIssues(path, document, found)]
  })

const placeIssues = (
  path: string,
  document: JsonObject,
  { kind, name }: NonNullable<ReturnType<typeof documentAt>>,
): readonly Issue[] => {
  const written = kind.named === undefined ? undefined : stringAt(document, kind.named)
  const placed = name.split(/[/.]/)[0] ?? ''
  if (written === undefined || written === placed) return []
  return [problem('DOCUMENT_PLACE', { file: path, pointer: `/${kind.named}`, params: { written, placed } })]
}
