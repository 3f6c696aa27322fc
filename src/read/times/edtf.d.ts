/** The part of the edtf package that the tests check times with; it comes without types. */
declare module 'edtf' {
  /** Parses an EDTF string, levels 0–2. Throws where it is none. */
  export function parse(edtf: string): { type: string; level: number }
}
