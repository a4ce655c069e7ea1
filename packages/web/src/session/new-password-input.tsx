import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { IconCheck, IconPoint } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { passwordRules, shortestPassword, type PasswordOwner } from './password-rules.ts'
import classes from './new-password-input.module.css'

interface NewPasswordInputProps extends PasswordInputProps {
  readonly value: string
  readonly owner: PasswordOwner
}

/** A password is chosen: what it needs is said before, and ticked off while it is written. */
export function NewPasswordInput({ owner, ...input }: NewPasswordInputProps) {
  const { t } = useTranslation()
  const rules = useId()
  return (
    <div>
      <PasswordInput autoComplete="new-password" size="sm" aria-describedby={rules} {...input} />
      <ul id={rules} className={classes['rules']} aria-label={t('auth.rules.title')}>
        {passwordRules(input.value, owner).map(({ text, isMet }) => (
          <li key={text} data-met={isMet || undefined}>
            {isMet ? <IconCheck size={14} aria-hidden /> : <IconPoint size={14} aria-hidden />}
            <span>{t(text, { count: shortestPassword })}</span>
            <span className="visually-hidden">{isMet ? t('auth.rules.met') : t('auth.rules.open')}</span>
          </li>
        ))}
        <li>
          <IconPoint size={14} aria-hidden />
          <span>{t('auth.rules.known')}</span>
        </li>
      </ul>
    </div>
  )
}
