import type { JsonObject } from '../json.ts'
import { setting } from './setting.ts'

const bound: JsonObject = { type: ['string', 'number'], pattern: '^-?[0-9]{1,40}(\\.[0-9]{1,40})?$' }

/** Settings of every kind whose value is an exact decimal number. */
export const decimalSettings: JsonObject = {
  'x-scale': setting({ en: 'Decimals', es: 'Decimales' }, { type: 'integer', minimum: 0, maximum: 20 }),
  'x-minimum': setting({ en: 'Smallest value', es: 'Valor mínimo' }, bound),
  'x-maximum': setting({ en: 'Largest value', es: 'Valor máximo' }, bound),
}
