/** What a firm may know of a buyer before the introduction. There is no field for a person or a channel here. */
export interface MaskedBuyer {
  organisationKind: string | null
  region: string | null
  size: string | null
  /** only when the buyer ticked that it may be named from the start */
  organisation: string | null
  onBehalf: { kind: string | null; region: string | null; size: string | null } | null
  need: { site: string | null; process: string | null; presentData: string | null; goal: string | null; budget: string | null; timing: string | null; cooperation: string | null }
}

interface Asked {
  organisationKind: string
  region: string | null
  size: string | null
  nameToFirm: boolean
  onBehalf: MaskedBuyer['onBehalf']
  site: string | null
  process: string | null
  presentData: string | null
  goal: string | null
  budget: string | null
  timing: string | null
  cooperation: string | null
}

/** @param organisation the buyer's organisation; dropped here unless the buyer allowed naming it */
export function maskBuyer(asked: Asked, organisation: string | null): MaskedBuyer {
  const { organisationKind, region, size, onBehalf, site, process, presentData, goal, budget, timing, cooperation } = asked
  return {
    organisationKind,
    region,
    size,
    organisation: asked.nameToFirm ? organisation : null,
    onBehalf,
    need: { site, process, presentData, goal, budget, timing, cooperation },
  }
}

/** Of a need that a firm has found by itself: what was published. What the buyer wrote besides stays with the desk until it passes it on. */
export function maskPublished({ organisationKind, region, size }: { organisationKind: string | null; region: string | null; size: string | null }): MaskedBuyer {
  const need = { site: null, process: null, presentData: null, goal: null, budget: null, timing: null, cooperation: null }
  return { organisationKind, region, size, organisation: null, onBehalf: null, need }
}

/** The fields that travel at an introduction, each side's own, in the order of the letter. */
export const buyerFields = ['organisation', 'person', 'address'] as const
export const firmFields = ['company', 'name', 'department', 'email', 'phone'] as const
