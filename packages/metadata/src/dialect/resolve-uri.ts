interface Uri {
  readonly scheme: string | undefined
  readonly authority: string | undefined
  readonly path: string
  readonly query: string | undefined
  readonly fragment: string | undefined
}

/** RFC 3986, appendix B. */
const shape = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([\s\S]*))?$/

const parse = (text: string): Uri => {
  const [, scheme, authority, path, query, fragment] = shape.exec(text) ?? []
  return { scheme: scheme?.toLowerCase(), authority, path: path ?? '', query, fragment }
}

/** An absolute name without its fragment, and the fragment (empty when there is none). */
export interface ResolvedUri {
  readonly uri: string
  readonly fragment: string
}

/** Resolves a reference against a base as RFC 3986, section 5 does, without looking anything up. */
export const resolveUri = (reference: string, base: string): ResolvedUri => {
  const wanted = parse(reference)
  return { uri: write(transform(wanted, parse(base))), fragment: wanted.fragment ?? '' }
}

const transform = (wanted: Uri, base: Uri): Uri => {
  if (wanted.scheme !== undefined) return { ...wanted, path: withoutDots(wanted.path) }
  if (wanted.authority !== undefined) return { ...wanted, scheme: base.scheme, path: withoutDots(wanted.path) }
  if (wanted.path === '') return { ...base, query: wanted.query ?? base.query }
  const path = wanted.path.startsWith('/') ? wanted.path : merged(wanted.path, base)
  return { ...base, path: withoutDots(path), query: wanted.query }
}

const merged = (path: string, base: Uri): string =>
  base.authority !== undefined && base.path === ''
    ? `/${path}`
    : `${base.path.slice(0, base.path.lastIndexOf('/') + 1)}${path}`

const withoutDots = (path: string): string => {
  const kept: string[] = []
  const parts = path.split('/')
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1
    if (part === '..') {
      if (kept.length > 1 || (kept.length === 1 && kept[0] !== '')) kept.pop()
      if (isLast) kept.push('')
    } else if (part !== '.') kept.push(part)
    else if (isLast) kept.push('')
  }
  return kept.join('/')
}

const write = ({ scheme, authority, path, query }: Uri): string =>
  [
    scheme === undefined ? '' : `${scheme}:`,
    authority === undefined ? '' : `//${authority}`,
    path,
    query === undefined ? '' : `?${query}`,
  ].join('')
