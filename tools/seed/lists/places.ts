export interface Place {
  readonly city: string
  readonly state: string
  /** First digits of the postal code. */
  readonly postal: string
  readonly territory: string
  /** Area code of fixed lines, with the country's code. */
  readonly area: string
  readonly country: string
  readonly weight: number
}

const spain = (territory: string, rows: string): readonly Place[] =>
  rows
    .trim()
    .split('\n')
    .map((row) => {
      const [city = '', state = '', postal = '', area = '', weight = '1'] = row.trim().split(';')
      return { city, state, postal, territory, area: `+34 ${area}`, country: 'ES', weight: Number(weight) }
    })

/** Cities of Spain and its neighbours, with the territory that sells there. */
export const places: readonly Place[] = [
  ...spain(
    'north',
    `Bilbao;Bizkaia;480;944;5
    Vitoria-Gasteiz;Álava;010;945;5
    San Sebastián;Gipuzkoa;200;943;3
    Pamplona;Navarra;310;948;4
    Tudela;Navarra;315;948;2
    Logroño;La Rioja;260;941;3
    Santander;Cantabria;390;942;2
    Oviedo;Asturias;330;985;2
    Gijón;Asturias;332;985;2
    A Coruña;A Coruña;150;981;3
    Vigo;Pontevedra;362;986;4
    Lugo;Lugo;270;982;1
    Ourense;Ourense;320;988;1
    León;León;240;987;1`,
  ),
  ...spain(
    'northeast',
    `Zaragoza;Zaragoza;500;976;9
    Huesca;Huesca;220;974;2
    Barbastro;Huesca;223;974;1
    Teruel;Teruel;440;978;1
    Barcelona;Barcelona;080;932;8
    Sabadell;Barcelona;082;937;3
    Terrassa;Barcelona;082;937;2
    Granollers;Barcelona;084;938;2
    Lleida;Lleida;250;973;3
    Girona;Girona;170;972;2
    Reus;Tarragona;432;977;3`,
  ),
  ...spain(
    'centre',
    `Madrid;Madrid;280;914;6
    Getafe;Madrid;289;916;4
    Alcalá de Henares;Madrid;288;918;4
    Coslada;Madrid;288;916;3
    Guadalajara;Guadalajara;190;949;4
    Azuqueca de Henares;Guadalajara;192;949;3
    Toledo;Toledo;450;925;2
    Illescas;Toledo;452;925;3
    Valladolid;Valladolid;470;983;4
    Burgos;Burgos;090;947;3
    Salamanca;Salamanca;370;923;1
    Ciudad Real;Ciudad Real;130;926;1`,
  ),
  ...spain(
    'east',
    `Valencia;Valencia;460;963;6
    Paterna;Valencia;469;961;3
    Castelló de la Plana;Castellón;120;964;3
    Elche;Alicante;032;965;3
    Alcoy;Alicante;038;965;1
    Murcia;Murcia;300;968;4
    Cartagena;Murcia;302;968;2
    Albacete;Albacete;020;967;2`,
  ),
  ...spain(
    'south',
    `Sevilla;Sevilla;410;954;5
    Dos Hermanas;Sevilla;417;955;2
    Málaga;Málaga;290;952;4
    Antequera;Málaga;292;952;2
    Córdoba;Córdoba;140;957;2
    Granada;Granada;180;958;2
    Jaén;Jaén;230;953;1
    El Ejido;Almería;047;950;3
    Jerez de la Frontera;Cádiz;114;956;2
    Algeciras;Cádiz;112;956;2
    Badajoz;Badajoz;060;924;1
    Don Benito;Badajoz;064;924;1`,
  ),
  ...spain(
    'islands',
    `Palma;Illes Balears;070;971;3
    Las Palmas de Gran Canaria;Las Palmas;350;928;2
    Santa Cruz de Tenerife;Santa Cruz de Tenerife;380;922;2`,
  ),
  { city: 'Porto', state: 'Porto', postal: '4100-0', territory: 'portugal', area: '+351 22', country: 'PT', weight: 3 },
  {
    city: 'Lisboa',
    state: 'Lisboa',
    postal: '1800-0',
    territory: 'portugal',
    area: '+351 21',
    country: 'PT',
    weight: 3,
  },
  {
    city: 'Braga',
    state: 'Braga',
    postal: '4700-0',
    territory: 'portugal',
    area: '+351 253',
    country: 'PT',
    weight: 2,
  },
  {
    city: 'Toulouse',
    state: 'Haute-Garonne',
    postal: '310',
    territory: 'export',
    area: '+33 1 99',
    country: 'FR',
    weight: 2,
  },
  {
    city: 'Pau',
    state: 'Pyrénées-Atlantiques',
    postal: '640',
    territory: 'export',
    area: '+33 1 99',
    country: 'FR',
    weight: 1,
  },
]

export const streets: readonly string[] = [
  'Polígono Industrial Los Almendros, calle A',
  'Polígono Industrial El Romeral, calle C',
  'Polígono Industrial La Cañada, parcela',
  'Polígono Industrial San Cristóbal, calle Forja',
  'Polígono Industrial Las Peñas, calle Hojalateros',
  'Parque Empresarial Fuentebella, calle Olivo',
  'Parque Logístico Valdeniebla, nave',
  'Plataforma Logística Norte, manzana',
  'Avenida de la Industria',
  'Avenida de la Ribera',
  'Avenida de los Pirineos',
  'Carretera de Castellón, km',
  'Carretera de la Estación',
  'Calle de los Artesanos',
  'Calle del Mimbre',
  'Calle Nueva',
  'Calle del Acueducto',
  'Calle de la Constitución',
  'Calle Maestro Ibáñez',
  'Camino de los Molinos',
  'Camino Viejo de Alfajarín',
  'Ronda del Ferrocarril',
  'Paseo de la Estación',
]
