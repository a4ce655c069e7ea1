export interface ThrottleRule {
  /** Seconds. */
  readonly window: number
  readonly max: number
}

export interface Taken {
  readonly allowed: boolean
  /** Seconds until the next try, when refused. */
  readonly retryAfter: number | null
}

export interface Throttle {
  readonly take: (key: string, rule: ThrottleRule) => Taken
}

interface ThrottleOptions {
  readonly now?: () => number
  readonly maxKeys?: number
}

interface Count {
  readonly until: number
  readonly used: number
}

/** Counts tries by key in fixed windows; at most `maxKeys` keys are remembered, the oldest window goes first. */
export const createThrottle = ({ now = Date.now, maxKeys = 50_000 }: ThrottleOptions = {}): Throttle => {
  const counts = new Map<string, Count>()
  return {
    take: (key, { window, max }) => {
      const at = now()
      const known = counts.get(key)
      const count = known === undefined || known.until <= at ? { until: at + window * 1000, used: 0 } : known
      if (count.used >= max) return { allowed: false, retryAfter: Math.ceil((count.until - at) / 1000) }
      counts.delete(key)
      const oldest = counts.size >= maxKeys ? counts.keys().next() : undefined
      if (oldest?.done === false) counts.delete(oldest.value)
      counts.set(key, { until: count.until, used: count.used + 1 })
      return { allowed: true, retryAfter: null }
    },
  }
}
