import { isTelarError } from '@telar/client'
import { sameJson, type Json, type JsonObject, type ModuleView } from '@telar/metadata'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { noIssues, type FieldIssues } from '../widgets/widget.ts'
import { applyModuleRules } from './apply-module-rules.ts'
import { fieldOf, formIssues, serverIssues } from './form-issues.ts'
import { changesOf } from './written-value.ts'

interface RecordFormOptions {
  readonly module: ModuleView
  readonly initial: JsonObject
  /** Saves; what it throws is shown in the form. */
  readonly save: (values: JsonObject) => Promise<void>
}

export interface RecordForm {
  readonly module: ModuleView
  readonly values: JsonObject
  /** What is to be shown: of fields that were written and left, of all of them after the first try to save. */
  readonly issues: FieldIssues
  /** What is wrong with the record as a whole. */
  readonly problems: readonly string[]
  readonly isDirty: boolean
  readonly isSaving: boolean
  readonly change: (field: string, value: Json) => void
  readonly leave: (field: string) => void
  /** Gives the name of the first field that stands in the way, or undefined when the record was saved. */
  readonly submit: () => Promise<string | undefined>
  readonly reset: (values: JsonObject) => void
}

interface Refusal {
  readonly atFields: FieldIssues
  readonly others: readonly string[]
}

const accepted: Refusal = { atFields: noIssues, others: [] }

/** The draft of one record: its own copy of the values, so that nothing that arrives meanwhile can wipe it. */
export const useRecordForm = ({ module, initial, save }: RecordFormOptions): RecordForm => {
  const { t } = useTranslation()
  const [start, setStart] = useState(initial)
  const [values, setValues] = useState(initial)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [isTried, setTried] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [refusal, setRefusal] = useState(accepted)

  const found = useMemo(() => {
    const issues = formIssues(module.schema, writable(module, values), t)
    // What the server computes nobody can put right.
    return new Map([...issues].filter(([pointer]) => !isComputed(module.fields, pointer)))
  }, [module, values, t])
  const issues = useMemo(() => {
    // A field that was only passed through is not complained about before there is a try to save.
    const isWritten = (name: string) => !sameJson(values[name] ?? null, start[name] ?? null)
    const isShown = (name: string) => isTried || (left.has(name) && isWritten(name))
    return new Map([...[...found].filter(([pointer]) => isShown(fieldOf(pointer))), ...refusal.atFields])
  }, [found, isTried, left, refusal, values, start])

  const change = useCallback(
    (field: string, value: Json) => {
      setValues((before) => applyModuleRules(module, { ...before, [field]: value }))
      setRefusal((before) => ({ ...before, atFields: without(before.atFields, field) }))
    },
    [module],
  )
  const leave = useCallback(
    (field: string) => setLeft((before) => (before.has(field) ? before : new Set([...before, field]))),
    [],
  )

  const submit = async (): Promise<string | undefined> => {
    setTried(true)
    const [first] = found.keys()
    if (first !== undefined) return fieldOf(first)
    setSaving(true)
    try {
      await save(values)
      setRefusal(accepted)
      return undefined
    } catch (error) {
      const refused = refusalOf(error, module, t('state.unexpected'))
      setRefusal(refused)
      const [at] = refused.atFields.keys()
      return at === undefined ? '' : fieldOf(at)
    } finally {
      setSaving(false)
    }
  }
  const reset = (next: JsonObject) => {
    setStart(next)
    setValues(next)
    setLeft(new Set())
    setTried(false)
    setRefusal(accepted)
  }
  const isDirty = useMemo(() => Object.keys(changesOf(start, values)).length > 0, [start, values])
  return { module, values, issues, problems: refusal.others, isDirty, isSaving, change, leave, submit, reset }
}

/** Only what the module's schema speaks of: nothing that the server alone writes. */
const writable = (module: ModuleView, values: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(values).filter(([name]) => module.fields[name]?.system === false))

const isComputed = (fields: ModuleView['fields'], pointer: string): boolean => {
  const [name = '', ...rest] = pointer.split('/').slice(1)
  const field = fields[name]
  // Lines are counted between the list and its parts.
  const within = rest.filter((step) => !/^\d+$/.test(step))
  if (field === undefined) return false
  return field.readOnly || (within.length > 0 && isComputed(field.children, `/${within.join('/')}`))
}

const without = (issues: FieldIssues, field: string): FieldIssues =>
  new Map([...issues].filter(([pointer]) => fieldOf(pointer) !== field))

const refusalOf = (error: unknown, module: ModuleView, otherwise: string): Refusal => {
  if (!isTelarError(error)) return { atFields: noIssues, others: [otherwise] }
  const refusal = serverIssues(error.issues, new Set(Object.keys(module.fields)))
  const isSilent = refusal.atFields.size === 0 && refusal.others.length === 0
  return isSilent ? { ...refusal, others: [error.message] } : refusal
}
