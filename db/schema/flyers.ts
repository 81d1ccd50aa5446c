import { id, index, instant, integer, json, table, text, unique } from '#db/dialect'

/** Technologies put together under a title for one meeting; whoever has its code sees it. */
export const collections = table(
  'collections',
  {
    id: id(),
    code: text().notNull(),
    title: text().notNull(),
    /** in which the title is written */
    language: text().notNull(),
    /** in the order of the catalogue */
    technologyIds: json<string[]>().notNull(),
    createdAt: instant().notNull(),
  },
  (row) => [unique('collections_code').on(row.code), index('collections_by_time').on(row.createdAt)],
)

/** Logos of partners who hand flyers out. Small, so they are kept here and not among the files. */
export const partnerLogos = table(
  'partner_logos',
  {
    id: id(),
    name: text().notNull(),
    /** base64 */
    png: text().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    createdAt: instant().notNull(),
  },
  (row) => [index('partner_logos_by_name').on(row.name)],
)
