/** Headers of a page whose address is its key: no cache keeps it, no search engine lists it. */
export const privateHeaders = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' })
