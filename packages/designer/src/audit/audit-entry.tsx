import type { AuditEntry } from '@telar/client'
import { isList, isObject, type Json } from '@telar/metadata'
import { Avatar, useFormat, useWorkspace } from '@telar/ui'
import i18next, { type CustomTypeOptions } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useRoles } from '../data/admin-queries.ts'
import { changesIn, wordsIn } from './audit-words.ts'
import classes from '../parts/admin.module.css'

/** One act as a sentence, with what it changed below. */
export function AuditEntryRow({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { who, sentence } = useSentence(entry)
  return (
    <li className={classes['entry']}>
      <time dateTime={entry.at} title={format.dateTime(entry.at)}>
        {format.time(entry.at)}
      </time>
      <Avatar name={who} round size={22} />
      <div className={classes['entryText']}>
        <div>
          <strong>{who}</strong> {sentence}
        </div>
        <Changes entry={entry} />
        <Place
          entry={entry}
          about={entry.about === null || entry.about.name === who ? null : t('audit.about', { name: entry.about.name })}
        />
      </div>
    </li>
  )
}

/** A sign-in that was refused is told of whom it was tried for. */
const useSentence = ({ act, actor, about, detail, title }: AuditEntry) => {
  const { t } = useTranslation()
  const words = wordsIn(detail, t('audit.somebodyElse'))
  const nobody = act === 'sign-in-failed' ? (about?.name ?? t('audit.somebody')) : t('audit.itself')
  return {
    who: actor?.name ?? nobody,
    sentence: isActTold(act) ? t(`audit.did.${act}`, { ...words }) : title,
  }
}

interface PlaceProps {
  readonly entry: AuditEntry
  readonly about: string | null
}

function Place({ entry: { address, device }, about }: PlaceProps) {
  const parts = [about, device, address].filter((part) => part !== null)
  return parts.length === 0 ? null : <span className={classes['place']}>{parts.join(' · ')}</span>
}

function Changes({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useTranslation()
  const say = useValueText()
  const changes = changesIn(entry.detail)
  if (changes.length === 0) return null
  return (
    <ul>
      {changes.map(({ part, before, after }) => {
        const what = isPart(part) ? t(`audit.parts.${part}`) : part
        return (
          <li key={part}>
            {before === undefined
              ? t('audit.given', { what, after: say(part, after) })
              : t('audit.change', { what, before: say(part, before), after: say(part, after) })}
          </li>
        )
      })}
    </ul>
  )
}

/** Roles are kept by name and told by title, to those who may see the roles. */
const useValueText = () => {
  const { t } = useTranslation()
  const { capabilities } = useWorkspace().model.me
  const roles = useRoles(capabilities.includes('manageRoles') || capabilities.includes('manageUsers'))
  const titles = new Map(roles.map(({ name, title }) => [name, title]))
  const say = (part: string, value: Json): string => {
    if (value === null || value === '') return t('audit.none')
    if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no')
    if (isList(value)) return value.length === 0 ? t('audit.none') : value.map((item) => say(part, item)).join(', ')
    if (isObject(value))
      return Object.keys(value).length === 0
        ? t('audit.none')
        : Object.entries(value)
            .map(([name, inner]) => `${name}: ${say('', inner)}`)
            .join(', ')
    return part === 'roles' ? (titles.get(String(value)) ?? String(value)) : String(value)
  }
  return say
}

type AuditTexts = CustomTypeOptions['resources']['translation']['audit']

// The texts themselves say which acts and parts they tell.
const isActTold = (act: string): act is keyof AuditTexts['did'] => i18next.exists(`audit.did.${act}`)

const isPart = (part: string): part is keyof AuditTexts['parts'] => i18next.exists(`audit.parts.${part}`)
