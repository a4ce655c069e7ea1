const types = ['good', 'service', 'subscription', 'sparePart'] as const

const statuses = ['active', 'discontinued', 'upcoming', 'lastUnits'] as const

export interface Product {
  readonly ref: string
  readonly sku: string
  readonly name: string
  readonly category: string
  readonly type: (typeof types)[number]
  readonly unit: string
  /** Euros. */
  readonly price: number
  readonly cost: number
  readonly maximumDiscount: number
  /** Days; 0 for what is not delivered. */
  readonly leadTime: number
  readonly warrantyMonths: number
  readonly stock: number
  /** Kilograms. */
  readonly weight: number
  readonly status: (typeof statuses)[number]
  readonly description: string
}

const rows = `
pal090|PAL-090|Estantería de paletización convencional|systems|good|set|412|268|18|20|60|340|96|active|Módulo de 2,7 m con tres niveles de carga y acceso directo a cada palé.
pal120|PAL-120|Estantería compacta drive-in|systems|good|set|2350|1540|16|30|60|42|610|active|Calle de ocho palés de fondo para producto homogéneo.
paldin|PAL-DIN|Estantería dinámica por gravedad|systems|good|set|640|430|15|35|36|60|118|active|Canal de rodillos con pendiente del 4 %: lo primero que entra es lo primero que sale.
palmov|PAL-MOV|Base móvil para estanterías|systems|good|unit|5900|4050|12|60|36|6|890|active|Chasis motorizado sobre carriles que duplica la capacidad en cámara frigorífica.
pic050|PIC-050|Estantería ligera para picking|systems|good|set|96|58|22|10|60|820|31|active|Módulo de 1 m con cinco niveles de 150 kg, sin tornillos.
piccar|PIC-CAR|Nivel de picking dinámico para cajas|systems|good|set|185|121|18|20|36|210|24|active|Camas de rodillos para alimentar cajas por un lado y extraer por el otro.
can300|CAN-300|Estantería cantilever|systems|good|set|268|176|17|25|60|130|84|active|Columna de 3 m con brazos regulables para barras, perfiles y tableros.
altent|ALT-ENT|Entreplanta modular|systems|good|squareMetre|138|92|14|35|60|0|42|active|Plataforma con suelo de aglomerado y carga de 500 kg por metro cuadrado.
altesc|ALT-ESC|Escalera industrial para entreplanta|systems|good|unit|1480|960|12|30|60|9|185|active|Tramo con barandilla y meseta, hasta 3,5 m de altura.
trarod|TRA-ROD|Transportador de rodillos por gravedad|equipment|good|metre|155|98|18|20|24|260|22|active|Rodillos de 50 mm con paso de 75 mm, ancho útil de 600 mm.
tramot|TRA-MOT|Transportador de rodillos motorizado|equipment|good|metre|640|418|14|45|24|70|48|active|Acumulación sin presión con rodillos de 24 V.
traban|TRA-BAN|Transportador de banda|equipment|good|metre|720|482|14|45|24|40|55|active|Para bultos irregulares y sacos, con inclinación de hasta 15 grados.
clasor|CLA-SOR|Clasificador de paquetería de seis salidas|equipment|good|unit|42000|29800|8|90|24|1|1850|active|Hasta 2.400 paquetes por hora con lectura de códigos en marcha.
elever|ELE-VER|Almacén vertical automático|equipment|good|unit|58500|41200|8|90|24|1|4200|active|Bandejas de 600 kg que llegan al operario; ocupa menos de 15 m².
shusem|SHU-SEM|Lanzadera semiautomática|equipment|good|unit|18900|12600|9|50|24|5|210|active|Mueve palés dentro de la calle con mando a distancia, también a −30 °C.
cartra|CAR-TRA|Transpaleta manual de 2.500 kg|equipment|good|unit|389|246|15|5|24|95|72|active|Timón ergonómico y rodillos de poliuretano.
carele|CAR-ELE|Transpaleta eléctrica de 1.500 kg|equipment|good|unit|2150|1420|12|10|24|34|145|active|Batería de litio con carga de oportunidad.
apiele|API-ELE|Apilador eléctrico de 1.200 kg|equipment|good|unit|6400|4380|10|25|24|11|560|active|Elevación a 3,6 m con acompañante.
mesele|MES-ELE|Mesa elevadora hidráulica de 1.000 kg|equipment|good|unit|1320|865|12|15|24|14|165|active|Plataforma de 1.300 × 800 mm, recorrido de 1.000 mm.
envsem|ENV-SEM|Envolvedora semiautomática de palés|equipment|good|unit|4750|3160|10|25|24|8|410|active|Plato giratorio de 1.650 mm con fotocélula de altura.
caj600|CAJ-600|Caja apilable de 600 × 400 × 220 mm|accessories|good|unit|8.9|5.1|25|5|12|14500|1.9|active|Polipropileno apto para alimentación, con asas cerradas.
cajple|CAJ-PLE|Caja plegable de 600 × 400 × 320 mm|accessories|good|unit|12.4|7.6|22|7|12|5200|2.6|active|Plegada ocupa un 80 % menos.
conrol|CON-ROL|Contenedor rodante|accessories|good|unit|148|96|18|10|24|310|34|active|Tres paneles de varilla y base de plástico.
palpla|PAL-PLA|Palé de plástico de 1.200 × 800 mm|accessories|good|unit|39.5|25|20|7|12|2600|14|active|Carga dinámica de 1.250 kg, lavable.
accmal|ACC-MAL|Malla de protección anticaída|safety|good|squareMetre|22|12.8|20|7|24|900|2.4|active|Para la parte trasera de las estanterías sobre zonas de paso.
acclar|ACC-LAR|Par de largueros de 2.700 mm|components|good|set|68|43|20|7|60|640|28|active|Con pestillos de seguridad; 2.000 kg por nivel.
accbas|ACC-BAS|Bastidor de 6.000 × 1.100 mm|components|good|unit|145|94|20|10|60|220|52|active|Galvanizado, con pies regulables.
segpun|SEG-PUN|Protector de puntal|safety|good|unit|19.8|10.4|25|5|24|3100|3.1|active|Acero de 5 mm, 400 mm de altura.
segbar|SEG-BAR|Barrera de protección de polietileno|safety|good|metre|112|71|18|12|60|190|9.5|active|Absorbe golpes de carretilla sin dañar el suelo.
segsen|SEG-SEN|Placas de señalización de cargas|safety|good|set|46|21|25|5|12|260|1.2|active|Juego para diez módulos según la norma UNE-EN 15635.
segval|SEG-VAL|Valla peatonal|safety|good|metre|134|84|18|12|60|120|11|active|Separa el paso de personas y carretillas.
sofwms|SOF-WMS|Valdora Almacén|software|subscription|month|290|62|15|0|0|0|0|active|Gestión de almacén con terminales: entradas, ubicaciones, preparación y recuento.
sofvoz|SOF-VOZ|Preparación de pedidos por voz|software|subscription|month|145|38|15|0|0|0|0|active|Ampliación de Valdora Almacén, precio por operario.
sofint|SOF-INT|Integración con el programa de gestión|services|service|day|780|410|10|0|0|0|0|active|Pedidos, artículos y existencias entre Valdora Almacén y el programa del cliente.
sermon|SER-MON|Montaje de estanterías|services|service|hour|38|26|10|0|0|0|0|active|Cuadrilla propia con plataforma elevadora.
serins|SER-INS|Inspección anual de estanterías|services|service|unit|690|340|12|0|0|0|0|active|Visita de inspección experta según UNE-EN 15635, con informe y semáforo de daños.
serman|SER-MAN|Mantenimiento preventivo de equipos|services|subscription|month|185|112|10|0|0|0|0|active|Dos visitas al año, mano de obra incluida y atención prioritaria.
serfor|SER-FOR|Formación en uso seguro de estanterías|services|service|day|620|290|12|0|0|0|0|active|Hasta quince personas, con certificado de asistencia.
serpro|SER-PRO|Proyecto y cálculo de almacén|services|service|unit|1450|760|10|0|0|0|0|active|Toma de datos, plano, cálculo estructural y justificación sísmica.
reprod|REP-ROD|Rodillo de repuesto de 50 mm|spareParts|sparePart|unit|14.2|7.4|20|3|12|1900|0.9|active|Eje de muelle, ancho de 600 mm.
repbat|REP-BAT|Batería de litio para transpaleta|spareParts|sparePart|unit|690|455|10|5|24|22|11|active|24 V y 20 Ah, con cargador.
repmot|REP-MOT|Rodillo motor de 24 V|spareParts|sparePart|unit|168|104|12|5|24|85|3.2|active|Con electrónica integrada y conector rápido.
coneti|CON-ETI|Etiquetas de ubicación, rollo de 500|consumables|good|unit|34|14|25|3|0|420|0.8|active|Poliéster resistente a bajas temperaturas.
confil|CON-FIL|Film estirable, bobina de 2,2 kg|consumables|good|unit|11.6|7.9|20|2|0|2300|2.2|active|17 micras, estirado del 180 %.
pic040|PIC-040|Estantería ligera serie 40|systems|good|set|84|57|30|10|60|46|33|lastUnits|Serie anterior; se sirve para ampliar instalaciones hasta agotar existencias.
tra024|TRA-024|Transportador motorizado serie 24|equipment|good|metre|590|402|20|45|24|0|51|discontinued|Sustituido por el de rodillos de 24 V sin presión.
robamr|ROB-AMR|Robot móvil de transporte de 600 kg|equipment|good|unit|31500|23400|5|120|24|0|235|upcoming|Lanzamiento previsto para el próximo semestre; se admiten reservas.`

const productFrom = (row: string): Product => {
  const cells = row.split('|')
  const text = (at: number): string => cells[at] ?? ''
  const number = (at: number): number => Number(cells[at])
  return {
    ref: text(0),
    sku: text(1),
    name: text(2),
    category: text(3),
    type: types.find((one) => one === text(4)) ?? 'good',
    unit: text(5),
    price: number(6),
    cost: number(7),
    maximumDiscount: number(8),
    leadTime: number(9),
    warrantyMonths: number(10),
    stock: number(11),
    weight: number(12),
    status: statuses.find((one) => one === text(13)) ?? 'active',
    description: text(14),
  }
}

export const products: readonly Product[] = rows.trim().split('\n').map(productFrom)

export const productOf = (ref: string): Product => {
  const found = products.find((product) => product.ref === ref)
  if (found === undefined) throw new Error(`No product is called ${ref}.`)
  return found
}

/** What is sold together: the main product first, then what goes with it and how much of it. */
export interface Solution {
  readonly product: string
  readonly title: string
  readonly weight: number
  /** Part of the decided deals that are won. */
  readonly winRate: number
  /** Median days from the first talk to the decision. */
  readonly days: number
  readonly quantity: readonly [low: number, high: number]
  /** Quantity per unit of the main product, at least one. */
  readonly extras: readonly (readonly [product: string, ratio: number])[]
  /** Ends in a contract of this type when won. */
  readonly contract?: 'maintenance' | 'inspection' | 'software'
}

export const solutions: readonly Solution[] = [
  {
    product: 'pal090',
    title: 'Estanterías de paletización',
    weight: 17,
    winRate: 0.55,
    days: 62,
    quantity: [18, 160],
    extras: [
      ['segpun', 1.5],
      ['segsen', 0.1],
      ['sermon', 0.9],
    ],
  },
  {
    product: 'pal120',
    title: 'Estantería compacta',
    weight: 7,
    winRate: 0.44,
    days: 80,
    quantity: [4, 22],
    extras: [
      ['segpun', 2],
      ['serpro', 0.01],
      ['sermon', 4],
    ],
  },
  {
    product: 'paldin',
    title: 'Estantería dinámica',
    weight: 4,
    winRate: 0.36,
    days: 90,
    quantity: [12, 70],
    extras: [
      ['sermon', 1.2],
      ['accmal', 0.8],
    ],
  },
  {
    product: 'shusem',
    title: 'Almacén con lanzadera',
    weight: 5,
    winRate: 0.31,
    days: 115,
    quantity: [1, 3],
    extras: [
      ['pal120', 7],
      ['serpro', 0.3],
      ['sermon', 60],
    ],
  },
  {
    product: 'palmov',
    title: 'Estanterías móviles para cámara',
    weight: 2,
    winRate: 0.3,
    days: 120,
    quantity: [3, 10],
    extras: [
      ['pal090', 6],
      ['serpro', 0.1],
      ['sermon', 14],
    ],
  },
  {
    product: 'pic050',
    title: 'Zona de picking',
    weight: 12,
    winRate: 0.62,
    days: 38,
    quantity: [20, 170],
    extras: [
      ['caj600', 6],
      ['coneti', 0.05],
      ['sermon', 0.25],
    ],
  },
  {
    product: 'piccar',
    title: 'Picking dinámico',
    weight: 4,
    winRate: 0.48,
    days: 55,
    quantity: [10, 60],
    extras: [
      ['caj600', 10],
      ['sermon', 0.5],
    ],
  },
  {
    product: 'can300',
    title: 'Estanterías cantilever',
    weight: 5,
    winRate: 0.58,
    days: 45,
    quantity: [8, 48],
    extras: [
      ['segbar', 0.4],
      ['sermon', 0.8],
    ],
  },
  {
    product: 'altent',
    title: 'Entreplanta',
    weight: 7,
    winRate: 0.41,
    days: 85,
    quantity: [80, 520],
    extras: [
      ['altesc', 0.006],
      ['segval', 0.12],
      ['serpro', 0.004],
      ['sermon', 0.5],
    ],
  },
  {
    product: 'tramot',
    title: 'Línea de transportadores',
    weight: 6,
    winRate: 0.38,
    days: 100,
    quantity: [14, 80],
    extras: [
      ['trarod', 0.4],
      ['segbar', 0.2],
      ['sermon', 1.1],
    ],
  },
  {
    product: 'clasor',
    title: 'Clasificador de paquetería',
    weight: 2,
    winRate: 0.24,
    days: 130,
    quantity: [1, 2],
    extras: [
      ['tramot', 18],
      ['sofint', 4],
      ['serfor', 1],
    ],
  },
  {
    product: 'elever',
    title: 'Almacén vertical automático',
    weight: 4,
    winRate: 0.28,
    days: 125,
    quantity: [1, 2],
    extras: [
      ['sofint', 3],
      ['serfor', 1],
    ],
  },
  {
    product: 'carele',
    title: 'Renovación de transpaletas',
    weight: 9,
    winRate: 0.66,
    days: 26,
    quantity: [2, 9],
    extras: [['repbat', 0.4]],
  },
  {
    product: 'apiele',
    title: 'Apiladores eléctricos',
    weight: 4,
    winRate: 0.52,
    days: 34,
    quantity: [1, 4],
    extras: [['serfor', 0.2]],
  },
  {
    product: 'envsem',
    title: 'Envolvedora de palés',
    weight: 3,
    winRate: 0.57,
    days: 30,
    quantity: [1, 2],
    extras: [['confil', 60]],
  },
  {
    product: 'caj600',
    title: 'Cajas y contenedores',
    weight: 6,
    winRate: 0.72,
    days: 20,
    quantity: [400, 3200],
    extras: [['conrol', 0.01]],
  },
  {
    product: 'segbar',
    title: 'Protecciones de seguridad',
    weight: 7,
    winRate: 0.64,
    days: 30,
    quantity: [20, 140],
    extras: [
      ['segpun', 0.8],
      ['segval', 0.3],
      ['sermon', 0.2],
    ],
  },
  {
    product: 'sofwms',
    title: 'Programa de gestión de almacén',
    weight: 8,
    winRate: 0.34,
    days: 88,
    quantity: [12, 36],
    extras: [
      ['sofint', 0.4],
      ['serfor', 0.08],
    ],
    contract: 'software',
  },
  {
    product: 'serman',
    title: 'Contrato de mantenimiento',
    weight: 7,
    winRate: 0.68,
    days: 32,
    quantity: [12, 24],
    extras: [],
    contract: 'maintenance',
  },
  {
    product: 'serins',
    title: 'Inspección de estanterías',
    weight: 7,
    winRate: 0.7,
    days: 24,
    quantity: [1, 3],
    extras: [
      ['segpun', 12],
      ['accbas', 1],
    ],
    contract: 'inspection',
  },
]
