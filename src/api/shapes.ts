/*
 * What the HTTP API answers. The workbench imports these types; the OpenAPI document is made from them.
 * Offsets are UTF-16 code units of the text they come with, as it is after private names are masked. Days are EDTF.
 */

export * from './shapes/claims.ts'
export * from './shapes/common.ts'
export * from './shapes/measures.ts'
export * from './shapes/overview.ts'
export * from './shapes/reports.ts'
export * from './shapes/runs.ts'
