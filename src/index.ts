/** The library: what a program needs to read reports, keep a ledger, link and export. */
export { type Acquired, type AcquireFailure, acquire, type Given } from './acquire/index.ts'
export { IsnadError } from './errors.ts'
export { linkReadings } from './link/index.ts'
export * from './model.ts'
export { readReport } from './pipeline.ts'
