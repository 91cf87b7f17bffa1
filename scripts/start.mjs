/** `npm start`: the region in a box on a fresh clone and on any Node from 20 on. Arguments go to `kerege demo`. */
import { ensureInstalled } from './install.mjs'
import { runKerege } from './kerege.mjs'

ensureInstalled()
runKerege(['demo', ...process.argv.slice(2)])
