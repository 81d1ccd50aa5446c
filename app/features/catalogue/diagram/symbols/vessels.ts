import { d, disc, dots, patch, repeat, shape, slab, stroke, wave, type Draw } from '../marks.ts'

export const vessel: Draw = (pen, w, h, tone) => {
  const a = w / 2
  const b = h / 2
  const level = b - a - (h - w) * (0.35 + pen.density * 0.15)
  return (
    slab(-a, -b, w, h, pen.card, a) +
    shape(d`M${-a} ${level}V${b - a}A${a} ${a} 0 0 0 ${a} ${b - a}V${level}z`, tone.pale)
  )
}

export const tank: Draw = (pen, w, h, tone) => {
  const a = w / 2
  const b = h / 2
  const e = w * 0.13
  const level = b - h * (0.42 + pen.density * 0.1)
  return (
    shape(d`M${-a} ${e - b}V${b - e}A${a} ${e} 0 0 0 ${a} ${b - e}V${e - b}`, pen.card) +
    shape(
      d`M${-a} ${level}V${b - e}A${a} ${e} 0 0 0 ${a} ${b - e}V${level}A${a} ${e} 0 0 1 ${-a} ${level}`,
      tone.pale,
    ) +
    shape(d`M${-a} ${e - b}a${a} ${e} 0 0 1 ${w} 0a${a} ${e} 0 0 1 ${-w} 0z`, pen.tint)
  )
}

export const drum: Draw = (pen, w, h, tone) => {
  const a = w / 2
  const b = h / 2
  const r = b * 0.8
  return (
    shape(d`M${-a * 0.5} 0V${b}M${a * 0.5} 0V${b}`) +
    slab(-a, -b, w, 2 * r, pen.card, r) +
    shape(d`M${-a} ${r - b}a${r} ${r} 0 0 0 ${r} ${r}H${a - r}a${r} ${r} 0 0 0 ${r} ${-r}z`, tone.pale)
  )
}

export const sphere: Draw = (_pen, w, h, tone) => {
  const a = w / 2
  const y = a - h / 2
  return (
    shape(d`M${-a * 0.7} ${y}V${h / 2}M${a * 0.7} ${y}V${h / 2}M0 ${y}V${h / 2}`) +
    disc(0, y, a, tone.pale) +
    shape(d`M${-a} ${y}q${a} ${a * 0.5} ${w} 0`)
  )
}

export const basin: Draw = (pen, w, h, tone) => {
  const a = w / 2
  const b = h / 2
  const top = -b + h * 0.25
  return (
    patch(d`M${-a} ${top}H${a}V${b}H${-a}z`, tone.pale) +
    stroke(wave(-a + 3, top, w - 6, 3 + pen.density), tone.strong) +
    shape(d`M${-a} ${-b}V${b}H${a}V${-b}`)
  )
}

export const aeration: Draw = (pen, w, h, tone) => {
  const bubbles = Array.from(
    { length: 5 + pen.density },
    (_, i) => [w * (-0.36 + (0.72 * i) / (4 + pen.density)), h * (i % 2 ? 0.2 : -0.02)] as const,
  )
  return (
    basin(pen, w, h, tone) + dots(bubbles, 10, pen.card) + stroke(d`M${-w * 0.4} ${h * 0.38}H${w * 0.4}`, pen.ink, 4)
  )
}

export const thickener: Draw = (pen, w, h, tone) => {
  const a = w / 2
  const b = h / 2
  return (
    shape(d`M${-a} ${-b}V0L${-a * 0.15} ${b}H${a * 0.15}L${a} 0V${-b}`, pen.card) +
    patch(d`M${-a + 1.5} ${-b * 0.5}H${a - 1.5}V0L${a * 0.15} ${b - 2}H${-a * 0.15}L${1.5 - a} 0z`, pen.cold.pale) +
    patch(d`M${-a * 0.8} ${b * 0.2}H${a * 0.8}L${a * 0.15} ${b - 2}H${-a * 0.15}z`, tone.strong) +
    shape(
      d`M0 ${-b * 1.15}V${b * 0.55}M${-a * 0.6} ${b * 0.12}L0 ${b * 0.55}L${a * 0.6} ${b * 0.12}M${-a} ${-b}V0L${-a * 0.15} ${b}H${a * 0.15}L${a} 0V${-b}`,
    )
  )
}

export const column: Draw = (pen, w, h, tone) => {
  const trays = 4 + pen.density
  const a = w / 2
  const step = (h - w * 0.9) / (trays - 1)
  return (
    slab(-a, -h / 2, w, h, pen.card, a * 0.7) +
    patch(
      d`M${1.5 - a} ${h / 2 - w * 0.45}h${w - 3}q0 ${w * 0.4} ${-a} ${w * 0.43}q${1.5 - a} 0 ${1.5 - a} ${-w * 0.43}z`,
      tone.pale,
    ) +
    shape(repeat(trays, (i) => d`M${i % 2 ? a : -a} ${-h / 2 + w * 0.45 + i * step}h${(i % 2 ? -1 : 1) * w * 0.7}`))
  )
}

export const scrubber: Draw = (pen, w, h, tone) => {
  const a = w / 2
  const b = h / 2
  return (
    slab(-a, -b, w, h, pen.card, a * 0.5) +
    patch(
      d`M${1.5 - a} ${b * 0.55}H${a - 1.5}V${b - a * 0.5}q0 ${a * 0.45} ${-a * 0.5} ${a * 0.45}H${-a * 0.5}q${-a * 0.45} 0 ${-a * 0.45} ${-a * 0.45}z`,
      tone.pale,
    ) +
    shape(
      d`M${-a} ${b * 0.55}H${a}M${-a} ${-b * 0.05}H${a}M${-a} ${b * 0.3}H${a}l${-w} ${-b * 0.35}M${-a} ${b * 0.3}l${w} ${-b * 0.35}M${-a} ${-b * 0.6}H${a * 0.6}`,
    ) +
    stroke(
      repeat(
        3,
        (i) => d`M${a * (-0.5 + i * 0.5)} ${-b * 0.48}l${a * 0.14} ${b * 0.14}m${-a * 0.28} ${b * 0.1}v${b * 0.08}`,
      ),
      pen.cold.strong,
    )
  )
}

export const stack: Draw = (pen, w, h, tone) => {
  const a = w / 2
  const b = h / 2
  return (
    shape(d`M${-a * 0.6} ${-b}L${-a} ${b}H${a}L${a * 0.6} ${-b}z`, pen.card) +
    shape(d`M${-a * 0.68} ${-b * 0.6}L${-a * 0.76} ${-b * 0.2}H${a * 0.76}L${a * 0.68} ${-b * 0.6}z`, tone.strong)
  )
}

export const silo: Draw = (pen, w, h, tone) => {
  const a = w / 2
  const b = h / 2
  return (
    shape(d`M${-a * 0.8} 0V${b}M${a * 0.8} 0V${b}`) +
    shape(d`M${-a} ${-b}H${a}V${b * 0.25}L${a * 0.2} ${b * 0.75}H${-a * 0.2}L${-a} ${b * 0.25}z`, pen.card) +
    shape(
      d`M${-a} ${-b * (0.1 + pen.density * 0.15)}H${a}V${b * 0.25}L${a * 0.2} ${b * 0.75}H${-a * 0.2}L${-a} ${b * 0.25}z`,
      tone.pale,
    )
  )
}

export const cyclone: Draw = (pen, w, h, tone) => {
  const a = w / 2
  const b = h / 2
  return (
    shape(d`M${-a} ${-b * 0.8}H${a}V${-b * 0.1}L${a * 0.2} ${b}H${-a * 0.2}L${-a} ${-b * 0.1}z`, pen.card) +
    shape(d`M${-a * 0.35} ${-b * 0.8}V${-b}H${a * 0.35}V${-b * 0.8}`, pen.tint) +
    stroke(
      d`M${-a * 0.7} ${-b * 0.5}q${a * 1.3} ${b * 0.3} ${a * 1.35} ${b * 0.1}M${-a * 0.65} ${-b * 0.15}q${a} ${b * 0.3} ${a * 1.2} ${b * 0.1}M${-a * 0.4} ${b * 0.22}q${a * 0.6} ${b * 0.2} ${a * 0.75} ${b * 0.08}`,
      tone.strong,
    )
  )
}

export const dome: Draw = (pen, w, h, tone) => {
  const a = w / 2
  const b = h / 2
  const eaves = -b * 0.1
  return (
    shape(d`M${-a} ${eaves}A${a} ${b * 0.9} 0 0 1 ${a} ${eaves}z`, pen.tint) +
    shape(d`M${-a} ${eaves}H${a}V${b}H${-a}z`, pen.card) +
    patch(d`M${1.5 - a} ${b * 0.25}H${a - 1.5}V${b - 1.5}H${1.5 - a}z`, tone.pale) +
    stroke(wave(3 - a, b * 0.25, w - 6, 3), tone.strong) +
    shape(d`M0 ${-b}V${b * 0.6}M${-w * 0.14} ${b * 0.6}H${w * 0.14}`)
  )
}

/** A vessel of stacked layers: checker bricks, catalyst or sorbent. */
export const packed: Draw = (pen, w, h, tone) => {
  const a = w / 2
  const b = h / 2
  const layers = 2 + Math.min(1, pen.density)
  const pitch = (h * 0.8) / layers
  const middle = (i: number) => -h * 0.4 + (i + 0.5) * pitch
  return (
    slab(-a, -b, w, h, pen.card, 8) +
    stroke(
      repeat(layers, (i) => d`M${-a * 0.7} ${middle(i)}H${a * 0.7}`),
      tone.strong,
      pitch * 0.6,
    ).replace('/>', ' stroke-linecap="butt"/>') +
    stroke(
      repeat(
        layers * 4,
        (i) => d`M${a * (-0.45 + (i % 4) * 0.3)} ${middle(Math.floor(i / 4)) - pitch * 0.3}v${pitch * 0.6}`,
      ),
      pen.card,
      2.5,
    )
  )
}
