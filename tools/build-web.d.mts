/** Builds the browser application when its sources changed since the last build. */
export function buildWeb(): Promise<void>
