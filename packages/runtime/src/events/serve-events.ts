import type { Access } from '@telar/metadata'
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
  readonly snapshot: Snapshot
  /** What the reader may see under a version; undefined once he may not listen any more. Asked for again all the time. */
  readonly accessOn: (snapshot: Snapshot) => Promise<Access | undefined>
  /** What the reader heard last, as he says. */
  readonly lastEventId: string | undefined
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
      void request.accessOn(teller.snapshot()).then(
        (access) => (access === undefined ? stream.close() : undefined),
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
  readonly snapshot: () => Snapshot
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
  /** One after the other, so that the order of changes stays. */
  let sending: Promise<void> = Promise.resolve()
  const sendChanges = (changes: readonly LedgerChange[]): void => {
    if (changes.length === 0) return
    sending = sending
      .then(async () => {
        const snapshot = current()
        const access = await request.accessOn(snapshot)
        if (access === undefined) return stream.close()
        const visible = await visibleChanges({ database: services.pool, snapshot, access }, changes)
        if (visible.length > 0) send(visible.map(({ change, module }) => changeText(change, module.name)).join(''))
      })
      .catch((error: unknown) => {
        services.log.warn({ err: error }, 'changes could not be told')
        // Whoever listens anew hears what was missed.
        stream.close()
      })
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
      await sending
      send(eventText({ event: 'ready', id: placeText(from), data: { version: current().version } }))
      sendChanges(waiting ?? [])
      waiting = undefined
    },
    tell: (changes) => {
      if (waiting === undefined) sendChanges(changes)
      else waiting.push(...changes)
    },
    send,
    snapshot: current,
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
