import { ActionIcon, Stack } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { isList } from '@telar/metadata'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../parts/avatar.tsx'
import { referenceOf, type Reference } from '../views/reference-of.ts'
import { useModuleView } from '../workspace/workspace-context.tsx'
import { CompareLink } from './compare-link.tsx'
import { inputProps } from './input-props.ts'
import { LinkPicker } from './link-picker.tsx'
import type { Widget, WidgetProps } from './widget.ts'
import classes from './widgets.module.css'

function Edit(props: WidgetProps) {
  const { t } = useTranslation()
  const module = useModuleView(props.field.link ?? '')
  const chosen = (isList(props.value) ? props.value : []).flatMap((each) => referenceOf(each) ?? [])
  const write = (next: readonly Reference[]) => props.onChange(next.map((reference) => ({ ...reference })))
  if (module === undefined) return null
  return (
    <Stack gap={4}>
      <LinkPicker
        module={module}
        value={null}
        input={inputProps(props)}
        clearable={false}
        placeholder={t('field.addOne', { module: module.title.toLocaleLowerCase() })}
        onChange={(reference) => {
          if (reference !== null && !chosen.some(({ id }) => id === reference.id)) write([...chosen, reference])
        }}
      />
      {chosen.map((reference) => (
        <span key={reference.id} className={classes['chosen']}>
          <Avatar name={reference.label} />
          <span className="truncate">{reference.label}</span>
          <ActionIcon
            size="xs"
            aria-label={t('field.removeNamed', { name: reference.label })}
            onClick={() => write(chosen.filter(({ id }) => id !== reference.id))}
          >
            <IconX size={12} />
          </ActionIcon>
        </span>
      ))}
    </Stack>
  )
}

export const links: Widget = { Edit, Compare: CompareLink, inline: 'none', size: 'line' }
