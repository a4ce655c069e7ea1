import { defineConfig } from 'vitest/config'

// Two cores, often shared: few workers, generous limits, and the groups one after the other.
const patient = { testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2 }

const elsewhere = ['**/node_modules/**', '**/dist/**']
const database = '**/*.db.test.ts'
const browser = 'test/browser/**/*.test.ts'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          exclude: [...elsewhere, database, browser],
          sequence: { groupOrder: 0 },
          ...patient,
        },
      },
      {
        test: {
          name: 'db',
          include: [database],
          exclude: [...elsewhere, browser],
          globalSetup: ['test/drivers/database-setup.ts'],
          sequence: { groupOrder: 1 },
          ...patient,
        },
      },
      {
        test: {
          name: 'browser',
          include: [browser],
          exclude: elsewhere,
          globalSetup: ['test/drivers/database-setup.ts', 'test/drivers/browser-setup.ts'],
          sequence: { groupOrder: 2 },
          ...patient,
          testTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
          maxWorkers: 1,
        },
      },
    ],
  },
})
