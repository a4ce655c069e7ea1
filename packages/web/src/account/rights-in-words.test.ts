import { actions, type Action } from '@telar/metadata'
import { expect, test } from 'vitest'
import { fieldsNotToChange, rightsInWords } from './rights-in-words.ts'

const rights = (...allowed: readonly Action[]) => {
  const may = (action: Action) => allowed.includes(action)
  return {
    read: may('read'),
    create: may('create'),
    update: may('update'),
    delete: may('delete'),
    restore: may('restore'),
    link: may('link'),
    import: may('import'),
    export: may('export'),
    share: may('share'),
  }
}

test('modules of the same rights stand in one line, those with most rights first', () => {
  const modules = {
    note: { plural: 'Notas', rights: rights('read'), fields: {} },
    call: { plural: 'Llamadas', rights: rights(...actions), fields: {} },
    account: { plural: 'Cuentas', rights: rights('read', 'create', 'update'), fields: {} },
    contact: { plural: 'Contactos', rights: rights('read', 'create', 'update'), fields: {} },
    secret: { plural: 'Secretos', rights: rights(), fields: {} },
  }
  expect(rightsInWords(modules, 'es')).toEqual([
    { modules: ['Llamadas'], allowed: 'everything' },
    { modules: ['Contactos', 'Cuentas'], allowed: ['ver', 'crear', 'modificar'] },
    { modules: ['Notas'], allowed: ['ver'] },
  ])
  expect(rightsInWords({}, 'en')).toEqual([])
  expect(fieldsNotToChange(modules)).toEqual([])
})
