import type { Text } from '../language.ts'

/** What a role may allow besides work on records. A new one is one line. */
export const capabilities = {
  design: { en: 'Draft changes of the definition', es: 'Preparar cambios de la definición' },
  publish: { en: 'Publish and restore versions', es: 'Publicar y restaurar versiones' },
  manageUsers: { en: 'Invite people, manage people and teams', es: 'Invitar a personas, gestionar personas y equipos' },
  manageRoles: { en: 'Change roles and give them', es: 'Cambiar los roles y asignarlos' },
  viewAudit: {
    en: 'Read the audit of sign-ins and administration',
    es: 'Consultar la auditoría de accesos y administración',
  },
  manageWorkflows: { en: 'Manage automations', es: 'Gestionar automatizaciones' },
  importData: { en: 'Import data', es: 'Importar datos' },
  exportData: { en: 'Export data', es: 'Exportar datos' },
  impersonate: { en: 'Look at the application as somebody else', es: 'Ver la aplicación como otra persona' },
} as const satisfies Readonly<Record<string, Text>>

export type Capability = keyof typeof capabilities

export const isCapability = (name: string): name is Capability => Object.hasOwn(capabilities, name)

/** Every capability, in the order in which they are offered. */
export const capabilityNames: readonly Capability[] = Object.keys(capabilities).filter(isCapability)
