import type { IssueTexts } from './issue.ts'

/** What is wrong with a request about records, a batch or an aggregate, and what a publish would do to them. */
export const recordTexts: IssueTexts = {
  COMPUTED_FIELD: {
    en: '“{field}” is given by Telar and cannot be written',
    es: '«{field}» lo asigna Telar y no se puede escribir',
  },
  SYSTEM_FIELD: {
    en: '“{field}” is kept by Telar itself and cannot be written',
    es: '«{field}» lo mantiene Telar y no se puede escribir',
  },
  FIELD_UNKNOWN_IN_RECORD: {
    en: 'There is no field “{field}”. Similar: {known}',
    es: 'No existe el campo «{field}». Parecidos: {known}',
  },
  PATHS_TOO_MANY: {
    en: 'At most {limit} paths are read at once; ask for the others with the linked records themselves',
    es: 'Se leen como mucho {limit} rutas a la vez; pide las demás con los propios registros enlazados',
  },
  LINKS_APART: {
    en: '“{field}” is a list of linked records with an address of its own: …/links/{field}',
    es: '«{field}» es una lista de registros enlazados con dirección propia: …/links/{field}',
  },
  LINK_WITHOUT_ATTRIBUTES: {
    en: 'Links of “{link}” have no fields of their own',
    es: 'Los enlaces de «{link}» no tienen campos propios',
  },
  LINK_MISSING: {
    en: 'The record chosen for “{field}” does not exist any more, or you may not see it',
    es: 'El registro elegido en «{field}» ya no existe o no puedes verlo',
  },
  DUPLICATE_VALUE: {
    en: 'Another record already has this value',
    es: 'Otro registro ya tiene este valor',
  },
  INDEX_TOO_LONG: {
    en: 'This text is too long for a field that records are found by: about 2,000 characters are possible. Shorten it',
    es: 'Este texto es demasiado largo para un campo por el que se buscan registros: caben unos 2000 caracteres. Acórtalo',
  },
  STILL_LINKED: {
    en: '{module} that link here in “{field}”: {count}',
    es: '{module} que enlazan aquí en «{field}»: {count}',
  },
  CASCADE_TOO_LARGE: {
    en: 'More than {limit} records would be deleted along with this one; delete them in parts',
    es: 'Se eliminarían más de {limit} registros junto con este; elimínalos por partes',
  },
  VALUE_CONFLICT: {
    en: 'Somebody else changed this value meanwhile',
    es: 'Otra persona ha cambiado este valor mientras tanto',
  },
  BATCH_OP: {
    en: 'An item says under “op” what is to be done: {known}',
    es: 'Cada elemento indica en «op» qué hay que hacer: {known}',
  },
  BATCH_MEMBER: {
    en: '“{op}” needs “{name}” in the form {form}',
    es: '«{op}» necesita «{name}» con la forma {form}',
  },
  BATCH_MEMBER_UNKNOWN: {
    en: '“{op}” takes no “{name}”; it takes {known}',
    es: '«{op}» no admite «{name}»; admite {known}',
  },
  UPSERT_NOT_UNIQUE: {
    en: 'A record is known by the fields of a unique rule, and “{by}” is none. Rules of this module: {known}',
    es: 'Un registro se identifica por los campos de una regla de unicidad, y «{by}» no lo es. Reglas de este módulo: {known}',
  },
  UPSERT_KEY_EMPTY: {
    en: '“{field}” decides which record is meant and cannot be empty',
    es: '«{field}» decide de qué registro se trata y no puede estar vacío',
  },
  DATA_WOULD_BE_LOST: {
    en: '“{what}” still holds {count} values, which would be lost',
    es: '«{what}» todavía contiene {count} valores, que se perderían',
  },
  REQUIRED_MISSING: {
    en: '{count} records have no “{field}” yet; it will be asked for when they are next edited',
    es: '{count} registros aún no tienen «{field}»; se pedirá la próxima vez que se editen',
  },
  UNIQUE_DUPLICATES: {
    en: '{count} combinations of {fields} are there more than once; make them unique first',
    es: '{count} combinaciones de {fields} están repetidas; hay que corregirlas antes',
  },
  DOCUMENT_OBJECT: {
    en: 'A definition document is a JSON object: {…}',
    es: 'Un documento de definición es un objeto JSON: {…}',
  },
}
