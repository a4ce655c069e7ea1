import { referenceOf } from '../views/reference-of.ts'
import { useReferenceLabels } from '../workspace/use-reference-labels.ts'
import { useModuleView } from '../workspace/workspace-context.tsx'
import { inputProps } from './input-props.ts'
import { LinkPicker } from './link-picker.tsx'
import type { WidgetProps } from './widget.ts'

/** One record to compare with; a filter keeps its id only. */
export function CompareLink(props: WidgetProps) {
  const module = useModuleView(props.field.link ?? '')
  const labelled = useReferenceLabels(props.field.link, [props.value])
  if (module === undefined) return null
  return (
    <LinkPicker
      module={module}
      value={referenceOf(labelled(props.value))}
      input={inputProps(props)}
      clearable={false}
      onChange={(reference) => props.onChange(reference?.id ?? null)}
    />
  )
}
