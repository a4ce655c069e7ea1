import type { Text } from '../language.ts'

/** What can be done with the records of a module. Linking needs `link` on the record that is linked to, not `update`. */
export const actions = ['read', 'create', 'update', 'delete', 'restore', 'link', 'import', 'export', 'share'] as const

export type Action = (typeof actions)[number]

/** How actions are called where rights are told. */
export const actionTitles: Readonly<Record<Action, Text>> = {
  read: { en: 'see', es: 'ver' },
  create: { en: 'create', es: 'crear' },
  update: { en: 'change', es: 'modificar' },
  delete: { en: 'delete', es: 'eliminar' },
  restore: { en: 'restore', es: 'recuperar' },
  link: { en: 'link to', es: 'vincular con' },
  import: { en: 'import', es: 'importar' },
  export: { en: 'export', es: 'exportar' },
  share: { en: 'share', es: 'compartir' },
}

/** What may be done with a field where the record may be seen; each includes the one before. */
export const fieldRights = ['hidden', 'read', 'write'] as const

export type FieldRight = (typeof fieldRights)[number]
