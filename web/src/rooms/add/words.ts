import { addWords } from '../../i18n/index.ts'
import { ar } from './words-ar.ts'
import { en } from './words-en.ts'

export const ADD = addWords('add', { ar, en })
