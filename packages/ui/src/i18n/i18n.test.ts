import { describe, expect, test } from 'vitest'
import { en } from './en/index.ts'
import { es } from './es/index.ts'

const sources: Readonly<Record<string, string>> = import.meta.glob(
  ['../**/*.{ts,tsx}', '../../../{web,designer}/src/**/*.{ts,tsx}', '!../i18n/**', '!**/*.test.ts'],
  { query: '?raw', import: 'default', eager: true },
)

const code = Object.values(sources).join('\n')

/** `list.selected_one` → `list.selected`: plural forms are chosen by the library. */
const withoutPlural = (key: string): string => key.replace(/_(one|other|many)$/, '')

const keysOf = (texts: object, prefix = ''): readonly string[] =>
  Object.entries(texts).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${prefix}${name}.`) : [`${prefix}${name}`],
  )

const textsOf = (texts: object): readonly string[] =>
  Object.values(texts).flatMap((value) => (typeof value === 'string' ? [value] : textsOf(value)))

const placesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name ?? '').toSorted()

const keys = new Set(keysOf(en).map(withoutPlural))

/** Keys that are put together: everything below these words counts as used. */
const prefixes = [...code.matchAll(/[`']((?:\w+\.)+)\$\{/g)].map(([, prefix]) => prefix ?? '')

describe('texts', () => {
  test('say the same things in both languages', () => {
    expect(keysOf(es)).toEqual(keysOf(en))
  })

  test('have the same places to fill in', () => {
    const spanish = textsOf(es)
    const different = textsOf(en).filter(
      (text, index) => placesIn(text).join() !== placesIn(spanish[index] ?? '').join(),
    )
    expect(different).toEqual([])
  })

  test('are none of them empty', () => {
    expect([...textsOf(en), ...textsOf(es)].filter((text) => text.trim() === '')).toEqual([])
  })

  test('that the code asks for all exist', () => {
    const areas = Object.keys(en).join('|')
    const asked = [...code.matchAll(new RegExp(`['"\`]((?:${areas})(?:\\.[\\w-]+)+)['"\`]`, 'g'))].map(
      ([, key]) => key ?? '',
    )
    expect(asked.filter((key) => !keys.has(key))).toEqual([])
    expect(asked.length).toBeGreaterThan(100)
  })

  test('are all used', () => {
    const isUsed = (key: string) =>
      [`'${key}'`, `"${key}"`, `\`${key}\``].some((written) => code.includes(written)) ||
      prefixes.some((prefix) => key.startsWith(prefix))
    expect([...keys].filter((key) => !isUsed(key))).toEqual([])
  })
})
