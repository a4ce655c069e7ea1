const words = (text: string): readonly string[] => text.trim().split(/\s+/)

export const womenNames = words(`
  Ainhoa Alba Alicia Amaia Amparo Ana Andrea Ángeles Araceli Beatriz Belén Blanca Candela Carla Carolina Cecilia Clara
  Concepción Cristina Dolores Elisa Encarna Ester Eva Fátima Gloria Inés Irene Isabel Itziar Josefina Julia Laia Laura
  Leire Lorena Lourdes Luisa Macarena Maite Manuela Mar María Mercedes Mireia Miriam Montserrat Nerea Nieves Nuria Olga
  Paloma Patricia Paula Pilar Raquel Rosa Rosario Sandra Sara Silvia Sonia Susana Teresa Valeria Vanesa Verónica
  Victoria Virginia Yolanda`)

export const menNames = words(`
  Aarón Adrián Agustín Aitor Alberto Alejandro Alfonso Ángel Antonio Arturo Asier Bernardo Borja Bruno Carlos César
  Cristóbal Daniel David Diego Domingo Eduardo Emilio Enrique Eneko Ernesto Esteban Eugenio Fermín Fernando Francisco
  Gabriel Gonzalo Gorka Guillermo Héctor Hugo Ignacio Íñigo Jaime Jesús Joaquín Jordi Jorge José Josep Juan Julio Julián
  Lorenzo Luis Manuel Marcos Mario Martín Mateo Mauricio Miguel Nicolás Óscar Pablo Pau Pedro Rafael Ramón Raúl Ricardo
  Roberto Rodrigo Rubén Salvador Samuel Santiago Sebastián Sergio Simón Tomás Vicente Víctor Xavier Xoán`)

export const surnames = words(`
  Abad Aguilar Aguirre Alarcón Alonso Álvarez Arias Arroyo Ávila Ayala Barrios Bautista Beltrán Benítez Bermúdez Blanco
  Bravo Bustos Caballero Cabrera Calvo Camacho Campos Cano Cárdenas Carmona Carrasco Casado Castillo Castro Cebrián Cid
  Cordero Correa Cortés Costa Crespo Cruz Cuesta Delgado Díaz Domínguez Durán Echeverría Escudero Espinosa Esteban
  Fajardo Fernández Figueroa Flores Fuentes Gálvez Gallardo Gallego García Garrido Gil Giménez Godoy Gómez González
  Gracia Guerrero Gutiérrez Heredia Hernández Herrera Hidalgo Ibarra Iglesias Izquierdo Jiménez Juárez Lara León Lizarraga
  López Lorente Luna Llorente Macías Marín Márquez Martín Martínez Mateo Medina Méndez Menéndez Mendoza Merino Molina
  Montero Montes Mora Morales Moreno Moya Muñoz Murillo Nadal Navarro Nieto Núñez Ochoa Oliver Ordóñez Ortega Ortiz Otero
  Pacheco Padilla Palacios Pardo Paredes Parra Pascual Pastor Peña Peralta Pérez Pineda Pons Prieto Quintana Ramírez Ramos
  Redondo Reyes Riera Ríos Rivas Rivera Robledo Roca Rodríguez Roig Rojas Román Romero Rosales Rubio Rueda Ruiz Sáez Salas
  Salazar Salinas Sanchis Sánchez Santana Santos Sanz Segura Serra Serrano Sierra Silva Sola Soler Soriano Sosa Soto
  Suárez Tapia Tejada Tejero Toledo Torres Trujillo Urrutia Valencia Valero Valle Vargas Vázquez Vega Velasco Vera Vicente
  Vidal Villalba Villanueva Yáñez Zabala Zamora Zapata Zubiri Zúñiga`)

export interface Position {
  readonly title: readonly [man: string, woman: string]
  readonly department: string
  readonly role: string
}

export const positions: readonly (readonly [Position, weight: number])[] = [
  [{ title: ['Gerente', 'Gerente'], department: 'management', role: 'decisionMaker' }, 5],
  [
    { title: ['Director de operaciones', 'Directora de operaciones'], department: 'management', role: 'decisionMaker' },
    5,
  ],
  [{ title: ['Director de logística', 'Directora de logística'], department: 'logistics', role: 'decisionMaker' }, 9],
  [{ title: ['Jefe de almacén', 'Jefa de almacén'], department: 'logistics', role: 'influencer' }, 14],
  [{ title: ['Responsable de expediciones', 'Responsable de expediciones'], department: 'logistics', role: 'user' }, 6],
  [{ title: ['Jefe de compras', 'Jefa de compras'], department: 'purchasing', role: 'purchasing' }, 10],
  [{ title: ['Técnico de compras', 'Técnica de compras'], department: 'purchasing', role: 'purchasing' }, 6],
  [{ title: ['Jefe de mantenimiento', 'Jefa de mantenimiento'], department: 'maintenance', role: 'technical' }, 8],
  [{ title: ['Director de producción', 'Directora de producción'], department: 'production', role: 'influencer' }, 6],
  [{ title: ['Ingeniero de procesos', 'Ingeniera de procesos'], department: 'engineering', role: 'technical' }, 6],
  [{ title: ['Responsable de prevención', 'Responsable de prevención'], department: 'quality', role: 'influencer' }, 5],
  [{ title: ['Director financiero', 'Directora financiera'], department: 'finance', role: 'decisionMaker' }, 4],
  [{ title: ['Administrativo', 'Administrativa'], department: 'finance', role: 'other' }, 5],
  [{ title: ['Responsable de sistemas', 'Responsable de sistemas'], department: 'it', role: 'technical' }, 4],
]
