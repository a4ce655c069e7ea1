interface Decimal {
  readonly digits: bigint
  readonly exponent: number
}

const decimal = (value: number): Decimal => {
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(String(value)) ?? []
  return { digits: BigInt(`${sign}${whole}${fraction}`), exponent: Number(exponent) - fraction.length }
}

/** Whether `value` is a multiple of `step` as people write both: 19.99 is one of 0.01, 0.015 is not. */
export const isExactMultiple = (value: number, step: number): boolean => {
  if (Number.isInteger(value) && Number.isInteger(step)) return value % step === 0
  const [a, b] = [decimal(value), decimal(step)]
  const exponent = Math.min(a.exponent, b.exponent)
  return (a.digits * 10n ** BigInt(a.exponent - exponent)) % (b.digits * 10n ** BigInt(b.exponent - exponent)) === 0n
}
