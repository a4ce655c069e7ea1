/** What the most used passwords of both languages are made of; folded, letters only. */
export const commonWords: readonly string[] = `
  password passwort passwd pass contrasena contrasenya clave secret secreto secreta admin administrator
  administrador administradora root user usuario guest invitado test testing prueba demo default temporary
  temporal login access acceso master welcome bienvenido bienvenida bienvenidos hello hola letmein changeme
  cambiame company empresa office oficina trabajo telar crm sales ventas computer ordenador iloveyou teamo
  tequiero mivida miamor amor love corazon princess princesa angel monkey dragon shadow sunshine superman batman
  pokemon starwars trustno whatever football futbol baseball barcelona barca realmadrid madrid atletico betis
  sevilla espana spain valencia michael jordan charlie jennifer alejandro cristina carmen spring summer autumn
  winter primavera verano otono invierno monday lunes friday january february march april june july august
  september october november december enero febrero marzo abril mayo junio julio agosto septiembre octubre
  noviembre diciembre qwerty qwertyuiop qwertz asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc qweasd
  qweasdzxc qwer qwe asd zxc qaz wsx abc abcd abcdef abcdefg abcdefgh abcdefghij abcdefghijk
  abcdefghijklmnopqrstuvwxyz xyz aaa xxx qwertyasdf qwert
`
  .trim()
  .split(/\s+/)
