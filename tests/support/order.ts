/**
 * The order in which test files begin: the walk through every page, which takes longest by far, comes first, the other journeys after it,
 * and then the many that take a second each, so that no worker stands idle at the end.
 */
import type { TestSpecification } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'

const isWalk = ({ moduleId }: TestSpecification) => moduleId.endsWith('tests/journeys/pages.test.ts')
const isJourney = ({ project }: TestSpecification) => project.name === 'journeys'
const turnOf = (one: TestSpecification) => (isWalk(one) ? 0 : isJourney(one) ? 1 : 2)

export class JourneysFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => turnOf(a) - turnOf(b))
  }
}
