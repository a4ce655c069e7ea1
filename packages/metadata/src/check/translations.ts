import { documentsOf } from '../document/definition.ts'
import { translationDocument } from '../document/translation-document.ts'
import { type Issue, pointerTo, warning } from '../issue/issue.ts'
import { isList, isObject, type Json, type JsonObject, objectAt, stringAt } from '../json.ts'
import type { Layout, Model, Module, NavigationItem } from '../model.ts'
import type { CheckContext, CheckRule } from './check-rule.ts'

/** Labels belong to something that is there, in a language that is offered. What is left without one shows the text as written. */
export const translations: CheckRule = (context) => {
  const known = labelled(context)
  return documentsOf(context.definition, translationDocument).flatMap(({ name, path, document }) => [
    ...(context.model.app.languages.some((language) => language === name || language.startsWith(`${name}-`))
      ? []
      : [
          warning('TRANSLATION_LANGUAGE', {
            file: path,
            params: { language: name, known: context.model.app.languages },
          }),
        ]),
    ...Object.keys(objectAt(document, 'labels') ?? {})
      .filter((id) => !known.has(id))
      .map((id): Issue =>
        warning('TRANSLATION_UNKNOWN', { file: path, pointer: pointerTo('labels', id), params: { id } }),
      ),
  ])
}

/** Every key under which a label is looked up. */
const labelled = ({ definition, model, fields }: CheckContext): ReadonlySet<string> =>
  new Set([
    stringAt(definition.get('telar.json') ?? {}, 'x-id') ?? '',
    ...[...model.modules.values()].flatMap(ofModule),
    ...fields.flatMap(({ field }) => [
      field.id,
      `${field.id}.help`,
      `${field.id}.inverse`,
      ...field.options.map(({ id }) => id),
    ]),
    ...ofOptionLists(model),
    ...model.layouts.flatMap((layout) => [layout.id, ...labelsIn(layout.ui).map((label) => `${layout.id}.${label}`)]),
    ...model.views.map(({ id }) => id),
    ...model.navigation.flatMap(ofNavigation),
    ...[...model.roles.values()].flatMap(({ id }) => [id, `${id}.help`]),
    ...model.sharing.map(({ id }) => id),
  ])

const ofModule = ({ id, systemFields }: Module): readonly string[] => [
  id,
  `${id}.plural`,
  `${id}.help`,
  ...[...systemFields.values()].map((field) => field.id),
]

const ofOptionLists = (model: Model): readonly string[] =>
  [...model.optionLists.values()].flatMap(({ id, options }) => [
    id,
    `${id}.help`,
    ...options.flatMap((option) => [option.id, `${option.id}.help`]),
  ])

const ofNavigation = (item: NavigationItem): readonly string[] =>
  item.type === 'group' ? [item.id, ...item.items.flatMap(ofNavigation)] : []

const labelsIn = (element: Layout['ui']): readonly string[] => [
  ...textOf(element['label']),
  ...(isList(element['elements'])
    ? element['elements'].filter((child): child is JsonObject => isObject(child)).flatMap(labelsIn)
    : []),
]

const textOf = (label: Json | undefined): readonly string[] => (typeof label === 'string' ? [label] : [])
