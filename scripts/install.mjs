/**
 * A guard for a fresh clone: installs what the lockfile names when it is missing or older than the lockfile, and
 * says so. Runs on any Node that has npm, before there is anything else to run on.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** What npm wrote last, so that an interrupted install is seen too. */
const installed = 'node_modules/.package-lock.json'

function needsInstall() {
  const timeOf = path => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (timeOf(installed) === 0) return true
  // A newer date alone may be a checkout that changed nothing.
  return timeOf(installed) < timeOf('package-lock.json') && differs()
}

function differs() {
  const packagesOf = path => JSON.parse(readFileSync(join(root, path), 'utf8')).packages
  const have = packagesOf(installed)
  return Object.entries(packagesOf('package-lock.json')).some(([path, wanted]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return false
    const found = have[path]
    // Packages for other systems are named in the lock and not installed.
    return found ? found.version !== wanted.version : !wanted.optional && !wanted.peer
  })
}

export function ensureInstalled() {
  if (!needsInstall()) return
  console.error('Installing what Kerege is built from (npm ci). This happens once and takes a few minutes.')
  const npm = process.env.npm_execpath
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, 'ci'], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', ['ci'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (result.status !== 0) {
    console.error('The install did not finish; what npm said stands above.')
    process.exit(result.status ?? 1)
  }
}
