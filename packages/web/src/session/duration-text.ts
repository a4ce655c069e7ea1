/** "45 seconds", "12 minutes": never less than it takes. */
export const durationText = (seconds: number, language: string): string => {
  const [unit, size] = units.find(([, length]) => seconds >= 2 * length) ?? (['second', 1] as const)
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.ceil(seconds / size))
}

const units = [
  ['hour', 3600],
  ['minute', 60],
] as const
