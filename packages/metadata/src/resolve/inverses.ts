import { type Issue, pointerTo, problem } from '../issue/issue.ts'
import type { Field, Inverse, Module } from '../model.ts'

/** Gives every module the lists of records that link to it, under the names those links ask for. */
export const withInverses = (
  modules: readonly Module[],
): { readonly modules: readonly Module[]; readonly issues: readonly Issue[] } => {
  const issues: Issue[] = []
  const found = new Map(modules.map((module) => [module.name, new Map<string, Inverse>()]))
  for (const module of modules) {
    for (const field of module.fields.values()) {
      const inverses = field.link === undefined ? undefined : found.get(field.link.module)
      if (field.link === undefined || inverses === undefined) continue
      const inverse = inverseOf(module, field, inverses)
      if (inverse === undefined) issues.push(clash(module, field))
      else inverses.set(inverse.name, inverse)
    }
  }
  return { modules: modules.map((module) => ({ ...module, inverses: found.get(module.name) ?? new Map() })), issues }
}

/** The written name, else `contactAccount`-like names that cannot clash; undefined when a written name is taken. */
const inverseOf = (module: Module, field: Field, taken: ReadonlyMap<string, Inverse>): Inverse | undefined => {
  const written = field.link?.inverse
  const name = written ?? `${module.name}:${field.name}`
  if (taken.has(name)) return undefined
  const title = field.schema['x-inverse-title']
  return { name, title: typeof title === 'string' ? title : '', module: module.name, field: field.name }
}

const clash = (module: Module, field: Field): Issue =>
  problem('LINK_INVERSE_TAKEN', {
    file: module.file,
    pointer: pointerTo('properties', field.property, 'x-link', 'inverse'),
    params: { inverse: field.link?.inverse ?? '', target: field.link?.module ?? '' },
  })
