import type { Figure } from './figure.ts'
import { idleMemory } from './idle-memory.ts'

export const salesMemory: Figure = {
  name: 'salesMemory',
  title: { en: 'Memory, idle, with the sales template', es: 'Memoria en reposo, con la plantilla de ventas' },
  unit: 'MB',
  target: 250,
  measure: (bench) => idleMemory(bench, { name: 'sales', template: 'sales' }),
}
