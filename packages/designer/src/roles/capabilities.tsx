import { Checkbox } from '@mantine/core'
import { capabilities, capabilityNames, type JsonObject } from '@telar/metadata'
import { currentLanguage } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { capabilitiesOf, withCapability } from './role-document.ts'
import classes from './roles.module.css'

interface CapabilitiesProps {
  readonly role: JsonObject
  readonly onChange: (role: JsonObject) => void
}

/** What the role allows besides work on records. */
export function Capabilities({ role, onChange }: CapabilitiesProps) {
  const { t } = useTranslation()
  const held = capabilitiesOf(role)
  return (
    <section className={classes['section']}>
      <div className={classes['sectionHead']}>
        <h2>{t('roles.capabilities')}</h2>
        <span className="dimmed">{t('roles.capabilitiesHelp')}</span>
      </div>
      <div className={classes['capabilities']}>
        {capabilityNames.map((name) => (
          <Checkbox
            key={name}
            label={capabilities[name][currentLanguage()]}
            checked={held.includes(name)}
            onChange={(event) => onChange(withCapability(role, name, event.currentTarget.checked))}
          />
        ))}
      </div>
    </section>
  )
}
