import { isObject, type JsonObject } from '@telar/metadata'

export interface ServerEvent {
  readonly event: string
  readonly id: string
  readonly data: JsonObject
}

/** Reads a stream of server-sent events one by one. */
export interface EventReader {
  /** The next event of this name; others are passed over. Undefined when the stream is at its end. */
  readonly next: (event: string) => Promise<ServerEvent | undefined>
  readonly close: () => Promise<void>
}

export const readEvents = (response: Response): EventReader => {
  if (response.body === null || !response.ok) throw new Error(`no events: status ${response.status}`)
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  const events: ServerEvent[] = []
  let rest = ''
  const fill = async (): Promise<boolean> => {
    const { done, value } = await reader.read()
    if (done) return false
    const blocks = `${rest}${value}`.split('\n\n')
    rest = blocks.pop() ?? ''
    events.push(...blocks.map(eventOf))
    return true
  }
  return {
    next: async (event) => {
      for (;;) {
        const found = events.shift()
        if (found?.event === event) return found
        if (found === undefined && !(await fill())) return undefined
      }
    },
    close: () => reader.cancel(),
  }
}

const eventOf = (block: string): ServerEvent => {
  const values = new Map(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  )
  const data: unknown = JSON.parse(values.get('data') ?? '{}')
  return { event: values.get('event') ?? '', id: values.get('id') ?? '', data: isObject(data) ? data : {} }
}
