import type { IssueTexts } from '../issue/issue.ts'

/** What is said about a JSON text or a JSON Schema that somebody else wrote. */
export const dialectTexts: IssueTexts = {
  tooComplex: {
    en: 'Checking this value would take too many steps; write it with fewer levels',
    es: 'Comprobar este valor llevaría demasiados pasos; escríbelo con menos niveles',
  },
  items: { en: 'There are too many values here', es: 'Aquí hay demasiados valores' },
  JSON_SYNTAX: {
    en: 'This is not JSON: “{found}” in line {line}, column {column}, where one of these is expected: {expected}',
    es: 'Esto no es JSON: «{found}» en la línea {line}, columna {column}, donde se espera uno de estos: {expected}',
  },
  JSON_ENDS_EARLY: {
    en: 'The text ends in the middle of a value (line {line}, column {column}).',
    es: 'El texto acaba en mitad de un valor (línea {line}, columna {column}).',
  },
  JSON_TEXT_INVALID: {
    en: 'This text in quotes has a character or an escape that JSON does not allow (line {line}, column {column}).',
    es: 'Este texto entre comillas tiene un carácter o un escape que JSON no permite (línea {line}, columna {column}).',
  },
  JSON_GOES_ON: {
    en: 'There is something after the end of the JSON value: “{found}” in line {line}, column {column}.',
    es: 'Hay algo después del final del valor JSON: «{found}» en la línea {line}, columna {column}.',
  },
  JSON_DUPLICATE_KEY: {
    en: '“{key}” stands twice in the same object (line {line}, column {column}). Only one of them would count.',
    es: '«{key}» está dos veces en el mismo objeto (línea {line}, columna {column}). Solo contaría una de las dos.',
  },
  JSON_TOO_DEEP: {
    en: 'Nested deeper than {most} levels.',
    es: 'Hay más de {most} niveles anidados.',
  },
  JSON_TOO_LARGE: {
    en: 'A document has at most {most} values.',
    es: 'Un documento tiene como máximo {most} valores.',
  },
  JSON_NUMBER_UNSAFE: {
    en: 'The number {number} cannot be kept exactly: whole numbers go up to 9007199254740991. Write it as a text.',
    es: 'El número {number} no se puede guardar con exactitud: los enteros llegan hasta 9007199254740991. Escríbelo como texto.',
  },
  SCHEMA_NAME_RESERVED: {
    en: '“{name}” cannot be the name of a property: JavaScript keeps it for itself. Choose another name.',
    es: '«{name}» no puede ser el nombre de una propiedad: JavaScript lo reserva. Elige otro nombre.',
  },
  SCHEMA_NAME_MALFORMED: {
    en: 'This name has half of a character; write it again.',
    es: 'Este nombre contiene medio carácter; escríbelo de nuevo.',
  },
  SCHEMA_NAME_INTEGER: {
    en: 'The field “{name}” is named like a number and would lose its place among the others. Put a letter in front.',
    es: 'El campo «{name}» se llama como un número y perdería su lugar entre los demás. Pon una letra delante.',
  },
  SCHEMA_NAME_TWICE: {
    en: 'The name “{name}” ({word}) is given to two schemas, so a reference to it has no single meaning.',
    es: 'Dos esquemas llevan el nombre «{name}» ({word}), así que una referencia a él no tiene un único sentido.',
  },
  SCHEMA_TOO_OLD: {
    en: '“{written}” is older than draft-07. Convert the schema to draft-07, 2019-09 or 2020-12 first.',
    es: '«{written}» es anterior a draft-07. Convierte antes el esquema a draft-07, 2019-09 o 2020-12.',
  },
  SCHEMA_UNKNOWN: {
    en: '“{written}” is not a JSON Schema draft that is understood. Usa draft-07, 2019-09 or 2020-12.',
    es: '«{written}» no es una versión conocida de JSON Schema. Usa draft-07, 2019-09 o 2020-12.',
  },
  SCHEMA_READ_AS_DRAFT07: {
    en: 'Draft-06 is read as draft-07, which adds “if”, “then” and “else” to it.',
    es: 'Draft-06 se lee como draft-07, que le añade «if», «then» y «else».',
  },
  SCHEMA_DRAFT04_BOUND: {
    en: '“{word}”: true is draft-04. Since draft-06 it holds the bound itself, a number.',
    es: '«{word}»: true es de draft-04. Desde draft-06 contiene el propio límite, un número.',
  },
  SCHEMA_WORD_UNKNOWN: {
    en: '“{word}” is not a JSON Schema word; nothing checks it (places in the document: {places}). Words of your own begin with “x-”.',
    es: '«{word}» no es una palabra de JSON Schema; nada la comprueba (lugares del documento: {places}). Las palabras propias empiezan por «x-».',
  },
  SCHEMA_WORD_OF_OTHER_DRAFT: {
    en: '“{word}” means nothing in {dialect}, in which this schema is written, and is not enforced (places in the document: {places}).',
    es: '«{word}» no significa nada en {dialect}, en que está escrito este esquema, y no se comprueba (lugares del documento: {places}).',
  },
  SCHEMA_OLDER_WORD: {
    en: '“{word}” is written here as before {dialect}; it is read in its old meaning.',
    es: '«{word}» está escrito aquí como antes de {dialect}; se lee con su sentido antiguo.',
  },
  SCHEMA_EXPECTS_ANYTHING: { en: '“{word}” cannot have this value.', es: '«{word}» no puede tener este valor.' },
  SCHEMA_EXPECTS_TEXT: { en: '“{word}” must be a text.', es: '«{word}» debe ser un texto.' },
  SCHEMA_EXPECTS_FLAG: { en: '“{word}” must be true or false.', es: '«{word}» debe ser true o false.' },
  SCHEMA_EXPECTS_NUMBER: { en: '“{word}” must be a number.', es: '«{word}» debe ser un número.' },
  SCHEMA_EXPECTS_POSITIVE: {
    en: '“{word}” must be a number above zero.',
    es: '«{word}» debe ser un número mayor que cero.',
  },
  SCHEMA_EXPECTS_COUNT: {
    en: '“{word}” must be a whole number, zero or more.',
    es: '«{word}» debe ser un número entero, cero o mayor.',
  },
  SCHEMA_EXPECTS_LIST: { en: '“{word}” must be a list.', es: '«{word}» debe ser una lista.' },
  SCHEMA_EXPECTS_CHOICES: {
    en: '“{word}” must be a list with at least one value.',
    es: '«{word}» debe ser una lista con al menos un valor.',
  },
  SCHEMA_EXPECTS_NAMES: { en: '“{word}” must be a list of names.', es: '«{word}» debe ser una lista de nombres.' },
  SCHEMA_EXPECTS_TYPE: {
    en: '“{word}” must be null, boolean, object, array, number, integer or string, or a list of them.',
    es: '«{word}» debe ser null, boolean, object, array, number, integer o string, o una lista de ellos.',
  },
  SCHEMA_EXPECTS_SCHEMA: {
    en: '“{word}” must hold a schema: an object, true or false.',
    es: '«{word}» debe contener un esquema: un objeto, true o false.',
  },
  SCHEMA_EXPECTS_SCHEMAS: {
    en: '“{word}” must be a list with at least one schema.',
    es: '«{word}» debe ser una lista con al menos un esquema.',
  },
  SCHEMA_EXPECTS_SCHEMA_MAP: {
    en: '“{word}” must be an object whose values are schemas.',
    es: '«{word}» debe ser un objeto cuyos valores sean esquemas.',
  },
  SCHEMA_FORMAT_UNKNOWN: {
    en: '“{format}” is not a format of the standard; nothing checks it (places in the document: {places}).',
    es: '«{format}» no es un formato del estándar; nada lo comprueba (lugares del documento: {places}).',
  },
  SCHEMA_CONTENT_NOT_CHECKED: {
    en: '“{word}” describes what a text contains; the text is kept, its content is not checked.',
    es: '«{word}» describe qué contiene un texto; el texto se guarda, pero su contenido no se comprueba.',
  },
  SCHEMA_CONTAINS_KNOWN: {
    en: 'Where “contains” applies to the same list, “unevaluatedItems” takes every item as known.',
    es: 'Cuando «contains» se aplica a la misma lista, «unevaluatedItems» da por conocidos todos los elementos.',
  },
  SCHEMA_PATTERN: {
    en: 'The pattern {pattern} is not enforced: “{part}” is not supported, because it can hold the server for minutes.',
    es: 'El patrón {pattern} no se comprueba: no se admite «{part}», porque puede bloquear el servidor durante minutos.',
  },
  SCHEMA_PATTERN_PROPERTY: {
    en: 'The pattern {pattern} cannot choose properties: “{part}” is not supported. Write it without look-around and back references.',
    es: 'El patrón {pattern} no puede elegir propiedades: no se admite «{part}». Escríbelo sin inspecciones adelante o atrás ni referencias a grupos.',
  },
  SCHEMA_REF_SIBLINGS: {
    en: 'Draft-07 gives no meaning to what stands beside “$ref”: {words} is not enforced. Put it and the reference into “allOf”.',
    es: 'Draft-07 no da ningún sentido a lo que acompaña a «$ref»: {words} no se comprueba. Ponlo junto con la referencia dentro de «allOf».',
  },
  SCHEMA_REF_NOT_LOCAL: {
    en: '“{reference}” leads out of this document. Copy what it means into “$defs” and refer to it there.',
    es: '«{reference}» lleva fuera de este documento. Copia lo que significa en «$defs» y haz referencia a esa copia.',
  },
  SCHEMA_REF_MISSING: {
    en: '“{reference}” leads to nothing in this document.',
    es: '«{reference}» no lleva a nada en este documento.',
  },
  SCHEMA_REF_DYNAMIC: {
    en: '“{reference}” means something else depending on who refers to it. Use a plain “$ref”.',
    es: '«{reference}» significa algo distinto según quién lo use. Usa un «$ref» corriente.',
  },
  SCHEMA_REF_LOOP: {
    en: 'This reference leads back to itself without ever reaching a part of the value.',
    es: 'Esta referencia vuelve a sí misma sin llegar nunca a una parte del valor.',
  },
  SCHEMA_REF_CHAIN: {
    en: 'Too many references follow one another here.',
    es: 'Aquí hay demasiadas referencias encadenadas.',
  },
  SCHEMA_TOO_MANY_STEPS: {
    en: 'Checking one value against this schema would take too many steps: its references multiply.',
    es: 'Comprobar un valor con este esquema llevaría demasiados pasos: sus referencias se multiplican.',
  },
  SCHEMA_ROOT_NOT_OBJECT: {
    en: 'A module describes records, so the type of its schema must be “object”.',
    es: 'Un módulo describe registros, así que el tipo de su esquema debe ser «object».',
  },
  SCHEMA_REQUIRED_UNDECLARED: {
    en: '“{name}” is required, but this module has no such field.',
    es: '«{name}» es obligatorio, pero este módulo no tiene ese campo.',
  },
  SCHEMA_NEVER_ALLOWED: {
    en: '“{name}” is described, but another part of the schema never allows it; it does not become a field.',
    es: '«{name}» está descrita, pero otra parte del esquema no la permite nunca; no se convierte en campo.',
  },
}
