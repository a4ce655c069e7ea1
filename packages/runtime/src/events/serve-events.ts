import type { Principal } from '@telar/metadata'
import { visibleChanges } from '../operations/visible-changes.ts'
import type { Services } from '../services.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import {
  isBefore,
  type LedgerChange,
  type LedgerPlace,
  placeFrom,
  placeText,
  readChanges,
} from '../storage/ledger-reader.ts'
import { type EventStream, eventStream, eventText } from './event-stream.ts'

export interface EventRequest {
  readonly principal: Principal
  readonly snapshot: Snapshot
  /** What the reader heard last, as he says. */
  readonly lastEventId: string | undefined
  /** Asked about every second; the stream ends when it says no. */
  readonly isSignedIn: () => Promise<boolean>
}

type EventServices = Pick<Services, 'events' | 'pool' | 'snapshots' | 'log'>

/** Missed changes that are sent after; beyond this many the reader is told to load anew. */
const resumeLimit = 1000

/** A comment after this many silent milliseconds keeps connections from being taken for dead. */
const heartbeat = 15_000

/** Answers a stream that begins with `ready` and then tells every change which its reader may know of. */
export const serveEvents = async (
  services: EventServices,
  request: EventRequest,
): Promise<ReadableStream<Uint8Array>> => {
  const endings: (() => void)[] = []
  let isOver = false
  const finish = (): void => {
    isOver = true
    for (const end of endings.splice(0)) end()
  }
  const stream = eventStream(finish)
  const teller = changeTeller(services, request, stream)
  const { workspace } = request.snapshot
  const stopHearing = await services.events.follower(workspace).listen({
    onStart: (from) =>
      void teller.begin(from).catch((error: unknown) => {
        services.log.warn({ err: error }, 'missed changes could not be read')
        stream.close()
      }),
    onChanges: teller.tell,
    onRound: () => {
      teller.beat()
      void request.isSignedIn().then(
        (isStill) => (isStill ? undefined : stream.close()),
        // Whether he is signed in cannot be known while the database is away.
        () => undefined,
      )
    },
  })
  endings.push(
    stopHearing,
    services.events.onVersion(workspace.slug, (version) =>
      teller.send(eventText({ event: 'version', data: { version } })),
    ),
    services.events.onStop(stream.close),
  )
  if (isOver) finish()
  return stream.body
}

interface ChangeTeller {
  /** Says `ready`, after what the reader missed if he says what he heard last. */
  readonly begin: (from: LedgerPlace) => Promise<void>
  readonly tell: (changes: readonly LedgerChange[]) => void
  readonly send: (text: string) => void
  readonly beat: () => void
}

const changeTeller = (services: EventServices, request: EventRequest, stream: EventStream): ChangeTeller => {
  const { workspace } = request.snapshot
  // Changes that arrive while the missed ones are still being read.
  let waiting: LedgerChange[] | undefined = []
  let sentAt = performance.now()
  const send = (text: string): void => {
    if (stream.send(text)) sentAt = performance.now()
  }
  const current = (): Snapshot => services.snapshots.current(workspace.slug) ?? request.snapshot
  const sendChanges = (changes: readonly LedgerChange[]): void => {
    const texts = visibleChanges(request.principal, current(), changes).map(({ change, module }) =>
      changeText(change, module.name),
    )
    if (texts.length > 0) send(texts.join(''))
  }
  const readMissed = async (from: LedgerPlace): Promise<readonly LedgerChange[] | 'too many'> => {
    if (request.lastEventId === undefined) return []
    const after = placeFrom(request.lastEventId)
    if (after === undefined) return 'too many'
    const missed = await readChanges(services.pool, workspace.schema, { after, limit: resumeLimit + 1 })
    // A place behind the end was given by a ledger that is no more.
    const isForeign = BigInt(after.tx) > BigInt(missed.settled)
    return missed.isPartial || isForeign ? 'too many' : missed.changes.filter(({ place }) => !isBefore(from, place))
  }
  return {
    begin: async (from) => {
      send('retry: 2000\n\n')
      const missed = await readMissed(from)
      if (missed === 'too many') send(eventText({ event: 'reset', data: {} }))
      else sendChanges(missed)
      send(eventText({ event: 'ready', id: placeText(from), data: { version: current().version } }))
      sendChanges(waiting ?? [])
      waiting = undefined
    },
    tell: (changes) => {
      if (waiting === undefined) sendChanges(changes)
      else waiting.push(...changes)
    },
    send,
    beat: () => {
      if (performance.now() - sentAt >= heartbeat) send(': still here\n\n')
    },
  }
}

const changeText = ({ place, record, version, op, operation, actor }: LedgerChange, module: string): string =>
  eventText({
    event: 'change',
    id: placeText(place),
    data: { id: placeText(place), module, record, version, op, operation, actor },
  })
