/**
 * The order in which test files begin: the walk through every page, which takes longest by far, comes first, so that
 * the other worker goes through all other journeys meanwhile and neither stands idle at the end.
 */
import type { TestSpecification } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'

const isWalk = ({ moduleId }: TestSpecification) => moduleId.endsWith('tests/journeys/pages.test.ts')

export class WalkFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [...sorted.filter(isWalk), ...sorted.filter(one => !isWalk(one))]
  }
}
