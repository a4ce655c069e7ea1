import { appDocument } from './app-document.ts'
import type { DocumentKind } from './document-kind.ts'
import { idsDocument } from './ids-document.ts'
import { layoutDocument } from './layout-document.ts'
import { moduleDocument } from './module-document.ts'
import { navigationDocument } from './navigation-document.ts'
import { optionsDocument } from './options-document.ts'
import { roleDocument } from './role-document.ts'
import { rulesDocument } from './rules-document.ts'
import { sharingDocument } from './sharing-document.ts'
import { translationDocument } from './translation-document.ts'
import { viewDocument } from './view-document.ts'

/** Every kind of definition document. */
export const documentKinds: readonly DocumentKind[] = [
  appDocument,
  moduleDocument,
  optionsDocument,
  layoutDocument,
  viewDocument,
  rulesDocument,
  roleDocument,
  sharingDocument,
  navigationDocument,
  translationDocument,
  idsDocument,
]

/** The kind and name of the document at a path, or undefined for a path that no kind owns. */
export const documentAt = (path: string): { readonly kind: DocumentKind; readonly name: string } | undefined => {
  for (const kind of documentKinds) {
    const name = kind.path.exec(path)?.[1]
    if (name !== undefined) return { kind, name }
  }
  return undefined
}
