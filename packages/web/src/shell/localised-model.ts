import type { WorkspaceModel } from '@telar/client'
import type { FieldView, ModuleView } from '@telar/metadata'
import type { TFunction } from 'i18next'

const titles = {
  id: 'field.system.id',
  version: 'field.system.version',
  createdAt: 'field.system.createdAt',
  createdBy: 'field.system.createdBy',
  updatedAt: 'field.system.updatedAt',
  updatedBy: 'field.system.updatedBy',
  ownerId: 'field.system.ownerId',
  teamId: 'field.system.teamId',
  deletedAt: 'field.system.deletedAt',
} as const

/** What every record has is named by the application; authors and their translations name the rest. */
export const localisedModel = (model: WorkspaceModel, t: TFunction): WorkspaceModel => ({
  ...model,
  modules: Object.fromEntries(
    Object.entries(model.modules).map(([name, module]) => [name, localisedModule(module, t)]),
  ),
})

const localisedModule = (module: ModuleView, t: TFunction): ModuleView => ({
  ...module,
  fields: Object.fromEntries(Object.entries(module.fields).map(([name, field]) => [name, localisedField(field, t)])),
})

const localisedField = (field: FieldView, t: TFunction): FieldView => {
  const known: Readonly<Record<string, (typeof titles)[keyof typeof titles]>> = titles
  const key = field.system ? known[field.name] : undefined
  return key === undefined ? field : { ...field, title: t(key) }
}
