import { expect, test } from 'vitest'
import { namedFirst } from './use-record-search.ts'

const labels = (text: string, ...names: readonly string[]) =>
  namedFirst(
    names.map((label, index) => ({ id: String(index), label })),
    text,
  ).map(({ label }) => label)

test('records whose name begins with what was typed come first, the others keep their order', () => {
  expect(labels('al', 'Cooperativa Pradal', 'Grupo Álamo', 'Álvarez e Hijos', 'Metal')).toEqual([
    'Álvarez e Hijos',
    'Grupo Álamo',
    'Cooperativa Pradal',
    'Metal',
  ])
  expect(labels('', 'b', 'a')).toEqual(['b', 'a'])
})
