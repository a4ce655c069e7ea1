/** How the content of a type begins. `at` counts from the first byte. */
interface Signature {
  readonly type: string
  readonly marks: readonly { readonly at: number; readonly bytes: readonly number[] }[]
}

const ascii = (text: string): readonly number[] =>
  Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))

const starts = (type: string, bytes: readonly number[], at = 0): Signature => ({ type, marks: [{ at, bytes }] })

/** Types that are known by their first bytes: those that may be shown, and those that must not pass for them. */
const signatures: readonly Signature[] = [
  starts('image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  starts('image/jpeg', [0xff, 0xd8, 0xff]),
  starts('image/gif', ascii('GIF87a')),
  starts('image/gif', ascii('GIF89a')),
  {
    type: 'image/webp',
    marks: [
      { at: 0, bytes: ascii('RIFF') },
      { at: 8, bytes: ascii('WEBP') },
    ],
  },
  starts('image/avif', ascii('ftypavif'), 4),
  starts('application/pdf', ascii('%PDF-')),
  starts('application/zip', [0x50, 0x4b, 0x03, 0x04]),
  starts('application/gzip', [0x1f, 0x8b]),
  starts('application/x-msdownload', ascii('MZ')),
]

/** Packages of other formats that are ZIP archives inside, and keep the name they come with. */
const zipped = /^application\/(vnd\.|epub|x-zip|java-archive)/

const wellFormed = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,99}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,99}$/

/** Bytes that are needed to recognise a type. */
export const headLength = 16

/** What a file is: what its bytes say, else what its sender says unless the bytes would have to say it too. */
export const contentTypeOf = (head: Uint8Array, claimed: string | undefined): string => {
  const sniffed = signatures.find(({ marks }) =>
    marks.every(({ at, bytes }) => bytes.every((byte, index) => head[at + index] === byte)),
  )?.type
  const said = claimed?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (sniffed === 'application/zip' && zipped.test(said)) return said
  if (sniffed !== undefined) return sniffed
  if (!wellFormed.test(said) || signatures.some(({ type }) => type === said)) return 'application/octet-stream'
  return said
}

/** Types that a browser may show in place: none of them runs anything. */
const shown = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'application/pdf'])

export const isShown = (type: string): boolean => shown.has(type)
