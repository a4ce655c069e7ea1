import net from 'node:net'

/** A port of the loopback address that nobody listens on right now. */
export const freePort = (): Promise<number> => listenOnce(0)

export const isFree = async (port: number): Promise<boolean> => {
  try {
    await listenOnce(port)
    return true
  } catch {
    return false
  }
}

const listenOnce = (port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : port))
    })
  })
