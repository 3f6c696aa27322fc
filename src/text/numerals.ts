/**
 * The value of a numeral token's folded form. A dot or comma before exactly three digits marks thousands
 * ('70.000', '1,700'); before one or two digits it is a decimal sign ('2.5'). Null where neither reading holds ('1.2.3').
 *
 * @example numeralValue('70.000') // 70000
 * @example numeralValue('2.5') // 2.5
 */
export function numeralValue(form: string): number | null {
  if (isDigits(form)) return Number(form)
  const groups = form.split(/[.,]/)
  const marks = form.replace(/[0-9]/g, '')
  const thousands = groups.length > 1 && groups[0]!.length <= 3 && groups[0] !== '0' && groups.slice(1).every((g) => g.length === 3)
  if (thousands && new Set(marks).size === 1) return Number(groups.join(''))
  if (groups.length === 2) return Number(`${groups[0]}.${groups[1]}`)
  if (marks.at(-1) !== marks[0] && groups.slice(1, -1).every((g) => g.length === 3))
    return Number(`${groups.slice(0, -1).join('')}.${groups.at(-1)}`)
  return null
}

const isDigits = (form: string): boolean => {
  for (let i = 0; i < form.length; i++) {
    const unit = form.charCodeAt(i)
    if (unit < 0x30 || unit > 0x39) return false
  }
  return form.length > 0
}
