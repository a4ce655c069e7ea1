import type { JsonObject } from '../json.ts'
import type { DocumentKind } from './document-kind.ts'

/** A whole definition as written: documents by path. */
export type Definition = ReadonlyMap<string, JsonObject>

export interface NamedDocument {
  readonly name: string
  readonly path: string
  readonly document: JsonObject
}

/** The documents of one kind, in the order of their paths. */
export const documentsOf = (definition: Definition, kind: DocumentKind): readonly NamedDocument[] =>
  [...definition]
    .flatMap(([path, document]) => {
      const name = kind.path.exec(path)?.[1]
      return name === undefined ? [] : [{ name, path, document }]
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
