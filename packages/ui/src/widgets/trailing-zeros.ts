/** `800.000` → `800`: zeros that say nothing, and that read as thousands in other languages. */
export const withoutTrailingZeros = (decimal: string): string =>
  decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal
