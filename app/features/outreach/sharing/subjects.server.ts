import type { Reader } from '#db/index.ts'
import { readCompany, readTechnology, technologiesOf } from '#app/features/catalogue/data.server.ts'
import { drawDiagram } from '#app/features/catalogue/diagram.ts'
import { pathOf } from '#app/features/catalogue/files/store.server.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import type { PictureSource } from './picture.server.ts'

const shown = (id: string, field: string | undefined, photo: string | null | undefined): PictureSource =>
  photo ? { photo: `${pathOf(photo)}.card.jpg` } : { svg: drawDiagram({ field: field ?? 'other', seed: id }) }

type Find = (db: Reader, name: string) => Promise<PictureSource | undefined>

const pictured: Record<string, Find> = {
  site: (_, name) => Promise.resolve(name === 'databank' ? null : undefined),
  async technologies(db, slug) {
    const technology = await readTechnology(db, slug)
    return technology ? shown(technology.id, technology.content.fields[0], technology.content.images[0]?.file) : undefined
  },
  async companies(db, slug) {
    const company = await readCompany(db, slug)
    if (!company) return undefined
    const cards = await technologiesOf(db, company.id)
    const first = cards.find((card) => card.content.image) ?? cards[0]
    return first ? shown(first.id, first.content.fields[0], first.content.image) : null
  },
  async fields(db, code) {
    const field = (await readFields(db)).find((one) => one.id === code)
    return field ? { svg: drawDiagram({ field: code, seed: code }) } : undefined
  },
}

/** What the picture of a page shows; undefined when the public has no such page. */
export const sourceOf = async (db: Reader, kind: string, name: string): Promise<PictureSource | undefined> =>
  Object.hasOwn(pictured, kind) ? pictured[kind]!(db, name) : undefined
