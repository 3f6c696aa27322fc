import type { Lang } from '../../../src/export/messages/index.ts'

/** A name in the language of the interface, where it is known. @example nameIn('ar', { name: 'Mosul', nameAr: 'الموصل' }) // 'الموصل' */
export const nameIn = (lang: Lang, { name, nameAr }: { name: string; nameAr: string | null }): string =>
  lang === 'ar' ? (nameAr ?? name) : name
