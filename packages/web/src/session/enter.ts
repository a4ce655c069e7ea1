/**
 * Goes into the application with a fresh page: nothing of the person before is left in memory.
 * Only addresses of this site are followed.
 */
export const enter = (to: string | undefined): void => {
  const isOurs = to !== undefined && /^\/(?![/\\])/.test(to)
  location.assign(isOurs ? to : '/')
}
