/** ISO 4217 currencies whose amounts do not have two decimals. */
const unusual: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLF: 4,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  UYI: 0,
  UYW: 4,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
}

export const decimalsOf = (currency: string): number => unusual[currency] ?? 2

const isCurrencyCode = (code: string): boolean => /^[A-Z]{3}$/.test(code)

const signs: Readonly<Record<string, readonly string[]>> = {
  '€': ['EUR'],
  '£': ['GBP'],
  '¥': ['JPY', 'CNY'],
  $: ['USD', 'MXN', 'ARS', 'CLP', 'COP', 'CAD', 'AUD'],
}

/** The currencies that a text such as `€`, `eur` or `$` may mean. */
export const currenciesBy = (name: string): readonly string[] =>
  signs[name] ?? (isCurrencyCode(name.toUpperCase()) ? [name.toUpperCase()] : [])
