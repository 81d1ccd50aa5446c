/** A file that is the reader’s own: saved, not shown, and kept by nobody on the way. */
export const download = (body: string, name: string, type: 'text/csv' | 'application/json' | 'text/html') =>
  new Response(body, { headers: { 'Content-Type': `${type}; charset=utf-8`, 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-store' } })
