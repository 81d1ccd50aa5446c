import { d, dots, patch, repeat, round, shape, slab, stroke, wave, type Draw } from '../marks.ts'

export const house: Draw = (pen, w, h) => {
  const a = w / 2
  const b = h / 2
  const pane = (x: number) => d`M${x} ${b * 0.12}h${a * 0.32}v${b * 0.36}h${-a * 0.32}z`
  return (
    shape(d`M${-a * 0.8} ${-b * 0.2}V${b}H${a * 0.8}V${-b * 0.2}`, pen.card) +
    shape(d`M${-a} ${-b * 0.1}L0 ${-b}L${a} ${-b * 0.1}z`, pen.mid) +
    patch(pane(-a * 0.6) + pane(a * 0.28), pen.cold.pale) +
    shape(d`M${-a * 0.16} ${b}V${b * 0.3}H${a * 0.16}V${b}`, pen.tint)
  )
}

export const building: Draw = (pen, w, h, tone) => {
  const floors = Math.max(2, Math.round(h / 34)) + Math.min(1, pen.density)
  const columns = w > 62 ? 3 : 2
  const pitch = w / columns
  const storey = h / floors
  const panes = repeat(columns, (i) => d`M${-w / 2 + pitch * (i + 0.5)} ${-h / 2 + storey * 0.25}V${h / 2}`)
  return (
    slab(-w / 2, -h / 2, w, h, pen.card, 3) +
    `<path d="${panes}" stroke="${tone.strong}" stroke-width="${round(pitch * 0.5)}" stroke-linecap="butt" stroke-dasharray="${round(storey * 0.5)} ${round(storey * 0.5)}"/>`
  )
}

export const factory: Draw = (pen, w, h) => {
  const a = w / 2
  const b = h / 2
  const bay = (w * 0.78) / 3
  return (
    shape(d`M${a * 0.62} ${b}L${a * 0.68} ${-b}H${a * 0.92}L${a} ${b}z`, pen.mid) +
    shape(d`M${-a} ${b}V${-b * 0.1}` + repeat(3, () => d`l${bay} ${-b * 0.42}v${b * 0.42}`) + d`V${b}z`, pen.card) +
    patch(
      repeat(3, (i) => d`M${-a + bay * (i + 0.24)} ${b * 0.3}h${bay * 0.5}v${b * 0.28}h${-bay * 0.5}z`),
      pen.mid,
    )
  )
}

export const tree: Draw = (pen, w, h, tone) => {
  const b = h / 2
  return (
    shape(d`M0 ${b}V${-b * 0.3}M0 ${b * 0.45}L${w * 0.2} ${b * 0.1}`) +
    `<ellipse cy="${Math.round(-b * 0.3)}" rx="${Math.round(w / 2)}" ry="${Math.round(b * 0.7)}" fill="${tone === pen.plain ? pen.mid : tone.pale}"/>` +
    shape(d`M0 ${b * 0.4}V${-b * 0.5}M0 0L${w * 0.2} ${-b * 0.3}M0 ${-b * 0.15}L${-w * 0.18} ${-b * 0.42}`)
  )
}

export const leaf: Draw = (_pen, w, h, tone) => {
  const a = w / 2
  const b = h / 2
  return (
    shape(d`M${-a} ${b}Q${-a * 1.1} ${-b * 0.9} ${a} ${-b}Q${a * 1.1} ${b * 0.9} ${-a} ${b}z`, tone.pale) +
    shape(d`M${-a} ${b}L${a * 0.35} ${-b * 0.35}M${-a * 0.3} ${b * 0.3}V${-b * 0.3}M${-a * 0.3} ${b * 0.3}H${a * 0.3}`)
  )
}

export const sprouts: Draw = (pen, w, h, tone) => {
  const count = 3 + Math.min(1, pen.density)
  const s = Math.min(h * 0.42, (w / count) * 0.46)
  return shape(
    repeat(
      count,
      (i) =>
        d`M${-w / 2 + (w * (i + 0.5)) / count} ${h / 2}v${s - h * 0.9}q${-s} ${s * 0.2} ${-s} ${-s * 0.7}q${s} ${-s * 0.2} ${s} ${s * 0.7}q0 ${-s * 0.9} ${s} ${-s * 0.9}q${s * 0.1} ${s * 0.9} ${-s} ${s * 0.9}`,
    ),
    tone === pen.plain ? pen.mid : tone.pale,
  )
}

export const waves: Draw = (pen, w, h, tone) => {
  const colours = tone === pen.plain ? pen.cold : tone
  return (
    patch(d`M${-w / 2} ${-h / 2}h${w}v${h}h${-w}z`, colours.pale) +
    stroke(wave(-w / 2, -h / 2, w, Math.round(w / 58) + pen.density, 8), colours.strong, 4) +
    stroke(wave(-w * 0.38, 0, w * 0.3, 2) + wave(w * 0.08, h * 0.2, w * 0.3, 2), colours.strong) +
    (w < 400 ? shape(d`M${-w / 2} ${-h / 2 - 10}V${h / 2}M${w / 2} ${-h / 2 - 10}V${h / 2}`) : '')
  )
}

export const hills: Draw = (pen, w, h) =>
  patch(
    d`M${-w / 2} ${h / 2}Q${-w * 0.25} ${-h * 0.7} ${w * 0.05} ${h * 0.1}Q${w * 0.25} ${-h * 0.8} ${w / 2} ${h / 2}z`,
    pen.tint,
  )

export const strata: Draw = (pen, w, h, tone) => {
  const a = w / 2
  const b = h / 2
  return (
    patch(d`M${-a} ${-b}H${a}V${b}H${-a}z`, pen.tint) +
    patch(
      d`M${-a} ${b * 0.2}q${a * 0.5} ${-b * 0.3} ${a} 0t${a} 0V${b}H${-a}z`,
      tone === pen.plain ? pen.mid : tone.pale,
    ) +
    shape(d`M${-a} ${-b}H${a}M${-a} ${b * 0.2}q${a * 0.5} ${-b * 0.3} ${a} 0t${a} 0`)
  )
}

export const well: Draw = (pen, w, h, tone) =>
  slab(-w / 2, -h / 2, w, h, pen.card, 2) +
  stroke(
    repeat(3, (i) => d`M${-w / 2 - 5} ${h / 2 - 8 - i * 11}h${w + 10}`),
    tone.strong,
  )

export const plume: Draw = (_pen, w, h, tone) =>
  patch(
    d`M${-w / 2} 0C${-w / 2} ${-h * 0.7} ${-w * 0.1} ${-h * 0.5} ${w * 0.1} ${-h * 0.4}S${w / 2} ${-h * 0.3} ${w / 2} ${h * 0.05}S${w * 0.1} ${h * 0.4} ${-w * 0.1} ${h / 2}S${-w / 2} ${h * 0.5} ${-w / 2} 0z`,
    tone.pale,
  ) +
  dots(
    Array.from(
      { length: 8 },
      (_, i) => [w * (-0.34 + (i % 4) * 0.2 + (i > 3 ? 0.08 : 0)), h * (i > 3 ? 0.18 : -0.12)] as const,
    ),
    9,
    tone.strong,
  )

export const dam: Draw = (pen, w, h) => {
  const a = w / 2
  const b = h / 2
  return (
    patch(d`M${-a} ${-b * 0.7}H0V${b}H${-a}z`, pen.cold.pale) +
    stroke(wave(-a, -b * 0.7, a, 3), pen.cold.strong, 4) +
    shape(d`M0 ${-b}H${a * 0.26}Q${a * 0.4} ${b * 0.3} ${a} ${b}H0z`, pen.mid)
  )
}

export const cloud: Draw = (pen, w, h, tone) =>
  shape(
    d`M${-w * 0.3} ${h / 2}A${w * 0.19} ${h * 0.3} 0 0 1 ${-w * 0.28} ${-h * 0.08}A${w * 0.24} ${h * 0.42} 0 0 1 ${w * 0.18} ${-h * 0.16}A${w * 0.2} ${h * 0.33} 0 0 1 ${w * 0.28} ${h / 2}z`,
    tone === pen.plain ? pen.card : tone.pale,
  )

export const wall: Draw = (pen, w, h) => {
  const a = w / 2
  return (
    slab(-a, -h / 2, w * 0.3, h, pen.mid, 0) +
    slab(-a + w * 0.3, -h / 2, w * 0.45, h, pen.hot.pale, 0) +
    slab(a - w * 0.25, -h / 2, w * 0.25, h, pen.card, 0) +
    shape(
      d`M${-a + w * 0.3} ${-h / 2}` +
        repeat(6, (i) => d`L${i % 2 ? -a + w * 0.3 : a - w * 0.25} ${-h / 2 + ((i + 1) * h) / 6}`),
    )
  )
}
