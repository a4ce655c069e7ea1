import { CloseButton, Combobox, InputBase, useCombobox } from '@mantine/core'
import type { ModuleView } from '@telar/metadata'
import { useEffect, useState, type ComponentProps, type KeyboardEvent } from 'react'
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
  // Enter came before the answer: the first record of the answer is meant.
  const [isHasty, setHasty] = useState(false)
  const createRecord = useCreateRecord()
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setTyped(null)
      setHasty(false)
      onDone?.()
    },
  })
  const text = typed ?? ''
  const { found, isSettled } = useRecordSearch(module, text, combobox.dropdownOpened)
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
    setHasty(false)
    combobox.openDropdown()
    combobox.resetSelectedOption()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !combobox.dropdownOpened || isSettled) return
    // Nothing is chosen yet, and the form around must not take it for its own.
    event.preventDefault()
    setHasty(true)
  }
  useEffect(() => {
    if (!isSettled || typed === null) return
    const [first] = found
    if (isHasty && first !== undefined) choose(first)
    else combobox.selectFirstOption()
    // oxlint-disable-next-line react/exhaustive-deps -- once for each answer
  }, [isSettled, found])
  return (
    <Combobox store={combobox} onOptionSubmit={submit} shadow="md" withinPortal>
      <Combobox.Target withExpandedAttribute>
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
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={onKeyDown}
          onChange={(event) => write(event.currentTarget.value)}
        />
      </Combobox.Target>
      <Combobox.Dropdown className="ag-custom-component-popup">
        <LinkOptions
          module={module}
          found={found}
          chosen={value?.id}
          isSettled={isSettled}
          typed={text}
          canCreate={createRecord !== null && module.rights.create}
        />
      </Combobox.Dropdown>
    </Combobox>
  )
}

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
