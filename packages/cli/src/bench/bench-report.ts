import type { JsonObject, Language } from '@telar/metadata'
import { say } from '../texts.ts'
import { type Comparison, connections } from './compare.ts'
import type { BenchResult, FoundFigure } from './run-bench.ts'

/** What was found of one thing, as soon as it is. */
export const foundLine = (found: Comparison | FoundFigure, language: Language): string => {
  const { title, value, target } = shown(found, language)
  const against = target === '' ? '' : ` (${say(language, 'benchTarget').toLowerCase()}: ${target})`
  if ('value' in found) return `${title}: ${value}${against}`
  const { ours, bare } = speeds(found, language)
  return `${title}: ${say(language, 'benchBeside', { ours, bare })} = ${value}${against}`
}

/** The whole result as Markdown, to be put into a page. */
export const benchTable = (result: BenchResult, date: string, language: Language): readonly string[] => {
  const { cores, node, postgres } = result.machine
  const rows = numberIn(language, result.rows)
  return [
    say(language, 'benchMachine', { date, cores, node, postgres, rows, connections }),
    '',
    ...table(
      [say(language, 'benchRequest'), 'Telar', 'Hono + pg', say(language, 'benchRatio'), say(language, 'benchTarget')],
      result.comparisons.map((found) => {
        const { title, value, target } = shown(found, language)
        const { ours, bare } = speeds(found, language)
        return [title, ours, bare, value, target]
      }),
    ),
    '',
    ...table(
      [say(language, 'benchFigure'), 'Telar', say(language, 'benchTarget')],
      result.figures.map((found) => {
        const { title, value, target } = shown(found, language)
        return [title, value, target]
      }),
    ),
  ]
}

/** Titles of what missed its target. */
export const missedTargets = ({ comparisons, figures }: BenchResult, language: Language): readonly string[] => [
  ...comparisons.filter(({ ratio, target }) => target !== null && ratio < target).map(({ title }) => title[language]),
  ...figures.filter(({ value, target }) => value !== null && value >= target).map(({ title }) => title[language]),
]

/** The same for programs. */
export const benchJson = ({ rows, machine, comparisons, figures }: BenchResult, language: Language): JsonObject => ({
  rows,
  machine: { ...machine },
  comparisons: comparisons.map(({ title, ours, bare, ...rest }) => ({
    ...rest,
    title: title[language],
    ours: { ...ours },
    bare: { ...bare },
  })),
  figures: figures.map(({ title, ...rest }) => ({ ...rest, title: title[language] })),
})

const shown = (found: Comparison | FoundFigure, language: Language) => {
  const title = found.title[language]
  if ('ratio' in found) {
    const target = found.target === null ? '' : `≥ ${numberIn(language, found.target, 2)}`
    return { title, value: numberIn(language, found.ratio, 2), target }
  }
  const measured = (value: number): string => `${numberIn(language, value)} ${found.unit}`
  return { title, value: found.value === null ? '?' : measured(found.value), target: `< ${measured(found.target)}` }
}

const speeds = ({ ours, bare }: Comparison, language: Language) => ({
  ours: `${numberIn(language, ours.perSecond)}/s`,
  bare: `${numberIn(language, bare.perSecond)}/s`,
})

const numberIn = (language: Language, value: number, digits = 0): string =>
  value.toLocaleString(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: 'always',
    // Without it, a little less than nothing is “-0”.
    signDisplay: 'negative',
  })

const table = (head: readonly string[], lines: readonly (readonly string[])[]): readonly string[] =>
  [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...lines].map((cells) => `| ${cells.join(' | ')} |`)
