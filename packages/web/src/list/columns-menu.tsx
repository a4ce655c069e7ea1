import { Button, Checkbox, Popover, ScrollArea, TextInput } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fits } from '../palette/fits.ts'
import type { ListProps } from './list-props.ts'
import classes from './list.module.css'

/** Which fields are columns; their order is changed by dragging the headers. */
export function ColumnsMenu({ module, state, onChange }: ListProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const shown = state.columns.map(({ field }) => field).filter((name) => module.fields[name] !== undefined)
  const fields = Object.values(module.fields).filter(
    (field) => field.kind !== 'uuid' && field.widget !== 'links' && fits(field.title, typed),
  )
  const toggle = (name: string, isOn: boolean) => {
    const next = isOn ? [...shown, name] : shown.filter((each) => each !== name)
    if (next.length > 0) onChange({ columns: next.join(',') })
  }
  return (
    <Popover position="bottom-end" width={260} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={14} />}>
          {t('list.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8}>
        <TextInput
          placeholder={t('list.findField')}
          aria-label={t('list.findField')}
          value={typed}
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <ScrollArea.Autosize mah={320} type="scroll" mt={6}>
          {fields.map((field) => (
            <Checkbox
              key={field.name}
              className={classes['column']}
              label={field.title}
              checked={shown.includes(field.name)}
              onChange={(event) => toggle(field.name, event.currentTarget.checked)}
            />
          ))}
        </ScrollArea.Autosize>
        <Button variant="subtle" color="gray" fullWidth mt={6} onClick={() => onChange({ columns: undefined })}>
          {t('list.resetColumns')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
