/** A stream of server-sent events to one reader. */
export interface EventStream {
  readonly body: ReadableStream<Uint8Array>
  /** False when the reader was too slow and has been cut off: what waits for him would have no bound. */
  readonly send: (text: string) => boolean
  readonly close: () => void
}

/** Bytes that may wait for a reader; he comes back by himself and says what he heard last. */
const waitingLimit = 256 * 1024

export const eventStream = (onEnd: () => void): EventStream => {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const end = (finish: (open: ReadableStreamDefaultController<Uint8Array>) => void): void => {
    const open = controller
    if (open === undefined) return
    controller = undefined
    finish(open)
    onEnd()
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start: (opened) => {
        controller = opened
      },
      cancel: () => end(() => undefined),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: waitingLimit }),
  )
  return {
    body,
    send: (text) => {
      if (controller === undefined) return false
      if ((controller.desiredSize ?? 0) <= 0) {
        end((open) => open.error(new Error('the reader is too slow')))
        return false
      }
      controller.enqueue(encoder.encode(text))
      return true
    },
    close: () => end((open) => open.close()),
  }
}

const encoder = new TextEncoder()

/** One event as it is sent; without an id the reader's last one stays. */
export const eventText = ({
  event,
  data,
  id,
}: {
  readonly event: string
  readonly data: unknown
  readonly id?: string
}): string => `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`
