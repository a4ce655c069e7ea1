/** The formats of the standard; each is checked, every other name is only a description. */
export const knownFormats = [
  'date',
  'time',
  'date-time',
  'duration',
  'email',
  'idn-email',
  'hostname',
  'idn-hostname',
  'ipv4',
  'ipv6',
  'uri',
  'uri-reference',
  'iri',
  'iri-reference',
  'uri-template',
  'uuid',
  'json-pointer',
  'relative-json-pointer',
  'regex',
] as const

export type KnownFormat = (typeof knownFormats)[number]

const names: ReadonlySet<string> = new Set(knownFormats)

export const isKnownFormat = (name: string): name is KnownFormat => names.has(name)
