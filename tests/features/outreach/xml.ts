/** A small judge of well-formed XML: every element is closed in its order, every sign that must be escaped is. Throws where it is not. */
export function readXml(text: string): { name: string; attributes: Record<string, string>; text: string }[] {
  const found: { name: string; attributes: Record<string, string>; text: string }[] = []
  const open: string[] = []
  let at = 0
  const plain = (piece: string) => {
    if (/[<>]|&(?!(amp|lt|gt|quot|#39);)/.test(piece)) throw new Error(`not escaped: ${piece.slice(0, 60)}`)
    return piece.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
  }
  for (const match of text.replace(/^<\?xml[^>]*\?>/, '').matchAll(/<(\/?)([\w:]+)((?:\s[\w:]+="[^"<]*")*)\s*(\/?)>|([^<]+)/g)) {
    const [whole, closing, name, attributes = '', selfClosed, content] = match
    if (match.index !== at) throw new Error(`not well-formed at ${at}`)
    at += whole.length
    if (content !== undefined) {
      const last = found.at(-1)
      if (content.trim() && last) last.text += plain(content)
    } else if (closing) {
      if (open.pop() !== name) throw new Error(`${name} closes what it did not open`)
    } else {
      found.push({ name: name!, text: '', attributes: Object.fromEntries([...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [key!, plain(value!)])) })
      if (!selfClosed) open.push(name!)
    }
  }
  if (open.length > 0 || at !== text.replace(/^<\?xml[^>]*\?>/, '').length) throw new Error('something was never closed')
  return found
}
