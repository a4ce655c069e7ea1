/** The API key of `Authorization: Bearer …`; empty when there is none after the word; undefined without that header. */
export const bearerOf = (headers: Headers): string | undefined => {
  const authorization = headers.get('authorization')?.trim()
  return authorization === undefined ? undefined : /^bearer(?:\s+(\S*))?$/i.exec(authorization)?.slice(1).join('')
}

/** The value of a cookie, still encoded. */
export const cookieOf = (headers: Headers, name: string): string | undefined =>
  headers
    .get('cookie')
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)
