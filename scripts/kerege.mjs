#!/usr/bin/env node
/**
 * The `kerege` command on whatever Node the machine has: hands everything to the bundled Node, which reads
 * TypeScript. Standard streams, signals and exit code pass through.
 */
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import nodeModule from 'node:module'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './install.mjs'

const bundledMajor = 26
// Stripped and compiled once: a later start is a second quicker and 35 MB lighter.
const compileCache = join(root, '.cache/compile')
// A small nursery: requests are short, and without it a quiet node keeps 36 MB that it never fills. Grown by half at the
// most between two collections: a long export on a quick machine would let three times as much pile up.
const flags = ['--max-semi-space-size=4', '--heap-growing-percent=50']
// One heap for all threads, given back as soon as it is free: the GNU library gives each its own and keeps it, 12 MB that a quiet
// node never uses again.
const oneHeap = { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '65536' }
const main = join(root, 'packages/server/src/cli/main.ts')

/** The bundled Node, beside this file and not beside the caller. */
function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= bundledMajor) return process.execPath
  const place = process.platform === 'win32' ? `node-win-${process.arch}/bin/node.exe` : '.bin/node'
  const path = join(root, 'node_modules', place)
  return existsSync(path) ? path : undefined
}

export function runKerege(args) {
  const node = findNode()
  if (!node) {
    console.error('The bundled Node is missing: run "npm ci" in the folder of Kerege first.')
    process.exitCode = 1
    return
  }
  if (node === process.execPath) {
    // A named import would not even load on Node 20.
    nodeModule.enableCompileCache?.(compileCache)
    import(pathToFileURL(main).href).then(module => module.begin(args))
    return
  }
  // The channel tells the child when we are gone, even if we are killed: no server is left behind.
  const child = spawn(node, [...flags, main, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { NODE_COMPILE_CACHE: compileCache, ...oneHeap, ...process.env },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.once('error', error => {
    console.error(`The bundled Node does not start: ${error.message}.`)
    process.exit(1)
  })
  child.once('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

const isCalled = process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href
if (isCalled) runKerege(process.argv.slice(2))
