import type { Settings } from './postmaster.ts'

interface Wanted {
  readonly port: number
  readonly isDurable: boolean
}

/** The settings of an embedded PostgreSQL that shares a small machine with its server. */
export const settingsOf = ({ port, isDurable }: Wanted): Settings => ({
  listen_addresses: '127.0.0.1',
  port,
  // Loopback with a password only: a socket file would be one more door for other local users.
  ...(process.platform === 'win32' ? {} : { unix_socket_directories: '' }),
  max_connections: 100,
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '1GB',
  random_page_cost: 1.1,
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '',
  // A failed statement is reported to whoever sent it; only what concerns the whole server is for the log.
  log_min_messages: 'log',
  log_checkpoints: 'off',
  synchronous_commit: 'on',
  ...(isDurable ? {} : { fsync: 'off', full_page_writes: 'off' }),
})
