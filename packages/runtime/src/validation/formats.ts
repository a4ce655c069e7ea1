import { domainToASCII } from 'node:url'
import { isObject, type KnownFormat } from '@telar/metadata'
import { fullFormats } from 'ajv-formats/dist/formats.js'

type Check = (text: string) => boolean

/** Nothing that a format describes is longer, and its pattern may take quadratic time. */
const longest = 2048

const definitions: Readonly<Record<string, unknown>> = fullFormats

const isCheck = (format: unknown): format is Check => typeof format === 'function'

const standard = (name: KnownFormat): Check => {
  const format = definitions[name]
  if (format instanceof RegExp) return (text) => text.length <= longest && format.test(text)
  const check = isObject(format) ? format['validate'] : format
  if (!isCheck(check)) throw new Error(`${name} is not a format of texts`)
  return (text) => text.length <= longest && check(text)
}

/** A long address may be a picture; its pattern is linear, so it has more room. */
const longestUri = 2_000_000

const isUri = (text: string): boolean =>
  text.startsWith('data:') && text.length <= longestUri ? /^data:[\x21-\x7e]*$/.test(text) : standard('uri')(text)

/** Letters of all languages as their percent form, so that one pattern serves both. */
const asUri = (text: string): string => text.replaceAll(/[\u00a0-\u{10ffff}]/gu, 'a')

const isUnicodeHost = (text: string): boolean => {
  const ascii = domainToASCII(text)
  return ascii !== '' && !/[\s/:@]/.test(text) && standard('hostname')(ascii)
}

const isUnicodeEmail = (text: string): boolean => {
  const at = text.lastIndexOf('@')
  return at > 0 && !/[\s\p{Cc}"(),:;<>@[\\\]]/u.test(text.slice(0, at)) && isUnicodeHost(text.slice(at + 1))
}

/** How each format of the standard is checked. */
export const formats: Readonly<Record<KnownFormat, Check>> = {
  date: standard('date'),
  time: standard('time'),
  'date-time': standard('date-time'),
  duration: standard('duration'),
  email: standard('email'),
  'idn-email': isUnicodeEmail,
  hostname: standard('hostname'),
  'idn-hostname': isUnicodeHost,
  ipv4: standard('ipv4'),
  ipv6: standard('ipv6'),
  uri: isUri,
  'uri-reference': standard('uri-reference'),
  iri: (text) => isUri(asUri(text)),
  'iri-reference': (text) => standard('uri-reference')(asUri(text)),
  'uri-template': standard('uri-template'),
  uuid: standard('uuid'),
  'json-pointer': standard('json-pointer'),
  'relative-json-pointer': standard('relative-json-pointer'),
  regex: standard('regex'),
}
