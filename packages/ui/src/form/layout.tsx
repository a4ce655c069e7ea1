import { rankWith, uiTypeIs, type JsonFormsRendererRegistryEntry, type UISchemaElement } from '@jsonforms/core'
import { JsonForms } from '@jsonforms/react'
import { widgets } from '../widgets/index.ts'
import { WidgetsProvider } from '../widgets/widgets-context.ts'
import { ControlRenderer } from './control-renderer.tsx'
import { FormProvider, type FormContextValue } from './form-context.ts'
import {
  CategorizationRenderer,
  GroupRenderer,
  HorizontalRenderer,
  LabelRenderer,
  VerticalRenderer,
} from './layout-renderers.tsx'
import { ruleValidator } from './rule-validator.ts'
import type { UiElement } from './ui-element.ts'

const entry = (type: string, renderer: JsonFormsRendererRegistryEntry['renderer']): JsonFormsRendererRegistryEntry => ({
  tester: rankWith(1, uiTypeIs(type)),
  renderer,
})

const renderers: JsonFormsRendererRegistryEntry[] = [
  entry('VerticalLayout', VerticalRenderer),
  entry('HorizontalLayout', HorizontalRenderer),
  entry('Group', GroupRenderer),
  entry('Categorization', CategorizationRenderer),
  entry('Category', VerticalRenderer),
  entry('Label', LabelRenderer),
  entry('Control', ControlRenderer),
]

/**
 * Draws a layout document over the values of one record. JSON Forms lays out and follows the layout's rules; the values
 * stay with the caller, so a refetch can never wipe a draft.
 */
export function Layout({ ui, form }: { readonly ui: UiElement; readonly form: FormContextValue }) {
  return (
    <WidgetsProvider value={widgets}>
      <FormProvider value={form}>
        <JsonForms
          ajv={ruleValidator}
          schema={form.module.schema}
          uischema={ui as unknown as UISchemaElement} // oxlint-disable-line no-unsafe-type-assertion -- the same JSON, described by two libraries
          data={form.values}
          renderers={renderers}
          cells={[]}
          validationMode="NoValidation"
        />
      </FormProvider>
    </WidgetsProvider>
  )
}
