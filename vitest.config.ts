/**
 * Four kinds of tests. `pure` needs nothing; `drawn` draws components without a browser; `node` may ask for a
 * database, and the engine starts with the first file that does; `journeys` drive a browser over the built web app,
 * at the region that they share or, where a story lasts for weeks, at a hub of their own.
 */
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { JourneysFirst } from './tests/support/order.ts'

// Files of the server wait for the database a sixth of their time: half as many workers more than there are cores.
const workers = Math.ceil(availableParallelism() * 1.5)
// Three stories at once fill two cores; with four somebody waits too long for what a busy machine has not got to.
const storytellers = 3

export default defineConfig({
  test: {
    maxWorkers: workers,
    // Nobody's own clock decides whether a test passes.
    env: { TZ: 'Asia/Almaty' },
    sequence: { sequencer: JourneysFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          isolate: false,
          include: ['packages/{contract,web}/**/*.test.ts', 'scripts/**/*.test.ts'],
          testTimeout: 10_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'drawn',
          // Each file replaces how the screen speaks, and may not meet the words that another put there.
          isolate: true,
          include: ['packages/web/**/*.test.tsx'],
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
          globalSetup: [
            'tests/support/browser-setup.ts',
            'tests/support/region-setup.ts',
            'tests/support/engine.ts',
          ],
          experimental: { viteModuleRunner: false },
          isolate: false,
          maxWorkers: storytellers,
          // On two cores all tests share the workers, and none of them stands idle; elsewhere stories have theirs when the rest is done.
          sequence: { groupOrder: workers === storytellers ? 0 : 1 },
          // As many as the walk has companies, on desk and phone.
          maxConcurrency: 6,
          testTimeout: 120_000,
          // As long as a region may take to fill on a busy machine (tests/support/region.ts).
          hookTimeout: 260_000,
        },
      },
    ],
  },
})
