import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['bench', 'corpus', 'scripts', 'src', 'test', 'web'].map((folder) => `${folder}/**/*.test.{ts,tsx}`),
    testTimeout: 20_000,
    maxWorkers: Math.max(2, availableParallelism() - 1), // on two cores one worker alone would wait for the browser most of the time
  },
})
