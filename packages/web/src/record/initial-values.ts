import type { WorkspaceModel } from '@telar/client'
import type { JsonObject, ModuleView } from '@telar/metadata'

interface InitialValues {
  readonly module: ModuleView
  readonly me: WorkspaceModel['me']
  readonly values: JsonObject | undefined
  readonly text: string | undefined
}

/** What a new record begins with: defaults, its maker as owner, and what is known from where it was asked for. */
export const initialValues = ({ module, me, values, text }: InitialValues): JsonObject => {
  const all = {
    ...Object.fromEntries(
      Object.values(module.fields)
        .filter((field) => field.default !== null && !field.system)
        .map((field) => [field.name, field.default]),
    ),
    ...(module.owned ? { ownerId: me.id } : {}),
    ...labelValues(module, text ?? ''),
    ...values,
  }
  return writableOnly(module, all)
}

/** Without what the reader may not write: the server fills that in. */
export const writableOnly = (module: ModuleView, values: JsonObject, locked?: ReadonlySet<string>): JsonObject =>
  Object.fromEntries(
    Object.entries(values).filter(([name]) => module.fields[name]?.right !== 'read' && locked?.has(name) !== true),
  )

/** What was typed fills the fields of the label, a word for each; the last one takes the rest. */
const labelValues = (module: ModuleView, text: string): JsonObject => {
  const fields = module.labelFields.filter((name) => module.fields[name]?.widget === 'text')
  const words = text.trim().split(/\s+/).filter(Boolean)
  if (words.length === 0 || fields.length === 0) return {}
  return Object.fromEntries(
    fields.flatMap((name, index) => {
      const part = index === fields.length - 1 ? words.slice(index).join(' ') : words[index]
      return part === undefined || part === '' ? [] : [[name, part]]
    }),
  )
}
