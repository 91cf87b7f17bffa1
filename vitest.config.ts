/**
 * Four kinds of tests. `pure` needs nothing; `node` may ask for a database, and the engine starts with the
 * first file that does; `journeys` drive a browser over the built web app and the
 * region that all of them share; `stories` do it at a hub of their own, and so may run beside them.
 */
import { defineConfig } from 'vitest/config'

// Each at a hub of its own, with a clock that it turns.
const stories = [
  'boarding',
  'council',
  'exchange',
  'practices',
  'practicesOutside',
  'repatriation',
  'trainings',
].map(name => `tests/journeys/${name}.test.ts`)

export default defineConfig({
  test: {
    // The machine's second core would stand idle under the default of "all but one".
    maxWorkers: '100%',
    // Nobody's own clock decides whether a test passes.
    env: { TZ: 'Asia/Almaty' },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          isolate: false,
          include: ['packages/{contract,web}/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          testTimeout: 10_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'node',
          isolate: false,
          include: ['packages/server/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['tests/journeys/**', '**/node_modules/**'],
          globalSetup: ['tests/support/engine.ts'],
          experimental: { viteModuleRunner: false },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          exclude: [...stories, '**/node_modules/**'],
          globalSetup: [
            'tests/support/browser-setup.ts',
            'tests/support/region-setup.ts',
            'tests/support/engine.ts',
          ],
          experimental: { viteModuleRunner: false },
          // One browser at a time: two of them and a region are more than two cores carry.
          fileParallelism: false,
          testTimeout: 120_000,
          // As long as a region may take to fill on a busy machine (tests/support/region.ts).
          hookTimeout: 260_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'stories',
          include: stories,
          globalSetup: ['tests/support/browser-setup.ts', 'tests/support/engine.ts'],
          experimental: { viteModuleRunner: false },
          fileParallelism: false,
          testTimeout: 120_000,
          // Building the web app, a database and its migrations come first.
          hookTimeout: 260_000,
        },
      },
    ],
  },
})
