/** Which slices a kind of node has. A slice that a kind does not have is not mounted. */
import type { Node } from './platform/context.ts'
import type { AnyHandler } from './platform/handler.ts'
import type { JobDefinition, Jobs } from './platform/jobs.ts'
import type { SignIn } from './slices/access/index.ts'
import { peopleHandlers } from './slices/people/index.ts'

export function nodeHandlers(node: Node, _jobs: Jobs | null): AnyHandler[] {
  const shared: AnyHandler[] = []
  return node.info.kind === 'national' ? [...shared, ...peopleHandlers] : shared
}

export function nodeJobs(_node: Node, _signIn: SignIn): JobDefinition[] {
  return []
}
