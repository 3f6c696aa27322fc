/** Words of a text, and what is said of them in brackets, inside a sentence of the interface. */
const QUOTED = /(«[^»]*»|“[^”]*”|\([^()]*\p{Script=Arabic}[^()]*\))/u

/** A sentence about reports: what it quotes keeps its own direction, so that two quotations never change places. */
export function Message({ text }: { text: string }) {
  return text.split(QUOTED).map((part, i) =>
    i % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move
      <Quoted key={i} text={part} />
    ) : (
      part
    ),
  )
}

/** The marks of a quotation belong to the sentence, what is between them to the report. */
const Quoted = ({ text }: { text: string }) => (
  <>
    {text.slice(0, 1)}
    <bdi>{text.slice(1, -1)}</bdi>
    {text.slice(-1)}
  </>
)
