import type { InvitationRequest, Person, SentInvitation } from '@telar/client'
import { useWorkspace } from '@telar/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refusalsByPart } from '../data/refusal-text.ts'
import { useRefresh } from '../data/use-admin-change.ts'

interface Values {
  readonly email: string
  readonly name: string
  readonly language: string
  readonly roles: readonly string[]
  readonly teams: readonly string[]
  readonly attributes: Readonly<Record<string, string>>
}

/** An invitation while it is written, and what became of it. */
export interface InvitationForm {
  readonly values: Values
  readonly set: (changes: Partial<Values>) => void
  readonly isDirty: boolean
  /** What is wrong, by part; '' for what belongs to none. */
  readonly refused: Readonly<Record<string, string>>
  readonly isSending: boolean
  readonly sent: SentInvitation | undefined
  readonly send: () => Promise<SentInvitation | undefined>
}

export const useInvitation = (person: Person | undefined, language: string): InvitationForm => {
  const { t } = useTranslation()
  const { client } = useWorkspace()
  const refresh = useRefresh()
  const [start] = useState<Values>(() => ({
    email: person?.email ?? '',
    name: person?.name ?? '',
    language,
    roles: person?.roles ?? [],
    teams: person?.teams ?? [],
    attributes: person?.attributes ?? {},
  }))
  const [values, setValues] = useState(start)
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({})
  const [isSending, setSending] = useState(false)
  const [sent, setSent] = useState<SentInvitation>()
  const set = (changes: Partial<Values>) => {
    setValues((before) => ({ ...before, ...changes }))
    setRefused((before) => Object.fromEntries(Object.entries(before).filter(([part]) => !(part in changes))))
  }
  const send = async () => {
    const missing = (['email', 'name'] as const).filter((part) => values[part].trim() === '')
    setRefused(Object.fromEntries(missing.map((part) => [part, t('validation.required')])))
    if (missing.length > 0) return undefined
    setSending(true)
    try {
      const answer = await client.invitations.invite(requestOf(values))
      await refresh()
      setSent(answer)
      return answer
    } catch (error) {
      setRefused(refusalsByPart(error, t))
      return undefined
    } finally {
      setSending(false)
    }
  }
  return { values, set, isDirty: values !== start, refused, isSending, sent, send }
}

const requestOf = ({ email, name, language, roles, teams, attributes }: Values): InvitationRequest => {
  const written = Object.entries(attributes).filter(([, text]) => text.trim() !== '')
  return {
    email: email.trim(),
    name: name.trim(),
    language,
    // Empty lists are left out: they need rights that may not be there.
    ...(roles.length === 0 ? {} : { roles }),
    ...(teams.length === 0 ? {} : { teams }),
    ...(written.length === 0 ? {} : { attributes: Object.fromEntries(written) }),
  }
}
