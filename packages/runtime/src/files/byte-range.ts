import type { ByteRange } from './file-store.ts'

/** What a `Range` header asks of so many bytes. Several ranges at once are answered with the whole, as the standard allows. */
export const byteRange = (header: string | undefined, size: number): ByteRange | 'whole' | 'unsatisfiable' => {
  const wanted = wantedRange(header?.trim() ?? '', size)
  if (wanted === undefined) return 'whole'
  return wanted.from < wanted.to ? wanted : 'unsatisfiable'
}

/** `bytes=2-5`, `bytes=2-` or `bytes=-3`, cut to what there is; undefined for what is no range. */
const wantedRange = (header: string, size: number): ByteRange | undefined => {
  const last = /^bytes=-(\d{1,15})$/.exec(header)
  if (last !== null) return { from: Math.max(0, size - Number(last[1])), to: size }
  const found = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(header)
  if (found === null) return undefined
  const [from, to] = [Number(found[1]), found[2] === '' ? size : Number(found[2]) + 1]
  return to <= from && found[2] !== '' ? undefined : { from, to: Math.min(to, size) }
}
