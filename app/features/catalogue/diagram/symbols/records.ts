import { d, disc, patch, repeat, shape, slab, stroke, type Draw } from '../marks.ts'

export const gauge: Draw = (pen, w) => {
  const r = w / 2
  return (
    disc(0, 0, r, pen.card) +
    stroke(d`M${-r * 0.6} ${r * 0.25}A${r * 0.65} ${r * 0.65} 0 0 1 ${r * 0.6} ${r * 0.25}`, pen.cold.strong, 4) +
    stroke(d`M0 ${r * 0.2}L${r * (0.05 + pen.density * 0.18)} ${-r * 0.45}`, pen.hot.strong, 4)
  )
}

export const monitor: Draw = (pen, w, h, tone) => {
  const a = w / 2
  const b = h / 2
  const bars = 3 + pen.density
  return (
    shape(d`M0 ${b * 0.6}V${b}M${-a * 0.35} ${b}H${a * 0.35}`) +
    slab(-a, -b, w, h * 0.82, pen.card, 8) +
    patch(
      repeat(
        bars,
        (i) =>
          d`M${-a * 0.72 + (w * 0.74 * i) / bars} ${b * 0.42}v${-b * (0.35 + ((i * 5) % 4) * 0.1)}h${(w * 0.4) / bars}V${b * 0.42}z`,
      ),
      pen.mid,
    ) +
    stroke(
      d`M${-a * 0.72} ${-b * 0.2}l${w * 0.16} ${-b * 0.25}l${w * 0.18} ${b * 0.25}l${w * 0.18} ${-b * 0.4}l${w * 0.18} ${b * 0.12}`,
      tone === pen.plain ? pen.hot.strong : tone.strong,
      4,
    )
  )
}

export const trend: Draw = (pen, w, h) => {
  const a = w / 2
  const b = h / 2
  const bars = 4 + Math.min(1, pen.density)
  return (
    patch(
      repeat(
        bars,
        (i) =>
          d`M${-a + (w * (i + 0.2)) / bars} ${b}v${-h * (0.9 - (0.6 * i) / (bars - 1))}h${(w * 0.58) / bars}V${b}z`,
      ),
      pen.mid,
    ) +
    stroke(d`M${-a} ${-b * 0.85}Q${-a * 0.1} ${-b * 0.6} ${a} ${b * 0.35}`, pen.cold.strong, 5) +
    shape(d`M${-a - 8} ${-b - 8}V${b}H${a + 8}`)
  )
}

export const document: Draw = (pen, w, h, tone) => {
  const a = w / 2
  const b = h / 2
  const lines = 2 + pen.density
  return (
    shape(d`M${-a} ${-b}H${a * 0.4}L${a} ${-b + a * 0.6}V${b}H${-a}z`, pen.card) +
    shape(d`M${a * 0.4} ${-b}V${-b + a * 0.6}H${a}`, pen.tint) +
    stroke(
      repeat(lines, (i) => d`M${-a * 0.6} ${-b * 0.25 + i * h * 0.13}H${a * 0.6}`),
      pen.mid,
      5,
    ) +
    disc(a * 0.4, b * 0.64, a * 0.26, tone.strong)
  )
}

export const coins: Draw = (pen, w, h) => {
  const e = w * 0.16
  const count = 3 + pen.density
  const step = (h - 2 * e) / (count + 1)
  return (
    repeat(count, (i) =>
      shape(d`M${-w / 2} ${h / 2 - e - i * step}v${-step}h${w}v${step}a${w / 2} ${e} 0 0 1 ${-w} 0z`, pen.hot.pale),
    ) +
    `<ellipse cy="${Math.round(h / 2 - e - count * step)}" rx="${Math.round(w / 2)}" ry="${Math.round(e)}" fill="${pen.hot.strong}"/>`
  )
}


export const person: Draw = (pen, w, h, tone) => {
  const r = w * 0.26
  return (
    shape(
      d`M${-w / 2} ${h / 2}V${h * 0.12}Q${-w / 2} ${-h * 0.1} 0 ${-h * 0.1}T${w / 2} ${h * 0.12}V${h / 2}z`,
      tone.pale,
    ) + disc(0, -h / 2 + r, r, pen.card)
  )
}

export const magnifier: Draw = (pen, w) => {
  const r = w * 0.36
  return (
    stroke(d`M${r * 0.55} ${r * 0.55}L${w / 2} ${w / 2}`, pen.ink, 9) +
    `<g fill-opacity=".6">${disc(-w * 0.12, -w * 0.12, r, pen.cold.pale)}</g>`
  )
}

export const board: Draw = (pen, w, h) => {
  const a = w / 2
  const b = h / 2
  return (
    shape(d`M${-a * 0.5} ${b * 0.6}L${-a * 0.66} ${b}M${a * 0.5} ${b * 0.6}L${a * 0.66} ${b}`) +
    slab(-a, -b, w, h * 0.8, pen.card) +
    patch(
      d`M${-a * 0.76} ${b * 0.34}v${-b * 0.5}h${w * 0.1}v${b * 0.5}zm${w * 0.16} 0v${-b * 0.75}h${w * 0.1}v${b * 0.75}z`,
      pen.mid,
    ) +
    stroke(
      d`M${a * 0.06} ${-b * 0.6}h${a * 0.66}M${a * 0.06} ${-b * 0.3}h${a * 0.66}M${a * 0.06} 0h${a * 0.4}`,
      pen.mid,
      5,
    ) +
    stroke(d`M${-a * 0.76} ${-b * 0.4}L${-a * 0.5} ${-b * 0.62}L${-a * 0.22} ${-b * 0.7}`, pen.cold.strong, 4)
  )
}

export const radio: Draw = (pen, w, h) =>
  stroke(
    repeat(
      3,
      (i) =>
        d`M${(-w / 2) * ((i + 1) / 3)} ${h / 2 - (h * (i + 0.6)) / 3}Q0 ${h / 2 - (h * (i + 1.5)) / 3} ${(w / 2) * ((i + 1) / 3)} ${h / 2 - (h * (i + 0.6)) / 3}`,
    ),
    pen.hot.strong,
    4,
  ) + `<circle cy="${Math.round(h / 2)}" r="4" fill="${pen.hot.strong}" stroke="none"/>`

export const mast: Draw = (pen, w, h, tone) =>
  shape(d`M0 ${-h / 2}V${h / 2}M${-w * 0.3} ${h / 2}L0 ${h * 0.2}L${w * 0.3} ${h / 2}M${-w / 2} ${-h * 0.3}H${w / 2}`) +
  shape(d`M${-w / 2 - 9} ${-h * 0.3}a9 9 0 0 0 18 0zM${w / 2 - 9} ${-h * 0.3}a9 9 0 0 0 18 0z`, tone.strong) +
  slab(-15, -h * 0.08, 30, h * 0.22, pen.card, 4)

export const satellite: Draw = (pen, w, h) =>
  `<g transform="rotate(-20)">${shape(d`M${-w / 2} 0H${w / 2}`)}${slab(-w / 2, -h * 0.3, w * 0.3, h * 0.6, pen.cold.strong, 2)}${slab(w * 0.2, -h * 0.3, w * 0.3, h * 0.6, pen.cold.strong, 2)}${slab(-w * 0.12, -h / 2, w * 0.24, h, pen.card, 4)}</g>`

export const loop: Draw = (_pen, w, _h, tone) => {
  const r = w / 2
  const turn = (i: number) =>
    `<g transform="rotate(${i * 120})">${stroke(d`M${r * 0.34} ${-r * 0.94}A${r} ${r} 0 0 1 ${r * 0.95} ${r * 0.31}`, tone.strong, 9)}${patch(d`M${r * 0.74} ${r * 0.26}L${r * 1.14} ${r * 0.4}L${r * 0.8} ${r * 0.66}z`, tone.strong)}</g>`
  return repeat(3, turn)
}

export const checks: Draw = (pen, w, h) =>
  slab(-w / 2, -h / 2, w, h, pen.card, 8) +
  stroke(
    repeat(3, (i) => d`M${-w * 0.34} ${h * (-0.28 + i * 0.28)}l6 7l12 -15`),
    pen.cold.strong,
    4,
  ) +
  stroke(
    repeat(3, (i) => d`M0 ${h * (-0.28 + i * 0.28)}h${w * 0.34}`),
    pen.mid,
    5,
  )

export const node: Draw = (pen, w) => disc(0, 0, w / 2, pen.card)
