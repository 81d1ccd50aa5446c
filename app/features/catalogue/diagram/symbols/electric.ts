import { d, disc, repeat, shape, slab, stroke, turned, type Draw } from '../marks.ts'

export const cells: Draw = (pen, w, h) => {
  const b = h / 2
  const count = 5 + pen.density
  const pitch = (w * 0.76) / count
  return (
    slab(-w * 0.38, -b * 0.8, w * 0.76, h * 0.8, pen.card, 0) +
    stroke(
      repeat(count, (i) => d`M${-w * 0.38 + (i + 0.5) * pitch} ${-b * 0.66}v${b * 1.32}`),
      pen.cold.strong,
      pitch * 0.42,
    ) +
    shape(repeat(count - 1, (i) => d`M${-w * 0.38 + (i + 1) * pitch} ${-b * 0.8}v${h * 0.8}`)) +
    slab(-w / 2, -b, w * 0.12, h, pen.mid, 3) +
    slab(w * 0.38, -b, w * 0.12, h, pen.mid, 3)
  )
}

export const battery: Draw = (pen, w, h, tone) => {
  const bars = 3
  const charged = 1 + pen.density
  const tall = (h * 0.78) / bars
  return (
    slab(-w * 0.2, -h / 2 - 8, w * 0.4, 12, pen.mid, 3) +
    slab(-w / 2, -h / 2, w, h, pen.card, 8) +
    repeat(bars, (i) =>
      slab(-w * 0.34, h * 0.42 - (i + 1) * tall, w * 0.68, tall * 0.74, i < charged ? tone.strong : pen.tint, 2),
    )
  )
}

export const bolt: Draw = (pen, w, h) =>
  shape(
    d`M${w * 0.15} ${-h / 2}L${-w / 2} ${h * 0.1}H${-w * 0.05}L${-w * 0.15} ${h / 2}L${w / 2} ${-h * 0.12}H${w * 0.05}z`,
    pen.hot.strong,
  )

export const inverter: Draw = (pen, w, h) => {
  const a = w / 2
  const b = h / 2
  return (
    slab(-a, -b, w, h, pen.card) +
    shape(d`M${-a} ${b}L${a} ${-b}M${-a * 0.7} ${-b * 0.6}h${a * 0.6}m${-a * 0.6} ${b * 0.28}h${a * 0.6}`) +
    stroke(d`M0 ${b * 0.5}q${a * 0.18} ${-b * 0.4} ${a * 0.36} 0t${a * 0.36} 0`, pen.hot.strong, 4)
  )
}


export const panel: Draw = (pen, w, h) => {
  const a = w / 2
  const top = -h / 2
  const deep = h * 0.62
  const skew = w * 0.16
  const columns = 3 + pen.density
  return (
    shape(d`M0 ${top + deep}V${h / 2}M${-w * 0.16} ${h / 2}H${w * 0.16}`) +
    shape(d`M${-a + skew} ${top}H${a}L${a - skew} ${top + deep}H${-a}z`, pen.cold.strong) +
    stroke(
      repeat(columns - 1, (i) => d`M${-a + skew + ((w - skew) * (i + 1)) / columns} ${top + 2}l${-skew} ${deep - 4}`) +
        repeat(2, (i) => d`M${-a + skew * (1 - (i + 1) / 3) + 2} ${top + (deep * (i + 1)) / 3}h${w - skew - 4}`),
      pen.card,
      2.5,
    )
  )
}

export const sun: Draw = (pen, w) => {
  const r = w * 0.27
  const rays = 8 + pen.density * 2
  const spokes = repeat(rays, (i) => {
    const x = Math.cos((i / rays) * 2 * Math.PI)
    const y = Math.sin((i / rays) * 2 * Math.PI)
    return d`M${x * w * 0.37} ${y * w * 0.37}L${(x * w) / 2} ${(y * w) / 2}`
  })
  return stroke(spokes, pen.sun, 4) + `<circle r="${Math.round(r)}" fill="${pen.sun}" stroke="none"/>`
}

export const rotor: Draw = (pen, w, h) => {
  const hub = -h / 2 + w / 2
  const r = w / 2
  const blades = turned(3, [
    ['M', 0, 0],
    ['C', r * 0.22, -r * 0.2, r * 0.14, -r * 0.6, 0, -r],
    ['C', -r * 0.06, -r * 0.6, -r * 0.06, -r * 0.3, 0, 0],
  ])
  return (
    shape(d`M-3 ${hub}L${-w * 0.05 - 2} ${h / 2}H${w * 0.05 + 2}L3 ${hub}z`, pen.card) +
    `<g transform="translate(0 ${Math.round(hub)})rotate(${15 + pen.density * 25})">${shape(blades, pen.cold.pale)}${disc(0, 0, 6, pen.ink)}</g>`
  )
}

export const pylon: Draw = (_pen, w, h) => {
  const a = w / 2
  const b = h / 2
  return shape(
    d`M${-a * 0.7} ${b}L${-a * 0.16} ${-b * 0.4}V${-b}H${a * 0.16}V${-b * 0.4}L${a * 0.7} ${b}M${-a * 0.16} ${-b}M${-a} ${-b * 0.72}H${a}M${-a * 0.8} ${-b * 0.36}H${a * 0.8}M${-a * 0.55} ${b * 0.6}L${a * 0.3} ${b * 0.02}L${-a * 0.16} ${-b * 0.36}M${a * 0.55} ${b * 0.6}L${-a * 0.3} ${b * 0.02}L${a * 0.16} ${-b * 0.36}M${-a} ${-b * 0.72}v9M${a} ${-b * 0.72}v9`,
  )
}

export const rack: Draw = (pen, w, h, tone) => {
  const tall = h / (5 + pen.density)
  const every = (path: string, colour: string, width: number, dash: string) =>
    stroke(path, colour, width).replace('/>', ` stroke-dasharray="${dash}"/>`)
  return (
    slab(-w / 2, -h / 2, w, h, pen.card) +
    every(d`M0 ${tall - 1.5 - h / 2}V${h / 2 - 4}`, pen.ink, w, d`3 ${tall - 3}`).replace(
      '/>',
      ' stroke-linecap="butt"/>',
    ) +
    every(d`M${-w * 0.18} ${tall / 2 - 2.5 - h / 2}V${h / 2}`, pen.mid, w * 0.24, d`5 ${tall - 5}`).replace(
      '/>',
      ' stroke-linecap="butt"/>',
    ) +
    every(d`M${w * 0.24} ${tall / 2 - h / 2}V${h / 2 - 4}`, tone.strong, 9, d`.1 ${tall - 0.1}`)
  )
}

export const charger: Draw = (pen, w, h) =>
  shape(d`M${w / 2} ${-h * 0.2}h14v${h * 0.4}q0 12 -12 12`) +
  slab(-w / 2, -h / 2, w, h, pen.card, 8) +
  slab(-w * 0.3, -h * 0.38, w * 0.6, h * 0.2, pen.cold.pale, 3) +
  `<g transform="translate(0 ${Math.round(h * 0.14)})">${bolt(pen, w * 0.4, h * 0.34, pen.hot)}</g>`
