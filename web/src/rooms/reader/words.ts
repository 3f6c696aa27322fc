import { addWords } from '../../i18n/index.ts'
import { ar } from './words-ar.ts'
import { en } from './words-en.ts'

export const READER = addWords('reader', { ar, en })
