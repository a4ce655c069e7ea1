import { randomFillSync } from 'node:crypto'

interface UuidV7Sources {
  readonly now?: () => number
  readonly fill?: (bytes: Uint8Array) => void
}

/**
 * A generator of UUIDs version 7 that grow strictly within the process: 48 bits of time, 12 bits that count
 * within a millisecond, 62 random bits. If the clock stands still or goes back, the count runs on.
 */
export const createUuidV7 = ({ now = Date.now, fill = randomFillSync }: UuidV7Sources = {}): (() => string) => {
  const pool = new Uint8Array(16 * 256)
  let used = pool.length
  let time = 0
  let count = 0
  return () => {
    if (used === pool.length) {
      fill(pool)
      used = 0
    }
    const bytes = pool.subarray(used, used + 16)
    used += 16
    const clock = now()
    if (clock > time) {
      time = clock
      // The top bit of the count stays free, so that one millisecond holds at least 2048 ids.
      count = uint16(bytes, 6) & 0x7ff
    } else if (count < 0xfff) {
      count++
    } else {
      time++
      count = 0
    }
    return write(bytes, time, count)
  }
}

/** The next id: a UUID version 7, greater than every one before it in this process. */
export const uuidV7: () => string = createUuidV7()

const uint16 = (bytes: Uint8Array, at: number): number => new DataView(bytes.buffer, bytes.byteOffset).getUint16(at)

const write = (bytes: Uint8Array, time: number, count: number): string => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, 16)
  view.setUint16(0, Math.floor(time / 0x1_0000_0000))
  view.setUint32(2, time % 0x1_0000_0000)
  view.setUint16(6, 0x7000 | count)
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f))
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, 16).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
