import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['bench', 'corpus', 'scripts', 'src', 'test', 'web'].map((folder) => `${folder}/**/*.test.{ts,tsx}`),
    testTimeout: 20_000,
  },
})
