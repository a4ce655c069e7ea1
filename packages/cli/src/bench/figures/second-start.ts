import type { Figure } from './figure.ts'

/** With the database's own start, where it is ours. */
export const secondStart: Figure = {
  name: 'secondStart',
  title: { en: 'Second start until ready', es: 'Segundo arranque hasta estar listo' },
  unit: 'ms',
  target: 3000,
  measure: async (bench) => (await bench.restart()).startedIn,
}
