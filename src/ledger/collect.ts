/** Everything an asynchronous listing yields. @example const readings = await collect(ledger.readings()) */
export async function collect<T>(listing: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const one of listing) all.push(one)
  return all
}
