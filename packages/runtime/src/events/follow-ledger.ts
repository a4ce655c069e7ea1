import { setTimeout as pause } from 'node:timers/promises'
import type { LedgerChange, LedgerPlace, LedgerReading } from '../storage/ledger-reader.ts'

export interface FollowerListener {
  readonly onStart: (from: LedgerPlace) => void
  readonly onChanges: (changes: readonly LedgerChange[]) => void
  /** Once a round, about every second. */
  readonly onRound: () => void
}

export interface FollowerState {
  readonly listeners: number
  /** Undefined while nobody listens. */
  readonly place: LedgerPlace | undefined
  /** When the ledger was last read, in milliseconds of the process; undefined while nobody listens. */
  readonly readAt: number | undefined
}

interface FollowerPorts {
  readonly read: (after: LedgerPlace) => Promise<LedgerReading>
  readonly start: () => Promise<LedgerPlace>
  readonly onFailure: (error: unknown) => void
}

/** Between two rounds, and at least between two reads that local commits ask for. */
const round = 1000
const leastPause = 40

/** Reads one ledger as long as somebody listens, once for all of them. */
export class LedgerFollower {
  readonly #ports: FollowerPorts
  readonly #listeners = new Set<FollowerListener>()
  /** Those among them who know where they began. */
  readonly #started = new Set<FollowerListener>()
  #place: LedgerPlace | undefined
  #readAt: number | undefined
  #beginning: Promise<LedgerPlace> | undefined
  #running: Promise<void> | undefined
  #waking = new AbortController()
  #isStopped = false

  constructor(ports: FollowerPorts) {
    this.#ports = ports
  }

  /** From `onStart` on every change behind its place is heard; answers the way to stop listening. */
  async listen(listener: FollowerListener): Promise<() => void> {
    this.#listeners.add(listener)
    const end = (): void => {
      this.#listeners.delete(listener)
      this.#started.delete(listener)
    }
    try {
      const from = await (this.#beginning ??= this.#begin())
      // No await between the two: what is read next is behind this place.
      this.#started.add(listener)
      listener.onStart(this.#place ?? from)
      return end
    } catch (error) {
      end()
      throw error
    }
  }

  /** Something was committed here: look now rather than at the next round. */
  wake(): void {
    this.#waking.abort()
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    this.#waking.abort()
    await this.#running
  }

  state(): FollowerState {
    return { listeners: this.#listeners.size, place: this.#place, readAt: this.#readAt }
  }

  async #begin(): Promise<LedgerPlace> {
    try {
      const from = await this.#ports.start()
      this.#place = from
      this.#readAt = performance.now()
      this.#running = this.#rounds(from)
      return from
    } catch (error) {
      this.#beginning = undefined
      throw error
    }
  }

  async #rounds(from: LedgerPlace): Promise<void> {
    let lastRound = performance.now()
    while (this.#listeners.size > 0 && !this.#isStopped) {
      await this.#pauseUntil(lastRound + round)
      await this.#read(this.#place ?? from).catch(this.#ports.onFailure)
      if (performance.now() - lastRound < round) continue
      lastRound = performance.now()
      for (const listener of this.#started) listener.onRound()
    }
    this.#place = undefined
    this.#readAt = undefined
    this.#running = undefined
    this.#beginning = undefined
  }

  async #pauseUntil(time: number): Promise<void> {
    const rest = Math.max(time - performance.now(), leastPause)
    await pause(rest, undefined, { signal: this.#waking.signal }).catch(() => pause(leastPause))
    this.#waking = new AbortController()
  }

  async #read(after: LedgerPlace): Promise<void> {
    const { changes, next, isPartial } = await this.#ports.read(after)
    this.#readAt = performance.now()
    if (changes.length > 0) for (const listener of this.#started) listener.onChanges(changes)
    this.#place = next
    if (isPartial) await this.#read(next)
  }
}
