import { checkDefinition, checkSteps } from '@telar/metadata'
import { expect, test } from 'vitest'
import { parseDefinition } from '../snapshot/load-snapshot.ts'
import { readDefinitionFolder } from '../templates/read-definition-folder.ts'
import { documentValidator } from '../validation/validator.ts'
import { unhurried } from './unhurried.ts'

/** Work of some milliseconds that nobody can interrupt. */
const work = (): void => {
  const end = performance.now() + 15
  while (performance.now() < end);
}

test('others get their turn between long steps, and the result comes at the end', async () => {
  const seen: string[] = []
  function* steps(): Generator<void, string> {
    for (const name of ['one', 'two', 'three']) {
      work()
      seen.push(name)
      yield
    }
    return 'done'
  }
  const others = (): void => {
    seen.push('other')
    if (seen.length < 20) setImmediate(others)
  }
  setImmediate(others)
  expect(await unhurried(steps())).toBe('done')
  const own = seen.flatMap((name, index) => (name === 'other' ? [] : [index]))
  expect(own).toHaveLength(3)
  expect(own.slice(1).every((index) => seen[index - 1] === 'other')).toBe(true)
})

test('what goes wrong in a step is told', async () => {
  function* steps(): Generator<void, string> {
    yield
    throw new Error('broken')
  }
  await expect(unhurried(steps())).rejects.toThrow('broken')
})

test('a definition is checked in many steps, with the result of one', async () => {
  const { texts } = await readDefinitionFolder('templates/sales')
  const definition = parseDefinition(new Map([...texts, ['views/account/bad.json', '{"title":5}']]))
  let count = 0
  function* counted() {
    for (const steps = checkSteps(definition, new Map(), documentValidator); ; count += 1) {
      const step = steps.next()
      if (step.done === true) return step.value
      yield
    }
  }
  const { issues } = await unhurried(counted())
  expect(issues).toEqual(checkDefinition(definition, new Map(), documentValidator).issues)
  expect(issues.length).toBeGreaterThan(0)
  expect(count).toBeGreaterThan(25)
})
