import type { JsonObject } from '@telar/metadata'
import { numberOf, objectOf, textOf, textOrNull } from './parse.ts'
import { errorOf } from './problem.ts'
import { reach, type SendOptions } from './send.ts'
import { isTelarError } from './telar-error.ts'

/** A change of a record that the caller may see. */
export interface RecordEvent {
  readonly module: string
  readonly id: string
  readonly version: number
  /** `create`, `update`, `delete`, `restore`, `link`, `unlink`, `attach`, `detach`. */
  readonly op: string
  /** Id of the member who did it; null for Telar itself. */
  readonly actor: string | null
}

export interface EventListener {
  readonly onChange: (event: RecordEvent) => void
  /** Another version of the definition was published. */
  readonly onVersion?: (version: number) => void
  /** Too much was missed to be told one by one: whatever is shown may be old. */
  readonly onReset?: () => void
}

export interface Subscription {
  readonly close: () => void
}

const firstPause = 1000
const longestPause = 30_000

/** Follows changes until closed; comes back by itself with growing pauses and says what it heard last. */
export const subscribe = (options: SendOptions, path: string, listener: EventListener): Subscription => {
  const stop = new AbortController()
  void follow({ options, path, listener, signal: stop.signal })
  return { close: () => stop.abort() }
}

interface Following {
  readonly options: SendOptions
  readonly path: string
  readonly listener: EventListener
  readonly signal: AbortSignal
}

const follow = async (following: Following): Promise<void> => {
  let lastId = ''
  let pause = firstPause
  while (!following.signal.aborted) {
    try {
      for await (const message of messages(following, lastId)) {
        pause = firstPause
        if (message.id !== '') lastId = message.id
        tell(following.listener, message)
      }
    } catch (error) {
      if (following.signal.aborted || isFinal(error)) return
    }
    await sleep(pause, following.signal)
    pause = Math.min(pause * 2, longestPause)
  }
}

/** Refused, not broken: asking again would be refused again. */
const isFinal = (error: unknown): boolean =>
  isTelarError(error) && error.status >= 400 && error.status < 500 && error.status !== 429

async function* messages({ options, path, signal }: Following, lastId: string): AsyncGenerator<Message> {
  const headers = { accept: 'text/event-stream', ...(lastId === '' ? {} : { 'last-event-id': lastId }) }
  const response = await reach(options, { path, headers, signal })
  if (!response.ok || response.body === null) throw await errorOf(response)
  let rest = ''
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const blocks = `${rest}${text}`.replaceAll('\r\n', '\n').split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) yield messageOf(block)
  }
}

export interface Message {
  readonly event: string
  readonly id: string
  readonly data: string
}

/** One block of an event stream; comments and unknown fields are passed over. */
export const messageOf = (block: string): Message => {
  const values = (name: string) =>
    block
      .split('\n')
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).replace(/^ /, ''))
  return { event: values('event').at(-1) ?? 'message', id: values('id').at(-1) ?? '', data: values('data').join('\n') }
}

const tell = (listener: EventListener, message: Message): void => {
  if (message.data === '') return
  const data = objectOf(JSON.parse(message.data))
  if (message.event === 'change') listener.onChange(changeOf(data))
  if (message.event === 'version') listener.onVersion?.(numberOf(data['version']))
  if (message.event === 'reset') listener.onReset?.()
}

const changeOf = (data: JsonObject): RecordEvent => ({
  module: textOf(data['module']),
  id: textOf(data['record']),
  version: numberOf(data['version']),
  op: textOf(data['op']),
  actor: textOrNull(data['actor']),
})

const sleep = (duration: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, duration)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
