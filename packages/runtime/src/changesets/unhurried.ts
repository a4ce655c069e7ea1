import { setImmediate as nextTurn } from 'node:timers/promises'

/** Milliseconds after which others get their turn; one step may take longer. */
const turn = 10

/** Runs long work step by step and lets others in between: a plan of many documents would else hold everybody up. */
export const unhurried = async <Result>(steps: Generator<void, Result>): Promise<Result> => {
  let since = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (performance.now() - since < turn) continue
    await nextTurn()
    since = performance.now()
  }
}
