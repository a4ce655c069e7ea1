export interface Trade {
  readonly industry: string
  readonly weight: number
  /** What such companies put before their name. */
  readonly prefixes: readonly string[]
  /** What they store, for the texts of needs and notes. */
  readonly goods: string
  /** Median of employees. */
  readonly size: number
}

export const trades: readonly Trade[] = [
  {
    industry: 'food',
    weight: 16,
    prefixes: ['Conservas', 'Aceites', 'Bodegas', 'Cárnicas', 'Lácteos', 'Harinas', 'Congelados', 'Galletas'],
    goods: 'producto terminado en palé',
    size: 75,
  },
  {
    industry: 'logistics',
    weight: 15,
    prefixes: ['Logística', 'Transportes', 'Operador Logístico', 'Frío y Transporte'],
    goods: 'mercancía de terceros',
    size: 110,
  },
  {
    industry: 'wholesale',
    weight: 13,
    prefixes: ['Distribuciones', 'Almacenes', 'Suministros', 'Comercial'],
    goods: 'miles de referencias de rotación desigual',
    size: 40,
  },
  {
    industry: 'retail',
    weight: 11,
    prefixes: ['Supermercados', 'Hogar', 'Deportes', 'Papelerías', 'Bricolaje'],
    goods: 'pedidos de tienda y de la web',
    size: 120,
  },
  {
    industry: 'automotive',
    weight: 9,
    prefixes: ['Recambios', 'Componentes', 'Neumáticos', 'Carrocerías'],
    goods: 'recambios de todos los tamaños',
    size: 95,
  },
  {
    industry: 'metal',
    weight: 8,
    prefixes: ['Talleres', 'Aceros', 'Calderería', 'Metalúrgica', 'Perfiles'],
    goods: 'barras y perfiles largos',
    size: 60,
  },
  {
    industry: 'agriculture',
    weight: 8,
    prefixes: ['Hortofrutícola', 'Cooperativa Agraria', 'Cítricos', 'Viveros', 'Almazara'],
    goods: 'cajas y palots de temporada',
    size: 55,
  },
  {
    industry: 'pharmaceutical',
    weight: 5,
    prefixes: ['Laboratorios', 'Distribución Farmacéutica'],
    goods: 'lotes con trazabilidad',
    size: 140,
  },
  {
    industry: 'textile',
    weight: 5,
    prefixes: ['Textiles', 'Confecciones', 'Calzados'],
    goods: 'prendas colgadas y en caja',
    size: 65,
  },
  {
    industry: 'chemical',
    weight: 5,
    prefixes: ['Pinturas', 'Química', 'Plásticos', 'Envases'],
    goods: 'bidones y contenedores',
    size: 70,
  },
  {
    industry: 'construction',
    weight: 5,
    prefixes: ['Materiales', 'Azulejos', 'Prefabricados', 'Maderas'],
    goods: 'material pesado y tableros',
    size: 45,
  },
  {
    industry: 'machinery',
    weight: 5,
    prefixes: ['Maquinaria', 'Montajes', 'Elevación'],
    goods: 'repuestos y conjuntos',
    size: 50,
  },
  {
    industry: 'electronics',
    weight: 4,
    prefixes: ['Electrónica', 'Iluminación', 'Material Eléctrico'],
    goods: 'piezas pequeñas',
    size: 60,
  },
  { industry: 'hospitality', weight: 2, prefixes: ['Lavanderías', 'Menaje'], goods: 'ropa y menaje', size: 80 },
  {
    industry: 'government',
    weight: 2,
    prefixes: ['Consorcio de Servicios', 'Archivo Comarcal de'],
    goods: 'documentación y material',
    size: 150,
  },
]

const placeLike: readonly string[] = `
  Valdemiel Oromana Tresvallés Cantueso Brezal Fuenclara Marjalar Costaclara Peñaluz Robledal Alborada Zarzamora Azahar
  Garbisol Tramuntal Bidasolar Urkialde Goialtz Lurbide Xaloquer Vallfosca Riudeclar Carballal Louridal Brañal Cañaverosa
  Peñascal Muñerales Bañalera Almarzal Montesquino Ribanera Fontanaral Serralba Torrealba Villamiel Campoluz Navalmar
  Sotoclaro Encinalba Olivarejo Aldeanar Miralcampo Hoyamar Peñaflorida Ontiñana Alcañal Biescalera Jarales Tomillar
  Retamosa Espliego Majuelar Viñalba Viñarreal Pedrizal Canterales Molinares Batanero Aceñuela Norial Acequión Albufarra
  Salinares Marismal Dunasol Faroleta Puertoluna Calablanca Roquedal Galernal Ensenadal Astillar Remeral Nordestal
  Altozano Colladillo Cumbral Nevadera Ibonal Neveral Ventisca Cierzal Moncayuelo Ebralis Galleguino Jiloquia Turialba
  Segurales Guadalmina Genilar Odielares Alagonia Tormesina Arlanzal Pisuergal Nervialde Zadorrain Urolamendi Oriaberri
  Arratibel Leitzuri Baztanar Ultzamar Roncalés Salazarena Aezkoar Garaiondo Bekoain Goikoar Etxalar Mendialdea
  Ametzola Pagadi Haritzalde Lizarrain Montnegral Pinedall Castellvera Puigsalé Roureda Alzinar Avellanar Llobatera
  Segarrenca Urgellina Terraltina Priorada Penedesal Garrotxell Empordal Selvatana Maresmell Vallesana Montseral
  Albaidar Safornal Vinalopal Xúquera Palanciar Maestrazgal Plana-Roja Tossalet Barrancó Ortigueral Sarriana Ulloal
  Lemosina Valdeorral Trasancal Salnesal Morrazal Bergantal Mariñeda Ancaresal Eumesal Arnoial Sanabral Tábarel Alistana
  Bercianal Maragatina Cabreirés Lacianal Babiana Omañal Luneral Bernesgal Esleña Ceanal Carrioneta Boedal Ojedana
  Pernial Cervatal Campóo-Verde Valdivielsal Meñaca Losalba Bureba-Alta Demandal Camerana Najerilla-Sur Iregual Leziar
  Cidacal Alhamar Queilesal Huechera Jalonera Manubal Pilocal Martinal Guadalopal Matarral Bergantes-Nuevo Mijarel
  Cabrielar Magrana Serpisal Amadoral Montnegre-Bajo Vinalbal Mulares Guadalental Almanzoral Andaraxal Adral Guadalfeal
  Vélezar Guadalhorzal Guadiarena Barbatal Guadaletal Corbonal Genalar`
  .trim()
  .split(/\s+/)
  .map((name) => name.replace('-', ' '))

const roots = [
  'Valde',
  'Fuente',
  'Monte',
  'Riba',
  'Torre',
  'Villa',
  'Campo',
  'Peña',
  'Soto',
  'Nava',
  'Agua',
  'Cerro',
  'Prado',
  'Viña',
  'Alba',
  'Mira',
  'Oliva',
  'Encina',
  'Sierra',
  'Cala',
  'Arroyo',
  'Casta',
  'Ven',
]

const endings = [
  'luz',
  'trigo',
  'rosa',
  'lobo',
  'verde',
  'nieve',
  'sauce',
  'bruna',
  'espino',
  'dora',
  'mora',
  'fría',
  'zorzal',
  'cigüeña',
  'gallo',
  'tejo',
]

/** Names of companies that do not exist, enough for every account and lead. */
export const names: readonly string[] = [
  ...placeLike,
  ...roots.flatMap((root) => endings.map((ending) => root + ending)),
]

export interface LegalForm {
  readonly suffix: string
  readonly ownership: string
  /** First letter of the tax number. */
  readonly letter: string
}

export const legalForms: readonly (readonly [LegalForm, weight: number])[] = [
  [{ suffix: 'S.L.', ownership: 'limited', letter: 'B' }, 60],
  [{ suffix: 'S.L.U.', ownership: 'limited', letter: 'B' }, 12],
  [{ suffix: 'S.A.', ownership: 'corporation', letter: 'A' }, 20],
]

export const cooperative: LegalForm = { suffix: 'S. Coop.', ownership: 'cooperative', letter: 'F' }

export const publicBody: LegalForm = { suffix: '', ownership: 'public', letter: 'P' }
