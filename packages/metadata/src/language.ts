/** The languages in which Telar itself speaks; a workspace's own labels may have more. */
export const languages = ['en', 'es'] as const

export type Language = (typeof languages)[number]

/** A text that Telar itself brings, whole in every language. */
export type Text = Readonly<Record<Language, string>>

/** The language to answer in, from a header or setting such as `es-ES,es;q=0.9`; English when none is known. */
export const languageFrom = (wanted: string | undefined): Language => {
  const asked = (wanted ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return asked.flatMap((code) => languages.filter((language) => language === code))[0] ?? 'en'
}

/** Fills `{name}` places of a text; a missing parameter stays visible as its name. */
export const fill = (template: string, params: Readonly<Record<string, unknown>>): string =>
  template.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name]
    if (value === undefined) return place
    if (Array.isArray(value)) return value.join(', ')
    return typeof value === 'string' ? value : JSON.stringify(value)
  })
