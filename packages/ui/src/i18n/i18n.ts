import { languageFrom, languages, type Language } from '@telar/metadata'
import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en, type Texts } from './en/index.ts'
import { es } from './es/index.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: Texts }
  }
}

const storageKey = 'telar.language'

/** The reader's choice in this browser, else what the browser asks for. */
const preferredLanguage = (): Language => {
  const stored = localStorage.getItem(storageKey)
  return languages.find((language) => language === stored) ?? languageFrom(navigator.languages.join(','))
}

/** Starts the texts of the application; called once, before the first screen. */
export const startTexts = async (language: Language = preferredLanguage()): Promise<i18n> => {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, es: { translation: es } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  document.documentElement.lang = language
  return i18next
}

/** Switches the language of the whole application and remembers it for this browser. */
export const changeLanguage = async (language: Language): Promise<void> => {
  localStorage.setItem(storageKey, language)
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
}

export const currentLanguage = (): Language => languageFrom(i18next.language)
