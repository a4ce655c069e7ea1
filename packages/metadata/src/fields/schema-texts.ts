import type { IssueTexts } from '../issue/issue.ts'

/**
 * The words of JSON Schema as a person at a form should read them. A code may have variants by the parameter that
 * decides (`format.email`, `type.integer`, `minLength.1`).
 */
export const schemaTexts: IssueTexts = {
  type: { en: 'This kind of value does not belong here', es: 'Este tipo de valor no corresponde aquí' },
  'type.string': { en: 'Write a text', es: 'Escribe un texto' },
  'type.number': { en: 'Write a number', es: 'Escribe un número' },
  'type.integer': { en: 'Write a whole number', es: 'Escribe un número entero' },
  'type.boolean': { en: 'Choose yes or no', es: 'Elige sí o no' },
  'type.array': { en: 'A list is expected here', es: 'Aquí se espera una lista' },
  'type.object': { en: 'A group of fields is expected here', es: 'Aquí se espera un grupo de campos' },
  'type.null': { en: 'This must stay empty', es: 'Debe quedar vacío' },

  required: { en: 'This field is required', es: 'Este campo es obligatorio' },
  dependentRequired: {
    en: 'This field is required because of another one that is filled in',
    es: 'Este campo es obligatorio porque otro está relleno',
  },
  dependencies: {
    en: 'This field is required because of another one that is filled in',
    es: 'Este campo es obligatorio porque otro está relleno',
  },

  minLength: { en: 'Write at least {limit} characters', es: 'Escribe al menos {limit} caracteres' },
  'minLength.1': { en: 'Write something here', es: 'Escribe algo aquí' },
  maxLength: { en: 'Write no more than {limit} characters', es: 'Escribe como máximo {limit} caracteres' },
  'maxLength.1': { en: 'Write a single character', es: 'Escribe un solo carácter' },
  pattern: { en: 'This does not have the expected form', es: 'No tiene la forma esperada' },
  format: { en: 'This is not a valid {format}', es: 'No es un valor válido de tipo {format}' },
  'format.email': {
    en: 'Write an email address such as name@example.com',
    es: 'Escribe un correo como nombre@ejemplo.com',
  },
  'format.idn-email': {
    en: 'Write an email address such as name@example.com',
    es: 'Escribe un correo como nombre@ejemplo.com',
  },
  'format.uri': {
    en: 'Write a web address such as https://example.com',
    es: 'Escribe una dirección web como https://ejemplo.com',
  },
  'format.iri': {
    en: 'Write a web address such as https://example.com',
    es: 'Escribe una dirección web como https://ejemplo.com',
  },
  'format.uri-reference': { en: 'Write a web address', es: 'Escribe una dirección web' },
  'format.date': { en: 'Write a date that exists', es: 'Escribe una fecha que exista' },
  'format.date-time': { en: 'Write a date and time that exist', es: 'Escribe una fecha y una hora que existan' },
  'format.time': { en: 'Write a time', es: 'Escribe una hora' },
  'format.duration': { en: 'Write a duration such as P3DT2H', es: 'Escribe una duración como P3DT2H' },
  'format.uuid': { en: 'This is not the identifier of a record', es: 'No es el identificador de un registro' },
  'format.hostname': { en: 'Write a host name', es: 'Escribe un nombre de servidor' },
  'format.ipv4': { en: 'Write an IP address such as 192.0.2.1', es: 'Escribe una dirección IP como 192.0.2.1' },
  'format.ipv6': { en: 'Write an IPv6 address', es: 'Escribe una dirección IPv6' },
  'format.regex': { en: 'Write a valid regular expression', es: 'Escribe una expresión regular válida' },

  minimum: { en: 'The value must be {limit} or more', es: 'El valor debe ser {limit} o más' },
  maximum: { en: 'The value must be {limit} or less', es: 'El valor debe ser {limit} o menos' },
  exclusiveMinimum: { en: 'The value must be more than {limit}', es: 'El valor debe ser mayor que {limit}' },
  exclusiveMaximum: { en: 'The value must be less than {limit}', es: 'El valor debe ser menor que {limit}' },
  multipleOf: { en: 'The value must be a multiple of {multipleOf}', es: 'El valor debe ser múltiplo de {multipleOf}' },

  enum: { en: 'Choose one of the options', es: 'Elige una de las opciones' },
  const: { en: 'Only one value is allowed here, and it is another', es: 'Aquí solo se admite un valor, y es otro' },

  minItems: { en: 'Add at least {limit}', es: 'Añade al menos {limit}' },
  'minItems.1': { en: 'Add at least one', es: 'Añade al menos uno' },
  maxItems: { en: 'No more than {limit} are allowed', es: 'Se admiten como máximo {limit}' },
  'maxItems.1': { en: 'Only one is allowed', es: 'Solo se admite uno' },
  uniqueItems: { en: 'The same value is here twice', es: 'Hay un valor repetido' },
  contains: { en: 'A value that must be in the list is missing', es: 'Falta en la lista un valor obligatorio' },
  additionalItems: { en: 'There are too many values here', es: 'Aquí hay demasiados valores' },
  unevaluatedItems: { en: 'There are too many values here', es: 'Aquí hay demasiados valores' },

  additionalProperties: {
    en: 'There is no field “{additionalProperty}” here',
    es: 'Aquí no existe el campo «{additionalProperty}»',
  },
  unevaluatedProperties: {
    en: 'There is no field “{unevaluatedProperty}” here',
    es: 'Aquí no existe el campo «{unevaluatedProperty}»',
  },
  propertyNames: { en: 'The name “{propertyName}” is not allowed', es: 'No se admite el nombre «{propertyName}»' },
  minProperties: { en: 'Fill in at least {limit} fields', es: 'Rellena al menos {limit} campos' },
  'minProperties.1': { en: 'Fill in at least one field', es: 'Rellena al menos un campo' },
  maxProperties: { en: 'Fill in no more than {limit} fields', es: 'Rellena como máximo {limit} campos' },

  oneOf: {
    en: 'The value must have exactly one of the allowed forms',
    es: 'El valor debe tener exactamente una de las formas admitidas',
  },
  anyOf: { en: 'The value has none of the allowed forms', es: 'El valor no tiene ninguna de las formas admitidas' },
  allOf: { en: 'The value breaks a rule of this field', es: 'El valor incumple una regla de este campo' },
  not: { en: 'This value is not allowed here', es: 'Este valor no se admite aquí' },
  if: { en: 'The value does not go with the other fields', es: 'El valor no encaja con los demás campos' },
  'false schema': { en: 'This must stay empty', es: 'Debe quedar vacío' },
}
