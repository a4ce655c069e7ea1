import { objectOf, numberOf, textOf } from './parse.ts'
import { errorOf } from './problem.ts'
import { reach, type SendOptions } from './send.ts'
import { isTelarError } from './telar-error.ts'

/** A change of a record that the caller may see. */
export interface RecordEvent {
  readonly module: string
  readonly id: string
  readonly version: number
  readonly op: string
}

export interface EventListener {
  readonly onEvent: (event: RecordEvent) => void
  /** `open` after each (re)connection: changes made in between may have been missed. */
  readonly onState?: (state: 'open' | 'closed') => void
}

export interface Subscription {
  readonly close: () => void
}

const firstPause = 1000
const longestPause = 30_000

/** Follows changes until closed; comes back by itself with growing pauses and the id of the last event it saw. */
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
        if (message.data !== '') following.listener.onEvent(eventOf(message.data))
      }
    } catch (error) {
      if (following.signal.aborted || isFinal(error)) return
    }
    following.listener.onState?.('closed')
    await sleep(pause, following.signal)
    pause = Math.min(pause * 2, longestPause)
  }
}

async function* messages({ options, path, listener, signal }: Following, lastId: string): AsyncGenerator<Message> {
  const headers = { accept: 'text/event-stream', ...(lastId === '' ? {} : { 'last-event-id': lastId }) }
  const response = await reach(options, { path, headers, signal })
  if (!response.ok || response.body === null) throw await errorOf(response)
  listener.onState?.('open')
  let rest = ''
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const blocks = `${rest}${text}`.replaceAll('\r\n', '\n').split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) yield messageOf(block)
  }
}

export interface Message {
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
  return { id: values('id').at(-1) ?? '', data: values('data').join('\n') }
}

const eventOf = (data: string): RecordEvent => {
  const event = objectOf(JSON.parse(data))
  return {
    module: textOf(event['module']),
    id: textOf(event['id']),
    version: numberOf(event['version']),
    op: textOf(event['op']),
  }
}

/** Refused, not broken: asking again would be refused again. */
const isFinal = (error: unknown): boolean =>
  isTelarError(error) && error.status >= 400 && error.status < 500 && error.status !== 429

const sleep = (duration: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, duration)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
