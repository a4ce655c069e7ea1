import type { TFunction } from 'i18next'
import { en } from '../i18n/en/index.ts'
import type { PartTitle } from './filter-fields.ts'

type KnownPart = keyof typeof en.filter.parts

const isKnown = (part: string): part is KnownPart => Object.hasOwn(en.filter.parts, part)

/** Parts of Telar's own field types have names; those of an author are called as the author calls them. */
export const partTitles =
  (t: TFunction): PartTitle =>
  (part) =>
    isKnown(part) ? t(`filter.parts.${part}`) : part
