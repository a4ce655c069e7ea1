import { isObject, type Json, type JsonObject } from '@telar/metadata'

/** An element of a JSON Forms UI schema, as a document holds it. */
export type UiElement = JsonObject

export const childrenOf = (element: UiElement): readonly UiElement[] => {
  const { elements } = element
  return Array.isArray(elements) ? (elements as readonly Json[]).filter(isObject) : []
}

/** The field that a control leads to; undefined for anything else. */
export const controlledField = (element: UiElement): string | undefined => {
  const { scope } = element
  return element['type'] === 'Control' && typeof scope === 'string' ? scope.split('/').at(-1) : undefined
}

/** All fields below an element, in order. */
export const fieldsIn = (element: UiElement): readonly string[] => [
  ...[controlledField(element)].filter((name) => name !== undefined),
  ...childrenOf(element).flatMap(fieldsIn),
]
