import { useEffect, useState } from 'react'
import { forgetWidths } from './text.ts'

/** Counts how often the page's fonts came, so that what was measured before is measured again. */
export function useFonts(): number {
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isHere = true
    const fonts = ['400', '500', '600'].map((weight) => document.fonts.load(`${weight} 12px "IBM Plex Sans Arabic"`, 'أ1a'))
    void Promise.allSettled(fonts).then(() => {
      forgetWidths()
      if (isHere) setRound((before) => before + 1)
    })
    return () => {
      isHere = false
    }
  }, [])
  return round
}
