import { CloseButton, Combobox, InputBase, useCombobox } from '@mantine/core'
import type { ModuleView } from '@telar/metadata'
import { useState, type ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../parts/avatar.tsx'
import type { Reference } from '../views/reference-of.ts'
import { useCreateRecord } from '../workspace/create-record-context.tsx'
import { createKey, LinkOptions } from './link-options.tsx'
import { useRecordSearch } from './use-record-search.ts'

interface LinkPickerProps {
  readonly module: ModuleView
  readonly value: Reference | null
  readonly onChange: (value: Reference | null) => void
  readonly input: Partial<ComponentProps<typeof InputBase<'input'>>>
  readonly clearable: boolean
  readonly placeholder?: string
  readonly onDone?: (() => void) | undefined
}

/** Finds a record by typing, or makes one on the spot. */
export function LinkPicker({ module, value, onChange, input, clearable, placeholder, onDone }: LinkPickerProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const createRecord = useCreateRecord()
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setTyped(null)
      onDone?.()
    },
  })
  const text = typed ?? ''
  const { data: found = none, isFetching } = useRecordSearch(module, text, combobox.dropdownOpened)
  const choose = (reference: Reference | null) => {
    onChange(reference)
    combobox.closeDropdown()
  }
  const submit = (key: string) => {
    if (key !== createKey) return choose(found.find((reference) => reference.id === key) ?? null)
    combobox.closeDropdown()
    createRecord?.({ module: module.name, text, onCreated: choose })
  }
  const write = (text: string) => {
    setTyped(text)
    combobox.openDropdown()
    combobox.selectFirstOption()
  }
  return (
    <Combobox store={combobox} onOptionSubmit={submit} shadow="md" withinPortal>
      <Combobox.Target>
        <InputBase
          size="xs"
          {...input}
          component="input"
          autoComplete="off"
          value={typed ?? labelOf(value)}
          placeholder={placeholder ?? t('field.searchIn', { module: module.plural.toLocaleLowerCase() })}
          leftSection={value !== null && typed === null ? <Avatar name={value.label} /> : undefined}
          {...sideOf(clearable && value !== null && input.disabled !== true, () => choose(null))}
          onClick={() => combobox.openDropdown()}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onChange={(event) => write(event.currentTarget.value)}
        />
      </Combobox.Target>
      <Combobox.Dropdown className="ag-custom-component-popup">
        <LinkOptions
          module={module}
          found={found}
          chosen={value?.id}
          isFetching={isFetching}
          typed={text}
          canCreate={createRecord !== null && module.rights.create}
        />
      </Combobox.Dropdown>
    </Combobox>
  )
}

const none: readonly Reference[] = []

const labelOf = (value: Reference | null): string => (value === null ? '' : value.label)

const sideOf = (canClear: boolean, onClear: () => void) =>
  canClear
    ? ({ rightSectionPointerEvents: 'all', rightSection: <ClearButton onClear={onClear} /> } as const)
    : ({ rightSectionPointerEvents: 'none', rightSection: <Combobox.Chevron /> } as const)

function ClearButton({ onClear }: { readonly onClear: () => void }) {
  const { t } = useTranslation()
  return (
    <CloseButton
      size="xs"
      tabIndex={-1}
      aria-label={t('action.clear')}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClear}
    />
  )
}
