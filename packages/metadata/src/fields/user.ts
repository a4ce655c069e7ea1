import { defineFieldType, mainPart } from './define-field-type.ts'
import { choiceOperators } from './operator-sets.ts'
import { referenceAspects } from './reference-value.ts'

const example = '0198c1e2-7a4b-7c3d-8e5f-00000000a001'

export const user = defineFieldType({
  ...referenceAspects,
  kind: 'user',
  title: { en: 'Person of the team', es: 'Persona del equipo' },
  description: {
    en: 'Somebody who works in this workspace: who is responsible, who approves.',
    es: 'Alguien que trabaja en este espacio: quién se encarga, quién aprueba.',
  },
  group: 'person',
  icon: 'user',
  storage: { type: 'directory', table: 'member' },
  operators: { [mainPart]: choiceOperators },
  widget: 'user',
  view: 'user',
  examples: [
    {
      schema: { 'x-field': 'user' },
      value: example,
      reads: { id: example, label: 'Lucía Ferrer' },
      text: 'Lucía Ferrer',
    },
    {
      schema: { 'x-field': 'user' },
      value: { id: example, label: null },
      reads: { id: example, label: 'Lucía Ferrer' },
      text: 'Lucía Ferrer',
    },
  ],
  badExamples: [
    { schema: { 'x-field': 'user' }, value: 'lucia', code: 'format' },
    { schema: { 'x-field': 'user' }, value: { name: 'Lucía' }, code: 'required' },
    { schema: { 'x-field': 'user' }, value: false, code: 'type' },
  ],
})
