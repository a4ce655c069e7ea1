import { createContext, use } from 'react'

/** Something that is known of whoever a condition is about, besides who it is: a region, say. */
export interface PersonalValue {
  readonly name: string
  readonly title: string
}

/** Present where conditions speak of a person who is not the one who writes them, as those of roles do. */
const PersonalValuesContext = createContext<readonly PersonalValue[] | null>(null)

export const PersonalValuesProvider = PersonalValuesContext.Provider

export const usePersonalValues = (): readonly PersonalValue[] | null => use(PersonalValuesContext)
