export { readStatements } from './statements.ts'
