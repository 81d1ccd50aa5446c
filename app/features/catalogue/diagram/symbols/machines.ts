import { d, disc, patch, repeat, shape, slab, stroke, turned, wave, type Draw } from '../marks.ts'

export const turbine: Draw = (pen, w, h, tone) => {
  const a = w / 2
  const b = h / 2
  const stages = 2 + pen.density
  const blades = repeat(stages, (i) => {
    const t = (i + 1) / (stages + 1)
    const reach = b * (0.4 + 0.6 * t) * 0.72
    return d`M${-a + w * t} ${-reach}V${reach}`
  })
  return shape(d`M${-a} ${-b * 0.4}L${a} ${-b}V${b}L${-a} ${b * 0.4}z`, tone.pale) + shape(blades)
}

export const compressor: Draw = (pen, w, h, tone) => `<g transform="scale(-1 1)">${turbine(pen, w, h, tone)}</g>`

export const generator: Draw = (pen, w) =>
  disc(0, 0, w / 2, pen.card) +
  stroke(d`M${-w * 0.28} 0q${w * 0.14} ${-w * 0.36} ${w * 0.28} 0t${w * 0.28} 0`, pen.hot.strong, 4)

export const motor: Draw = (pen, w, h) => {
  const a = w / 2
  const b = h / 2
  const fins = 3 + pen.density
  return (
    shape(d`M${-a * 0.5} ${b * 0.6}L${-a * 0.7} ${b}H${a * 0.5}L${a * 0.3} ${b * 0.6}`, pen.mid) +
    slab(a * 0.6, -8, a * 0.4, 16, pen.mid, 2) +
    slab(-a, -b * 0.75, w * 0.82, b * 1.5, pen.card, 8) +
    slab(-a, -b * 0.75, w * 0.16, b * 1.5, pen.tint, 6) +
    slab(-a * 0.3, -b, w * 0.26, b * 0.3, pen.tint, 3) +
    shape(repeat(fins, (i) => d`M${-a * 0.45} ${b * (-0.4 + (0.8 * i) / (fins - 1))}H${a * 0.42}`))
  )
}

export const pump: Draw = (pen, w, _h, tone) => {
  const r = w / 2
  return (
    shape(d`M${-r * 0.4} ${r * 0.7}L${-r * 0.8} ${r * 1.25}H${r * 0.8}L${r * 0.4} ${r * 0.7}`, pen.mid) +
    disc(0, 0, r, pen.card) +
    shape(d`M${-r * 0.5} ${-r * 0.87}L${r} 0L${-r * 0.5} ${r * 0.87}z`, tone.pale)
  )
}

export const fan: Draw = (pen, w, _h, tone) => {
  const r = w / 2
  const blades = turned(3 + pen.density, [
    ['M', 0, 0],
    ['C', r * 0.1, -r * 0.5, r * 0.6, -r * 0.75, r * 0.75, -r * 0.25],
    ['Q', r * 0.4, -r * 0.25, 0, 0],
  ])
  return (
    disc(0, 0, r, pen.card) +
    `<path d="${blades}" fill="${tone.strong}" stroke-width="2"/>` +
    disc(0, 0, r * 0.14, pen.ink)
  )
}

export const exchanger: Draw = (pen, w, h) => {
  const a = w / 2
  const runs = pen.density === 2 ? 6 : 4
  const step = (h * 0.6) / (runs - 1)
  const bend = (i: number) => d`H${(i % 2 ? 0.5 : -0.55) * a}v${-step}`
  return (
    slab(-a, -h / 2, w, h, pen.hot.pale, 8) +
    stroke(d`M0 ${h / 2}V${h * 0.3}` + repeat(runs / 2, bend), pen.cold.strong, 6) +
    stroke(d`M${a * 0.5} ${h * 0.3 - (runs / 2) * step}` + repeat(runs / 2 - 1, bend) + d`H${a}`, pen.hot.strong, 6)
  )
}

export const condenser: Draw = (pen, w, h) =>
  disc(0, 0, w / 2, pen.card) +
  stroke(
    d`M${-w / 2} ${h * 0.12}H${-w * 0.22}L${-w * 0.08} ${-h * 0.24}L${w * 0.08} ${h * 0.24}L${w * 0.22} ${-h * 0.12}H${w / 2}`,
    pen.cold.strong,
    4,
  )

export const valve: Draw = (_pen, w, h, tone) =>
  shape(d`M0 0V${-h * 0.6}M${-w * 0.25} ${-h * 0.6}H${w * 0.25}`) +
  shape(d`M${-w / 2} ${-h / 2}V${h / 2}L${w / 2} ${-h / 2}V${h / 2}z`, tone.pale)

export const gear: Draw = (pen, w, _h, tone) => {
  const r = w / 2
  const teeth = r > 30 ? 8 : 6
  const at = (turn: number, reach: number) => {
    const angle = (turn / teeth) * 2 * Math.PI
    return [Math.cos(angle) * r * reach, Math.sin(angle) * r * reach] as const
  }
  const outline = turned(teeth, [['L', ...at(0, 0.76), ...at(0.14, 1), ...at(0.36, 1), ...at(0.5, 0.76)]])
  return shape(`M${outline.slice(1)}z`, tone.pale) + disc(0, 0, r * 0.32, pen.card)
}

export const rollers: Draw = (pen, w, h, tone) => {
  const r = w / 4
  return (
    shape(
      d`M${-w / 2} ${-h / 2}L${-w * 0.36} ${-r * 0.7}V${h / 2}H${w * 0.36}V${-r * 0.7}L${w / 2} ${-h / 2}`,
      pen.card,
    ) +
    `<g transform="translate(${Math.round(-r)} ${Math.round(r * 0.5)})">${gear(pen, r * 2, 0, tone)}</g><g transform="translate(${Math.round(r)} ${Math.round(r * 0.5)})rotate(22)">${gear(pen, r * 2, 0, tone)}</g>`
  )
}

export const flywheel: Draw = (pen, w, _h, tone) =>
  disc(0, 0, w / 2, tone.pale) +
  shape(repeat(4, (i) => (i % 2 ? d`M0 ${-w / 2}V${w / 2}` : d`M${-w / 2} 0H${w / 2}`))) +
  disc(0, 0, w * 0.14, pen.card)

export const cooler: Draw = (pen, w, h) => {
  const a = w / 2
  const b = h / 2
  return (
    shape(d`M${-a * 0.62} ${-b}Q${-a * 0.5} 0 ${-a} ${b}H${a}Q${a * 0.5} 0 ${a * 0.62} ${-b}z`, pen.card) +
    patch(d`M${-a * 0.86} ${b * 0.62}H${a * 0.86}L${a} ${b}H${-a}z`, pen.cold.pale) +
    shape(wave(-a * 0.8, b * 0.55, a * 1.6, 3)) +
    stroke(
      repeat(3, (i) => d`M${a * (-0.3 + i * 0.3)} ${-b * 0.4}v${b * 0.4}`),
      pen.cold.strong,
      4,
    )
  )
}

/** A coil crossed from top to bottom, as in an evaporator or room unit. */
export const finned: Draw = (pen, w, h, tone) => {
  const a = w / 2
  const bends = 4 + pen.density
  const step = (h * 0.7) / bends
  const strong = tone === pen.plain ? pen.cold.strong : tone.strong
  return (
    slab(-a, -h / 2, w, h, pen.card, 8) +
    stroke(
      d`M0 ${-h / 2}V${-h * 0.35}` + repeat(bends, (i) => d`H${(i % 2 ? -a : a) * 0.6}v${step}`) + d`H0V${h / 2}`,
      strong,
      5,
    )
  )
}
