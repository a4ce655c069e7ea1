import { setTimeout as wait } from 'node:timers/promises'

/** Calls again as long as the server asks to wait: a run has more sign-ins and invitations in a minute than people do. */
export const patiently = async <Answer extends { readonly status: number | (() => number) }>(
  call: () => Promise<Answer>,
): Promise<Answer> => {
  for (let tries = 0; ; tries += 1) {
    const answer = await call()
    const status = typeof answer.status === 'function' ? answer.status() : answer.status
    if (status !== 429 || tries === 20) return answer
    await wait(5000)
  }
}
