import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconUserCircle, IconX } from '@tabler/icons-react'
import { isObject, type Json, type Operator } from '@telar/metadata'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Widget } from '../widgets/widget.ts'
import { type PersonalValue as Known, usePersonalValues } from './personal-values.ts'
import classes from './filter.module.css'

interface PersonalValueProps {
  readonly widget: Widget
  readonly takes: Operator['takes']
  readonly value: Json
  readonly onChange: (value: Json) => void
  /** The editor for a value that is the same for everybody. */
  readonly children: ReactNode
}

/** Compares with something that is known of the person instead of with a value: who it is, their teams, their region. */
export function PersonalValue({ widget, takes, value, onChange, children }: PersonalValueProps) {
  const { t } = useTranslation()
  const known = usePersonalValues()
  const chosen = isObject(value) && typeof value['user'] === 'string' ? value['user'] : undefined
  if (known === null) return children
  const offered = offeredFor({ widget, takes, known })
  const titleOf = (name: string): string => {
    if (name === 'id') return t('filter.personal.id')
    if (name === 'teams') return t('filter.personal.teams')
    const title = known.find((each) => each.name === name)?.title ?? name
    return t('filter.personal.attribute', { title })
  }
  if (chosen !== undefined)
    return (
      <div className={classes['ofPerson']}>
        <span className="pill" data-color="indigo">
          <span>{titleOf(chosen)}</span>
          <ActionIcon
            size={16}
            aria-label={t('field.removeNamed', { name: titleOf(chosen) })}
            onClick={() => onChange(null)}
          >
            <IconX size={11} />
          </ActionIcon>
        </span>
      </div>
    )
  if (offered.length === 0) return children
  return (
    <div className={classes['personal']}>
      {children}
      <Menu position="bottom-end">
        <Menu.Target>
          <Tooltip label={t('filter.personal.choose')}>
            <ActionIcon aria-label={t('filter.personal.choose')}>
              <IconUserCircle size={16} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {offered.map((name) => (
            <Menu.Item key={name} onClick={() => onChange({ user: name })}>
              {titleOf(name)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}

interface Place {
  readonly widget: Widget
  readonly takes: Operator['takes']
  readonly known: readonly Known[]
}

const offeredFor = ({ widget, takes, known }: Place): readonly string[] => {
  const { personal } = widget
  if (takes === 'list') return personal === 'teams' ? ['teams'] : []
  if (takes !== 'one') return []
  if (personal !== undefined) return personal === 'id' ? ['id'] : []
  return known.map(({ name }) => name)
}
