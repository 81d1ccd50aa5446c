const CLOSED = ['desk', 'account', 'receipts', 'answers', 'clips']

/** What is private or personal is nothing for search engines; everything else is meant to be found. */
export function loader() {
  const lines = ['User-agent: *', ...CLOSED.map((room) => `Disallow: /*/${room}`)]
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' } })
}
