import { mark } from '../search/marking.ts'

/** A text with the searched words marked. */
export function Marked({ text, marker }: { text: string; marker: RegExp | null }) {
  if (!marker) return <>{text}</>
  return <>{mark(text, marker).map((piece, at) => (piece.marked ? <mark key={at}>{piece.text}</mark> : piece.text))}</>
}
