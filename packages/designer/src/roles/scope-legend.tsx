import { scopeNames } from '@telar/metadata'
import { useTranslation } from 'react-i18next'
import classes from './roles.module.css'

/** What the colours of the matrix say, from none to all. */
export function ScopeLegend() {
  const { t } = useTranslation()
  return (
    <ul className={classes['legend']} aria-label={t('roles.legend')}>
      {[...scopeNames, 'where' as const].map((name) => (
        <li key={name}>
          <span className={classes['swatch']} data-scope={name} />
          {t(`roles.scopeHelp.${name}`).replace('…', '')}
        </li>
      ))}
    </ul>
  )
}
