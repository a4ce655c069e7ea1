import { isVisible, type RendererProps, type UISchemaElement } from '@jsonforms/core'
import { JsonFormsDispatch, useJsonForms } from '@jsonforms/react'
import { Badge, Tabs, Text } from '@mantine/core'
import { isObject, type ModuleView } from '@telar/metadata'
import { useState } from 'react'
import { useForm } from './form-context.ts'
import { fieldOf } from './form-issues.ts'
import { ruleValidator } from './rule-validator.ts'
import { childrenOf, fieldsIn, type UiElement } from './ui-element.ts'
import { asUiSchema, showsSomething } from './visible-elements.ts'
import classes from './form.module.css'

const elementOf = (uischema: UISchemaElement): UiElement => (isObject(uischema) ? uischema : {})

const labelOf = (element: UiElement): string => (typeof element['label'] === 'string' ? element['label'] : '')

const useIsShown = ({ uischema, path }: RendererProps): boolean => {
  const { core } = useJsonForms()
  return isVisible(uischema, core?.data, path, ruleValidator, undefined)
}

interface ElementsProps {
  readonly of: UiElement
  readonly props: RendererProps
}

function Elements({ of, props }: ElementsProps) {
  const { schema, path, enabled, renderers, cells } = props
  return childrenOf(of).map((child, index) => (
    <JsonFormsDispatch
      key={index}
      uischema={asUiSchema(child)}
      schema={schema}
      path={path}
      {...(enabled === undefined ? {} : { enabled })}
      {...(renderers === undefined ? {} : { renderers })}
      {...(cells === undefined ? {} : { cells })}
    />
  ))
}

export function VerticalRenderer(props: RendererProps) {
  if (!useIsShown(props)) return null
  return (
    <div className={classes['vertical']}>
      <Elements of={elementOf(props.uischema)} props={props} />
    </div>
  )
}

export function HorizontalRenderer(props: RendererProps) {
  if (!useIsShown(props)) return null
  return (
    <div className={classes['horizontal']}>
      <Elements of={elementOf(props.uischema)} props={props} />
    </div>
  )
}

export function GroupRenderer(props: RendererProps) {
  const form = useForm()
  const element = elementOf(props.uischema)
  if (!showsSomething(element, form)) return null
  return (
    <fieldset className={classes['group']}>
      {repeatsItsField(element, form.module) ? null : <legend>{labelOf(element)}</legend>}
      <div className={classes['vertical']}>
        <Elements of={element} props={props} />
      </div>
    </fieldset>
  )
}

/** "Description" over "Description" says nothing twice. */
const repeatsItsField = (element: UiElement, module: ModuleView): boolean => {
  const [first, ...others] = fieldsIn(element)
  return others.length === 0 && first !== undefined && module.fields[first]?.title === labelOf(element)
}

export function LabelRenderer(props: RendererProps) {
  const { text } = elementOf(props.uischema)
  if (!useIsShown(props)) return null
  return <Text c="dimmed">{typeof text === 'string' ? text : labelOf(elementOf(props.uischema))}</Text>
}

export function CategorizationRenderer(props: RendererProps) {
  const form = useForm()
  const categories = childrenOf(elementOf(props.uischema)).filter((category) => showsSomething(category, form))
  if (form.sections === 'tabs') return <SectionTabs categories={categories} props={props} />
  return (
    <div className={classes['sections']}>
      {categories.map((category) => (
        <fieldset key={labelOf(category)} className={classes['section']}>
          <legend>{labelOf(category)}</legend>
          <div className={classes['vertical']}>
            <Elements of={category} props={props} />
          </div>
        </fieldset>
      ))}
    </div>
  )
}

interface SectionTabsProps {
  readonly categories: readonly UiElement[]
  readonly props: RendererProps
}

function SectionTabs({ categories, props }: SectionTabsProps) {
  const { issues } = useForm()
  const [chosen, setChosen] = useState('0')
  const wrong = new Set([...issues.keys()].map(fieldOf))
  const countOf = (category: UiElement) => fieldsIn(category).filter((name) => wrong.has(name)).length
  const firstWrong = categories.findIndex((category) => countOf(category) > 0)
  const hasHere = countOf(categories[Number(chosen)] ?? {}) > 0
  const [seenWrong, setSeenWrong] = useState(-1)
  // An error in a tab that is not open would be a dead end.
  if (firstWrong !== seenWrong) {
    setSeenWrong(firstWrong)
    if (firstWrong >= 0 && !hasHere) setChosen(String(firstWrong))
  }
  return (
    <Tabs value={chosen} onChange={(value) => setChosen(value ?? '0')}>
      <Tabs.List mb="md">
        {categories.map((category, index) => (
          <Tabs.Tab
            key={labelOf(category)}
            value={String(index)}
            rightSection={countOf(category) > 0 ? <Badge color="red">{countOf(category)}</Badge> : undefined}
          >
            {labelOf(category)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {categories.map((category, index) => (
        <Tabs.Panel key={labelOf(category)} value={String(index)}>
          <div className={classes['vertical']}>
            <Elements of={category} props={props} />
          </div>
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
