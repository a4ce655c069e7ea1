/** Editors that a field type may ask for; the ui room draws each of them (`satisfies Record<WidgetName, …>`). */
export const widgetNames = [
  'text',
  'multiline',
  'email',
  'phone',
  'url',
  'integer',
  'number',
  'decimal',
  'money',
  'percent',
  'boolean',
  'date',
  'dateTime',
  'select',
  'multiSelect',
  'link',
  'links',
  'user',
  'team',
  'address',
  'personName',
  'autoNumber',
  'json',
  'composite',
  'compositeList',
] as const

export type WidgetName = (typeof widgetNames)[number]

/** Read views that a field type may ask for; the ui room draws each of them. */
export const viewNames = [...widgetNames] as const

export type ViewName = (typeof viewNames)[number]
