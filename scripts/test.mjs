/**
 * `npm test`. On a fresh clone only an old Node may be at hand, so this file is plain JavaScript and imports
 * nothing installed: it installs what is missing and hands over to `testAll.ts` under our own Node.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, root } from './install.mjs'

/** Our Node, straight from its package: the path in `.bin` is a shell script on some systems. */
function bundledNode() {
  const { platform, arch, execPath } = process
  const windows = platform === 'win32'
  const names = [`node-${windows ? 'win' : platform}-${arch}`, `node-bin-${platform}-${arch}`]
  const paths = names.map(name => join(root, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node'))
  return paths.find(existsSync) ?? execPath
}

// A quiet `npm test` must not hide why an install failed.
process.env.npm_config_loglevel = 'error'
ensureInstalled()
const args = [join(root, 'scripts/testAll.ts'), ...process.argv.slice(2)]
const { status, error } = spawnSync(bundledNode(), args, { stdio: 'inherit' })
if (error) throw error
process.exitCode = status ?? 1
