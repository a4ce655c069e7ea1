import type { IssueTexts } from '../issue/issue.ts'

/** Why a written text could not be read as a value: on import, when pasting, in quick entry. */
export const readingTexts: IssueTexts = {
  numberText: { en: '“{text}” is not a number', es: '«{text}» no es un número' },
  numberAmbiguous: {
    en: '“{text}” may mean {first} or {second}; write it without thousands separators',
    es: '«{text}» puede ser {first} o {second}; escríbelo sin separador de miles',
  },
  moneyText: {
    en: '“{text}” is not an amount; write it as 12.50 EUR',
    es: '«{text}» no es un importe; escríbelo como 12,50 EUR',
  },
  currencyAmbiguous: {
    en: 'The currency of “{text}” may be {currencies}; write its three letters',
    es: 'La moneda de «{text}» puede ser {currencies}; escribe sus tres letras',
  },
  dateText: {
    en: '“{text}” is not a date; write it as 12/31/2026',
    es: '«{text}» no es una fecha; escríbela como 31/12/2026',
  },
  dateAmbiguous: {
    en: '“{text}” may mean {first} or {second}; write the year first, as in {first}',
    es: '«{text}» puede ser {first} o {second}; escribe primero el año, como en {first}',
  },
  dateTimeText: {
    en: '“{text}” is not a date and time; write it as 12/31/2026 18:30',
    es: '«{text}» no es una fecha con hora; escríbela como 31/12/2026 18:30',
  },
  timeSkipped: {
    en: 'The clocks of {timeZone} skip “{text}” when summer time begins',
    es: 'Los relojes de {timeZone} se saltan «{text}» al empezar el horario de verano',
  },
  timeTwice: {
    en: 'The clocks of {timeZone} show “{text}” twice when summer time ends; add the offset, such as +02:00',
    es: 'Los relojes de {timeZone} marcan «{text}» dos veces al acabar el horario de verano; añade la diferencia, como +02:00',
  },
  booleanText: { en: '“{text}” is neither yes nor no', es: '«{text}» no es ni sí ni no' },
  optionText: {
    en: '“{text}” is not one of the options: {options}',
    es: '«{text}» no es una de las opciones: {options}',
  },
  optionAmbiguous: {
    en: '“{text}” may mean several options: {options}',
    es: '«{text}» puede ser varias opciones: {options}',
  },
  linkText: { en: 'There is no “{text}”', es: 'No existe «{text}»' },
  linkAmbiguous: {
    en: '{count} records are called “{text}”; give the identifier of one',
    es: 'Hay {count} registros llamados «{text}»; indica el identificador de uno',
  },
  addressText: {
    en: 'Write the address as street; postal code; city; state; country',
    es: 'Escribe la dirección como calle; código postal; ciudad; provincia; país',
  },
  nameText: {
    en: 'Write the name as last, first, middle, title',
    es: 'Escribe el nombre como apellidos, nombre, segundo nombre, tratamiento',
  },
  nameAmbiguous: {
    en: 'Put a comma after the last name of “{text}”: last, first',
    es: 'Escribe los apellidos de «{text}» delante y con coma: apellidos, nombre',
  },
  jsonDeep: { en: 'This is nested more than {limit} levels deep', es: 'Tiene más de {limit} niveles de profundidad' },
  jsonText: { en: 'This is not valid JSON', es: 'No es un JSON válido' },
}
