/**
 * The address of a report, open at one of its claims.
 *
 * @param claim key of a claim: report key, colon, id of the claim in its reading
 * @example <Link {...reportAt(claim.key)} />
 */
export function reportAt(claim: string) {
  const [key = '', id] = claim.split(':')
  return { to: '/reports/$key' as const, params: { key }, search: { claim: id } }
}
