import { spawn } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { root } from './root.mjs'

const bin = path.join(root, 'node_modules', '.bin')

/** The installed Node and tools come first. */
const childEnvironment = () => ({ ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` })

/** Runs the installed Node with these arguments and answers its exit code. */
export function runNode(args) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(root, 'node_modules', 'node-runtime', 'bin', name), args, {
      cwd: root,
      env: childEnvironment(),
      stdio: 'inherit',
    })
    const stopForwarding = forwardSignals(child)
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      stopForwarding()
      resolve(code ?? 128 + (os.constants.signals[signal] ?? 0))
    })
  })
}

function forwardSignals(child) {
  const listeners = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
    // A terminal sends Ctrl-C to the whole group: the child has it already, and a second one would mean "at once".
    const isSentByTerminal = signal === 'SIGINT' && process.stdin.isTTY
    const listener = () => void (isSentByTerminal || child.kill(signal))
    process.on(signal, listener)
    return [signal, listener]
  })
  return () => listeners.forEach(([signal, listener]) => process.off(signal, listener))
}
