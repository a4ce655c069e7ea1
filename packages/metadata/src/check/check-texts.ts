import type { IssueTexts } from '../issue/issue.ts'

export const checkTexts: IssueTexts = {
  PATH_UNKNOWN: {
    en: '“{path}” is not the path of a definition document. Paths look like {examples}.',
    es: '«{path}» no es la ruta de un documento de definición. Las rutas son como {examples}.',
  },
  ID_DUPLICATE: {
    en: 'The id “{id}” is also used in {other}. Give one of them another id.',
    es: 'El id «{id}» también se usa en {other}. Da otro id a uno de los dos.',
  },
  FIELD_KIND_UNKNOWN: {
    en: 'There is no field type “{kind}”. Known types: {known}.',
    es: 'No existe el tipo de campo «{kind}». Tipos conocidos: {known}.',
  },
  FIELD_NAME_SYSTEM: {
    en: 'Every record has its own “{field}”; this field is called “{name}” in the API and in filters.',
    es: 'Todo registro tiene su propio «{field}»; este campo se llama «{name}» en la API y en los filtros.',
  },
  FIELD_LIMIT: {
    en: 'A module has at most {limit} columns; this one needs {count}.',
    es: 'Un módulo tiene como máximo {limit} columnas; este necesita {count}.',
  },
  FIELD_NAME_LONG: {
    en: 'Field names have at most {limit} characters.',
    es: 'Los nombres de campo tienen como máximo {limit} caracteres.',
  },
  MODULE_UNKNOWN_REFERENCE: {
    en: 'There is no module “{module}”. Known modules: {known}.',
    es: 'No existe el módulo «{module}». Módulos conocidos: {known}.',
  },
  OPTIONS_UNKNOWN: {
    en: 'There is no option list “{options}”. Add options/{options}.json or use one of: {known}.',
    es: 'No existe la lista de opciones «{options}». Añade options/{options}.json o usa una de: {known}.',
  },
  OPTION_DUPLICATE: {
    en: 'The value “{value}” stands twice in the list.',
    es: 'El valor «{value}» está dos veces en la lista.',
  },
  LINK_INVERSE_TAKEN: {
    en: '“{target}” already has a list called “{inverse}”. Choose another inverse name.',
    es: '«{target}» ya tiene una lista llamada «{inverse}». Elige otro nombre inverso.',
  },
  LABEL_FIELD_UNKNOWN: {
    en: 'The record name uses “{field}”, which is not a field with a text of this module.',
    es: 'El nombre del registro usa «{field}», que no es un campo con texto de este módulo.',
  },
  FIELD_UNKNOWN: {
    en: '“{module}” has no field “{field}”. Similar: {known}.',
    es: '«{module}» no tiene el campo «{field}». Parecidos: {known}.',
  },
  RULE_UNKNOWN: {
    en: 'There is no rule “{kind}”. Known rules: {known}.',
    es: 'No existe la regla «{kind}». Reglas conocidas: {known}.',
  },
  RULE_FIELD_TYPE: {
    en: '“{field}” is of type “{type}”. Prices and totals must be exact amounts (money or decimal), and all of the type of “{price}”.',
    es: '«{field}» es de tipo «{type}». Los precios y los totales deben ser cantidades exactas (money o decimal), y todos del tipo de «{price}».',
  },
  RULE_FIELD_UNKNOWN: { en: '“{module}” has no field “{field}”.', es: '«{module}» no tiene el campo «{field}».' },
  DEFAULT_INVALID: {
    en: 'The default does not fit the field: {message}.',
    es: 'El valor por defecto no encaja con el campo: {message}.',
  },
  EXPRESSION_LATER: {
    en: '“{word}” is stored, and will be computed when expressions arrive.',
    es: '«{word}» se guarda y se calculará cuando lleguen las expresiones.',
  },
  DOCUMENT_PLACE: {
    en: 'The path of this document says “{placed}”, but here it says “{written}”. They must be the same.',
    es: 'La ruta de este documento dice «{placed}», pero aquí dice «{written}». Deben coincidir.',
  },
  DOCUMENT_ENUM: { en: 'Write one of: {allowedValues}.', es: 'Escribe uno de estos: {allowedValues}.' },
  DOCUMENT_PATTERN: { en: 'This does not have the form {pattern}.', es: 'No tiene la forma {pattern}.' },
  DOCUMENT_TYPE: { en: 'This must be of type {type}.', es: 'Debe ser de tipo {type}.' },
  DOCUMENT_WORD_MISSING: { en: '“{missingProperty}” is missing here.', es: 'Aquí falta «{missingProperty}».' },
  DOCUMENT_WORD_UNKNOWN: {
    en: '“{additionalProperty}” means nothing here; remove it or correct its spelling.',
    es: '«{additionalProperty}» no significa nada aquí; quítalo o corrige cómo está escrito.',
  },
  SETTING_MISSING: {
    en: 'A field of type “{kind}” needs “{word}”.',
    es: 'Un campo de tipo «{kind}» necesita «{word}».',
  },
  WORD_UNKNOWN: {
    en: '“{word}” is not a word that Telar reads; it is kept and has no effect. Similar: {known}.',
    es: 'Telar no lee la palabra «{word}»; se guarda y no tiene efecto. Parecidas: {known}.',
  },
  WORD_OF_OTHER_TYPE: {
    en: '“{word}” has no effect on a field of type “{type}”; it belongs to {kinds}.',
    es: '«{word}» no tiene efecto en un campo de tipo «{type}»; es propia de {kinds}.',
  },
  WORD_NOT_NESTED: {
    en: '“{word}” has no effect on a field inside another one; write it beside a field of the module.',
    es: '«{word}» no tiene efecto en un campo que está dentro de otro; escríbelo junto a un campo del módulo.',
  },
  FIELD_NOT_NESTABLE: {
    en: '“{field}” is of type “{type}”, which cannot stand inside another field.',
    es: '«{field}» es de tipo «{type}», que no puede estar dentro de otro campo.',
  },
  LINK_NESTED: {
    en: 'A link inside another field has no list on the other side; “{inverse}” has no effect.',
    es: 'Un enlace dentro de otro campo no tiene lista en el otro lado; «{inverse}» no tiene efecto.',
  },
  LINK_INVERSE_IS_FIELD: {
    en: '“{target}” already has a field called “{inverse}”. Choose another inverse name.',
    es: '«{target}» ya tiene un campo llamado «{inverse}». Elige otro nombre inverso.',
  },
  LINK_CYCLE: {
    en: 'A record of “{module}” needs one of “{target}” first, and that one a record of “{module}”: no first record could be made. Make one of these links optional.',
    es: 'Un registro de «{module}» necesita antes uno de «{target}», y este uno de «{module}»: no se podría crear el primero. Haz opcional uno de estos enlaces.',
  },
  UNIQUE_FIELD: {
    en: '“{field}” is of type “{type}”, whose values cannot be unique. Choose another field.',
    es: '«{field}» es de tipo «{type}», cuyos valores no pueden ser únicos. Elige otro campo.',
  },
  INDEX_FIELD: {
    en: '“{field}” is of type “{type}”, which has no order to index. Choose another field.',
    es: '«{field}» es de tipo «{type}», que no tiene un orden que indexar. Elige otro campo.',
  },
  CONDITION_REACHES_OUT: {
    en: 'A condition on a field looks at the record’s own fields only: no path through a link, no “some” and no “none”.',
    es: 'La condición de un campo solo mira los campos del propio registro: sin rutas a través de enlaces, sin «some» y sin «none».',
  },
  LAYOUT_ELEMENT: {
    en: 'There is no layout element “{type}”. Known elements: {known}.',
    es: 'No existe el elemento de diseño «{type}». Elementos conocidos: {known}.',
  },
  LAYOUT_LACKS_REQUIRED: {
    en: '“{field}” is required and has no default, but is missing in this layout: no record could be made with it.',
    es: '«{field}» es obligatorio y no tiene valor por defecto, pero falta en este diseño: con él no se podría crear ningún registro.',
  },
  VIEW_MEASURE: {
    en: '“{field}” has no measure “{measure}”. It has: {known}.',
    es: '«{field}» no admite la medida «{measure}». Admite: {known}.',
  },
  VIEW_DEFAULT_TWICE: {
    en: '{other} is the default view already; of two, the first by name is taken.',
    es: '{other} ya es la vista por defecto; de dos, se toma la primera por nombre.',
  },
  TRANSLATION_UNKNOWN: {
    en: 'Nothing in this definition is called “{id}”; the label has no effect.',
    es: 'En esta definición nada se llama «{id}»; la etiqueta no tiene efecto.',
  },
  TRANSLATION_LANGUAGE: {
    en: 'The language “{language}” is not among those of the application ({known}); add it to telar.json.',
    es: 'El idioma «{language}» no está entre los de la aplicación ({known}); añádelo a telar.json.',
  },
  TIME_ZONE_UNKNOWN: {
    en: '“{timeZone}” is no time zone. Write a name such as Europe/Madrid.',
    es: '«{timeZone}» no es una zona horaria. Escribe un nombre como Europe/Madrid.',
  },
  CURRENCY_IS_BASE: {
    en: '{currency} is the currency of the application, worth 1; leave it out here.',
    es: '{currency} es la moneda de la aplicación y vale 1; no la pongas aquí.',
  },
  CURRENCY_WORTHLESS: {
    en: 'The rate of {currency} must be more than zero: what one {currency} is worth in the currency of the application.',
    es: 'El cambio de {currency} debe ser mayor que cero: lo que vale un {currency} en la moneda de la aplicación.',
  },
}
