import { isUuid } from './cell.ts'
import { constraints, defineFieldType, mainPart, oneColumn } from './define-field-type.ts'
import { choiceOperators } from './operator-sets.ts'
import { plainType } from './plain-type.ts'
import { notUnderstood, understood, valueProblem } from './value-problem.ts'

export const uuid = defineFieldType({
  kind: 'uuid',
  title: { en: 'Identifier', es: 'Identificador' },
  description: {
    en: 'A universally unique identifier (UUID), usually given by another system.',
    es: 'Un identificador único universal (UUID), normalmente asignado por otro sistema.',
  },
  group: 'text',
  icon: 'fingerprint',
  recognise: (schema) => (plainType(schema) === 'string' && schema['format'] === 'uuid' ? 30 : 0),
  storage: oneColumn('uuid'),
  valueSchema: (field) => ({ type: 'string', format: 'uuid', ...constraints(field.schema) }),
  normalise: (value) => (typeof value === 'string' && isUuid(value.trim()) ? value.trim().toLowerCase() : value),
  check: (value) => (typeof value === 'string' && !isUuid(value) ? [valueProblem('format', { format: 'uuid' })] : []),
  operators: { [mainPart]: choiceOperators },
  fromText: (text) =>
    isUuid(text.trim()) ? understood(text.trim().toLowerCase()) : notUnderstood('format', { format: 'uuid' }),
  widget: 'text',
  view: 'text',
  examples: [
    {
      schema: { type: 'string', format: 'uuid' },
      value: '0198c1e2-7a4b-7c3d-8e5f-0123456789ab',
      text: '0198c1e2-7a4b-7c3d-8e5f-0123456789ab',
    },
    {
      schema: { 'x-field': 'uuid' },
      value: ' 0198C1E2-7A4B-7C3D-8E5F-0123456789AB',
      reads: '0198c1e2-7a4b-7c3d-8e5f-0123456789ab',
      text: '0198c1e2-7a4b-7c3d-8e5f-0123456789ab',
    },
  ],
  badExamples: [
    { schema: { type: 'string', format: 'uuid' }, value: '0198c1e2', code: 'format' },
    { schema: { type: 'string', format: 'uuid' }, value: 1, code: 'type' },
  ],
})
