import type { Access, Module } from '@telar/metadata'

const ways = ['read', 'create', 'update'] as const

/** Whether somebody may know of a field: one that no role of his grants answers like one that there is not. */
export const isKnownField = (access: Access, module: Module, field: string): boolean =>
  module.systemFields.has(field) ||
  ways.some((action) => (access.may(action, module)?.cell(field).type ?? 'never') !== 'never')
