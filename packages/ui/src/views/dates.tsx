import { plainView } from './plain-view.tsx'

export const date = plainView((value, _field, { format }) => (typeof value === 'string' ? format.date(value) : ''))

export const dateTime = plainView((value, _field, { format }) =>
  typeof value === 'string' ? format.dateTime(value) : '',
)
