/** What better-auth refused, by its own code; undefined for anything else that was thrown. */
export const refusalCode = (error: unknown): string | undefined => {
  if (!(error instanceof Error) || error.name !== 'APIError' || !('body' in error)) return undefined
  const { body } = error
  if (typeof body !== 'object' || body === null || !('code' in body)) return ''
  return typeof body.code === 'string' ? body.code : ''
}
