/** What leads and customers say they need; `{goods}` is what their trade stores. */
export const needs: readonly string[] = [
  'Se mudan a una nave nueva y quieren decidir la distribución antes de firmar. Almacenan {goods}.',
  'El almacén se ha quedado pequeño; no quieren alquilar otro. Almacenan {goods}.',
  'Les han pedido un informe de seguridad de las estanterías.',
  'Quieren preparar el doble de pedidos con la misma gente. Mueven {goods}.',
  'Piden precio para ampliar lo que ya tienen de otra marca.',
  'Tuvieron un accidente con una carretilla y la dirección quiere protecciones.',
  'Buscan reducir errores de preparación. Mueven {goods}.',
  'Preparan una inversión para el año que viene y necesitan cifras.',
  'Han crecido en venta por internet y el almacén no da abasto.',
  'Quieren comparar con la oferta de su proveedor de siempre.',
]

export const callNotes: readonly string[] = [
  'Han recibido la oferta y la están comparando. Quedamos en hablar la semana que viene.',
  'Me pide que le mande las fichas técnicas y el plazo por escrito.',
  'Están de inventario; prefieren que llamemos a final de mes.',
  'Todo bien con la última entrega. Pregunta por la tarifa nueva.',
  'El presupuesto está aprobado, falta la firma del gerente.',
  'Insiste en el precio. Le explico que el montaje está incluido.',
  'Confirma medidas de la nave: 8,20 m de altura libre.',
  'Quiere ver una instalación parecida antes de decidir. Le propongo visitar a otro cliente.',
  'Compras pide condiciones a 60 días. Lo consulto con administración.',
  'Ha cambiado la persona de contacto; nos presenta a su sustituta.',
  'Han recibido una oferta más barata, pero con peor plazo.',
  'Necesitan una visita para tomar medidas antes de seguir.',
  'El proyecto sigue vivo aunque se retrasa la licencia de obra.',
  'Pregunta si podemos financiar una parte.',
  'Satisfechos con el servicio técnico; nos recomendará a otra empresa del polígono.',
]

export const shortCallNotes: Readonly<Record<string, string>> = {
  message: 'Dejo mensaje en el contestador.',
  noAnswer: 'No lo coge nadie.',
  busy: 'Comunica. Lo intento mañana.',
  callBack: 'Está en una reunión; llamar por la tarde.',
}

export const callSubjects: Readonly<Record<string, readonly string[]>> = {
  prospecting: ['Primera llamada', 'Llamada de presentación', 'Contacto inicial'],
  followUp: ['Seguimiento del proyecto', 'Seguimiento', 'Cómo va la decisión', 'Repaso de pendientes'],
  quote: ['Dudas sobre el presupuesto', 'Comentar la oferta', 'Revisión de precios'],
  order: ['Fecha de entrega', 'Coordinar el montaje', 'Confirmación del pedido'],
  support: ['Seguimiento de la avería', 'Comprobar que todo funciona'],
  collection: ['Factura pendiente', 'Recordatorio de pago'],
  courtesy: ['Llamada de cortesía', 'Repaso del trimestre', 'Ponernos al día', 'Próximas necesidades'],
}

export const meetingTitles: Readonly<Record<string, string>> = {
  visit: 'Visita comercial',
  survey: 'Toma de medidas en la nave',
  video: 'Videollamada de seguimiento',
  demo: 'Demostración',
  ourOffice: 'Reunión en Zaragoza',
  training: 'Sesión de formación',
}

export const agendas: readonly string[] = [
  'Repasar necesidades, ver el almacén y acordar los siguientes pasos.',
  'Presentar la propuesta y resolver dudas técnicas.',
  'Tomar medidas y fotografías; comprobar el estado de la solera.',
  'Revisar lo entregado este año y lo previsto para el próximo.',
  'Cerrar precio, plazo y forma de pago.',
]

export const outcomes: readonly string[] = [
  'Buena sintonía. Enviar la propuesta antes del viernes.',
  'Hay que bajar un 4 % para entrar en su presupuesto.',
  'Piden una segunda alternativa con entreplanta.',
  'La solera necesita refuerzo; lo asume el cliente.',
  'Decidirá el comité de dirección a fin de mes.',
  'Les gusta la solución. Falta convencer a compras.',
  'No era el momento: lo retoman tras la campaña.',
  'Acordado el calendario de montaje por fases para no parar el almacén.',
]

export interface NoteText {
  readonly type: string
  readonly subject: string
  readonly body: string
}

export const noteTexts: readonly NoteText[] = [
  {
    type: 'visitReport',
    subject: 'Impresiones de la visita',
    body: 'Almacén ordenado pero sin sitio. Trabajan a dos turnos y las carretillas son de alquiler. El jefe de almacén está a favor; manda el gerente.',
  },
  {
    type: 'visitReport',
    subject: 'Estado de la instalación',
    body: 'Varios puntales golpeados y sin protectores. Les he propuesto una inspección completa.',
  },
  {
    type: 'agreement',
    subject: 'Condiciones acordadas',
    body: 'Precio cerrado hasta fin de trimestre, 30 % al pedido y el resto a la entrega. Descarga por cuenta del cliente.',
  },
  {
    type: 'agreement',
    subject: 'Descuento pactado',
    body: 'Se mantiene el descuento del año pasado si superan los 40.000 euros de compra.',
  },
  {
    type: 'competition',
    subject: 'Quién más oferta',
    body: 'Compite un fabricante italiano con mejor precio y doce semanas de plazo. Nosotros ofrecemos cinco.',
  },
  {
    type: 'competition',
    subject: 'Proveedor actual',
    body: 'Trabajan con otro proveedor desde hace años, pero están descontentos con el servicio técnico.',
  },
  {
    type: 'technical',
    subject: 'Datos de la nave',
    body: 'Altura libre 9,40 m, solera de 18 cm, pilares cada 10 m. Hay rociadores que condicionan el último nivel.',
  },
  {
    type: 'technical',
    subject: 'Tipo de carga',
    body: 'Palé europeo y palé americano mezclados. Peso máximo 950 kg, altura hasta 1,75 m.',
  },
  {
    type: 'payment',
    subject: 'Forma de pago',
    body: 'Solo aceptan confirming a 60 días. Administración da el visto bueno.',
  },
  {
    type: 'general',
    subject: 'Cambios en la empresa',
    body: 'Han comprado otra sociedad del sector y unificarán almacenes en un año. Conviene estar cerca.',
  },
  {
    type: 'general',
    subject: 'Horario de descarga',
    body: 'Descargan de 7:00 a 12:30. Por la tarde no hay carretillero. Avisar el día antes.',
  },
  {
    type: 'general',
    subject: 'Persona que decide',
    body: 'Aunque firma el gerente, quien decide es la directora de operaciones.',
  },
]

export const taskTexts: readonly (readonly [type: string, subject: string])[] = [
  ['followUp', 'Llamar para saber si han decidido'],
  ['followUp', 'Preguntar por el proyecto de ampliación'],
  ['quote', 'Preparar presupuesto'],
  ['quote', 'Revisar precios de la segunda alternativa'],
  ['information', 'Enviar fichas técnicas'],
  ['information', 'Mandar certificado de carga'],
  ['information', 'Enviar referencias de clientes'],
  ['samples', 'Enviar muestras de cajas'],
  ['visit', 'Preparar la visita'],
  ['visit', 'Pedir plano de la nave'],
  ['delivery', 'Coordinar fecha de montaje'],
  ['delivery', 'Confirmar medios de descarga'],
  ['administration', 'Actualizar datos fiscales'],
  ['administration', 'Subir el contrato firmado'],
]

export const nextSteps: readonly string[] = [
  'Llamar a compras para cerrar precio',
  'Enviar la oferta revisada',
  'Visita para tomar medidas',
  'Esperar la decisión del comité',
  'Presentar la propuesta al gerente',
  'Confirmar plazo con fábrica',
  'Mandar plano de distribución',
  'Reunión con mantenimiento',
]

export const lossDetails: Readonly<Record<string, readonly string[]>> = {
  price: ['Otra oferta era un 12 % más barata.', 'No llegamos al precio que tenía aprobado.'],
  competitor: ['Siguen con su proveedor de siempre.', 'Eligieron a un fabricante que ya tenía en otra planta.'],
  noBudget: ['La dirección ha congelado las inversiones.', 'No les han concedido la ayuda que esperaban.'],
  timing: ['Aplazan la obra al año que viene.', 'Se retrasa la licencia de la nave nueva.'],
  noDecision: ['Dejaron de contestar tras la segunda oferta.', 'No hay decisión después de tres meses.'],
  features: ['Necesitaban más altura de la que podemos certificar.', 'La nave no admite la solución automática.'],
  delivery: ['No podían esperar ocho semanas.', 'Nuestro plazo coincidía con su campaña.'],
  other: ['La empresa ha sido vendida y se paran todos los proyectos.'],
}

export const accountNotes: readonly string[] = [
  'Cliente exigente con los plazos y fiel cuando se cumplen.',
  'Compran por proyecto; poco movimiento entre uno y otro.',
  'Deciden en la central. La planta propone.',
  'Piden siempre tres ofertas.',
  'Buen pagador. Valora mucho el servicio técnico.',
  'Crecen deprisa; revisar necesidades cada trimestre.',
  'Sensibles a la seguridad desde una inspección de trabajo.',
  'Trabajan con exportación y necesitan documentación en inglés.',
]
