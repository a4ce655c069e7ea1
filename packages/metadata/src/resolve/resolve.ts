import { type Definition, documentsOf } from '../document/definition.ts'
import { idsDocument } from '../document/ids-document.ts'
import { layoutDocument } from '../document/layout-document.ts'
import { moduleDocument } from '../document/module-document.ts'
import { navigationDocument } from '../document/navigation-document.ts'
import { optionsDocument } from '../document/options-document.ts'
import { roleDocument } from '../document/role-document.ts'
import { rulesDocument } from '../document/rules-document.ts'
import { sharingDocument } from '../document/sharing-document.ts'
import { translationDocument } from '../document/translation-document.ts'
import { viewDocument } from '../document/view-document.ts'
import type { Issue } from '../issue/issue.ts'
import { isList, isObject, type Json, stringAt } from '../json.ts'
import type { Model, Module, Rule } from '../model.ts'
import { resolveApp } from './app.ts'
import { withInverses } from './inverses.ts'
import { resolveModule } from './module.ts'
import { resolveLayout, resolveNavigation, resolveOptionList, resolveView } from './parts.ts'
import { namer, type PhysicalNames } from './physical-names.ts'
import { resolveRole, resolveSharing } from './roles.ts'

export interface Resolution {
  readonly model: Model
  /** What the documents say that could not be taken up whole. */
  readonly issues: readonly Issue[]
  /** Physical names in use, new ones included: to be kept with the version. */
  readonly names: ReadonlyMap<string, string>
}

/** Documents → complete model; the only place where what a document leaves out gets its default. Total: bad parts are reported and left out. */
export const resolve = (definition: Definition, known: PhysicalNames = new Map()): Resolution => {
  const names = namer(known)
  const app = resolveApp(definition.get('telar.json'))
  const optionLists = new Map(
    documentsOf(definition, optionsDocument).map((named) => [named.name, resolveOptionList(named)]),
  )
  const rules = new Map(
    documentsOf(definition, rulesDocument).map(({ document }) => [
      stringAt(document, 'module') ?? '',
      rulesIn(document['rules']),
    ]),
  )
  const ids = new Map(documentsOf(definition, idsDocument).map(({ name, document }) => [name, document]))
  const resolved = documentsOf(definition, moduleDocument).map((named) =>
    resolveModule(named, {
      app,
      optionLists,
      rules: rules.get(named.name) ?? [],
      ids: ids.get(named.name),
      nameOf: names.nameOf,
    }),
  )
  const { modules, issues } = withInverses(resolved.map(({ module }) => module))
  return {
    model: {
      app,
      modules: new Map(modules.map((module): [string, Module] => [module.name, module])),
      optionLists,
      layouts: documentsOf(definition, layoutDocument).map(resolveLayout),
      views: documentsOf(definition, viewDocument).map(resolveView),
      navigation: resolveNavigation(definition.get(navigationPath), modules),
      roles: new Map(
        documentsOf(definition, roleDocument).map((named) => {
          const role = resolveRole(named)
          return [role.id, role]
        }),
      ),
      sharing: documentsOf(definition, sharingDocument).map(resolveSharing),
      translations: new Map(
        documentsOf(definition, translationDocument).map(({ name, document }) => [name, labelsIn(document['labels'])]),
      ),
    },
    issues: [...resolved.flatMap((one) => one.issues), ...issues],
    names: names.given,
  }
}

const navigationPath = navigationDocument.example

const rulesIn = (value: Json | undefined): readonly Rule[] =>
  (isList(value) ? value : []).filter(isObject).flatMap((settings) => {
    const kind = stringAt(settings, 'kind')
    return kind === undefined ? [] : [{ kind, settings }]
  })

const labelsIn = (value: Json | undefined): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(isObject(value) ? value : {}).flatMap(([id, label]) =>
      typeof label === 'string' ? [[id, label] as const] : [],
    ),
  )
