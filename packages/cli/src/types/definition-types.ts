import type { Model, Module } from '@telar/metadata'
import { moduleType, typeName } from './module-types.ts'
import { linkDeclarations } from './value-schema.ts'

/** One declaration file for a whole definition: for each module what is read and what is written, and a map of all. */
export const definitionTypes = async (model: Model): Promise<string> => {
  const named = namesOf([...model.modules.values()])
  const parts: string[] = []
  for (const { module, name } of named) {
    parts.push(await moduleType(module, `${name}Record`, 'read'), await moduleType(module, `${name}Input`, 'write'))
  }
  return `${[
    `// Types of ${JSON.stringify(model.app.title)}, made by \`telar types\`: change the definition, not this file.`,
    '',
    ...linkDeclarations,
    '',
    ...parts.map((part) => part.trimEnd()),
    '',
    '/** What is read and written, by module: `Modules["account"]["read"]`. */',
    'export interface Modules {',
    ...named.map(
      ({ module, name }) => `  ${JSON.stringify(module.name)}: { read: ${name}Record; write: ${name}Input }`,
    ),
    '}',
  ].join('\n')}\n`
}

interface NamedModule {
  readonly module: Module
  readonly name: string
}

/** `a-b` and `aB` would be called alike; the later one gets a number. */
const namesOf = (modules: readonly Module[]): readonly NamedModule[] => {
  const taken = new Set<string>()
  return modules.map((module) => {
    const wanted = typeName(module.name)
    let name = wanted
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${wanted}_${count}`
    taken.add(name.toLowerCase())
    return { module, name }
  })
}
