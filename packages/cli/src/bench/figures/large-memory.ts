import { largeDefinition } from '../bench-definition.ts'
import type { Figure } from './figure.ts'
import { idleMemory } from './idle-memory.ts'

export const largeMemory: Figure = {
  name: 'largeMemory',
  title: { en: 'Memory, idle, with 100 modules', es: 'Memoria en reposo, con 100 módulos' },
  unit: 'MB',
  target: 400,
  measure: async (bench) =>
    idleMemory(bench, { name: 'large', template: await bench.folder.definition('hundred', largeDefinition(100)) }),
}
