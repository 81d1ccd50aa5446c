import { id, index, instant, integer, json, table, text, unique } from '#db/dialect'

/** What the desk says of a code, to be put back when an edit is undone. */
export interface CampaignText {
  partner: string
  event: string
  target: string
  language: string
}

/** Printed codes of partners and events: `/q/CODE` leads to a page of ours and is counted. */
export const campaigns = table(
  'campaigns',
  {
    id: id(),
    code: text().notNull(),
    partner: text().notNull(),
    event: text().notNull(),
    /** a public page of ours without its language; '' is the home page */
    target: text().notNull(),
    language: text().notNull(),
    earlier: json<CampaignText>(),
    edition: integer().notNull().default(1),
    createdBy: text().notNull(),
    createdAt: instant().notNull(),
    endedAt: instant(),
  },
  (row) => [unique('campaigns_code').on(row.code), index('campaigns_by_state').on(row.endedAt, row.createdAt), index('campaigns_by_time').on(row.createdAt)],
)
