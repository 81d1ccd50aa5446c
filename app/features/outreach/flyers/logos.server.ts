import { asc, eq } from 'drizzle-orm'
import sharp from 'sharp'
import type { Reader, Writer } from '#db/index.ts'
import { partnerLogos } from '#db/schema/flyers.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import { record } from '#app/platform/ledger.server.ts'
import type { Logo } from './frame.server.ts'

export const MOST_LOGO_BYTES = 400 * 1024
const SHOWN = { width: 512, height: 120 }
const MOST_PIXELS = 40_000_000

export const listLogos = (db: Reader): Promise<{ id: string; name: string }[]> => Promise.resolve(db.select({ id: partnerLogos.id, name: partnerLogos.name }).from(partnerLogos).orderBy(asc(partnerLogos.name), asc(partnerLogos.id)))

/** The logo that an address asks for; none where there is no such any more. */
export async function readLogo(db: Reader, id: string | null): Promise<Logo | null> {
  if (!id) return null
  const [row] = await db.select().from(partnerLogos).where(eq(partnerLogos.id, id))
  return row ? { name: row.name, png: Buffer.from(row.png, 'base64'), width: row.width, height: row.height } : null
}

/** A picture as it goes on paper: trimmed of its margin, on white, no larger than print needs. Null when it is none. */
export async function drawnLogo(bytes: Buffer): Promise<Omit<Logo, 'name'> | null> {
  try {
    const source = sharp(bytes, { limitInputPixels: MOST_PIXELS })
    const { format } = await source.metadata()
    if (format !== 'png' && format !== 'jpeg') return null
    const flat = await source.rotate().flatten({ background: '#ffffff' }).toBuffer()
    const trimmed = await sharp(flat).trim({ background: '#ffffff', threshold: 12 }).toBuffer().catch(() => flat)
    const { data, info } = await sharp(trimmed).resize({ ...SHOWN, fit: 'inside', withoutEnlargement: true }).png({ palette: true, compressionLevel: 9 }).toBuffer({ resolveWithObject: true })
    return { png: data, width: info.width, height: info.height }
  } catch {
    return null
  }
}

export async function addLogo(tx: Writer, clerk: Secretary, { name, png, width, height }: Logo): Promise<void> {
  const [row] = await tx.insert(partnerLogos).values({ name, png: png.toString('base64'), width, height, createdAt: now() }).returning()
  await record(tx, `logo:${row!.id}`, clerk.id, 'logo-added')
}

export async function removeLogo(tx: Writer, clerk: Secretary, id: string): Promise<boolean> {
  const [row] = await tx.delete(partnerLogos).where(eq(partnerLogos.id, id)).returning()
  if (row) await record(tx, `logo:${id}`, clerk.id, 'logo-removed')
  return row !== undefined
}
