import { defineFieldType, mainPart } from './define-field-type.ts'
import { choiceOperators } from './operator-sets.ts'
import { referenceAspects } from './reference-value.ts'

const example = '0198c1e2-7a4b-7c3d-8e5f-00000000a101'

export const team = defineFieldType({
  ...referenceAspects,
  kind: 'team',
  title: { en: 'Team', es: 'Equipo' },
  description: {
    en: 'A team of this workspace: who takes care of it together.',
    es: 'Un equipo de este espacio: quiénes se encargan juntos.',
  },
  group: 'person',
  icon: 'users',
  storage: { type: 'directory', table: 'team' },
  operators: { [mainPart]: choiceOperators },
  widget: 'team',
  view: 'team',
  examples: [
    {
      schema: { 'x-field': 'team' },
      value: example,
      reads: { id: example, label: 'Ventas Norte' },
      text: 'Ventas Norte',
    },
    {
      schema: { 'x-field': 'team' },
      value: { id: example, label: null },
      reads: { id: example, label: 'Ventas Norte' },
      text: 'Ventas Norte',
    },
  ],
  badExamples: [
    { schema: { 'x-field': 'team' }, value: 'ventas', code: 'format' },
    { schema: { 'x-field': 'team' }, value: { name: 'Ventas' }, code: 'required' },
    { schema: { 'x-field': 'team' }, value: false, code: 'type' },
  ],
})
