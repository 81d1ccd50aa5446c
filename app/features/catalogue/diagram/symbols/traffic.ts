import { d, disc, dots, patch, repeat, ring, shape, slab, type Draw } from '../marks.ts'

export const car: Draw = (pen, w, h, tone) => {
  const a = w / 2
  const b = h / 2
  return (
    shape(
      d`M${-a} ${b * 0.55}V${b * 0.05}Q${-a} ${-b * 0.1} ${-a * 0.7} ${-b * 0.18}L${-a * 0.4} ${-b * 0.85}Q${-a * 0.35} ${-b} ${-a * 0.2} ${-b}H${a * 0.2}Q${a * 0.32} ${-b} ${a * 0.4} ${-b * 0.88}L${a * 0.66} ${-b * 0.18}Q${a} ${-b * 0.1} ${a} ${b * 0.2}V${b * 0.55}z`,
      tone.pale,
    ) +
    shape(
      d`M${-a * 0.5} ${-b * 0.18}L${-a * 0.28} ${-b * 0.72}H${-a * 0.04}V${-b * 0.18}zM${a * 0.1} ${-b * 0.18}V${-b * 0.72}H${a * 0.26}L${a * 0.48} ${-b * 0.18}z`,
      pen.card,
    ) +
    disc(-a * 0.56, b * 0.6, b * 0.38, pen.mid) +
    disc(a * 0.56, b * 0.6, b * 0.38, pen.mid)
  )
}

export const train: Draw = (pen, w, h, tone) => {
  const a = w / 2
  const b = h / 2
  return (
    shape(
      d`M${-a} ${b * 0.72}V${-b * 0.5}H${a * 0.3}Q${a * 0.72} ${-b * 0.45} ${a} ${b * 0.4}V${b * 0.72}z`,
      pen.card,
    ) +
    patch(d`M${1.5 - a} ${b * 0.2}H${a * 0.92}L${a - 1.5} ${b * 0.45}H${1.5 - a}z`, tone.strong) +
    shape(
      repeat(4, (i) => d`M${-a * 0.86 + i * w * 0.15} ${-b * 0.25}h${w * 0.1}v${b * 0.3}h${-w * 0.1}z`) +
        d`M${a * 0.38} ${-b * 0.3}q${a * 0.2} ${b * 0.05} ${a * 0.34} ${b * 0.35}H${a * 0.38}z`,
      pen.cold.pale,
    ) +
    shape(
      repeat(4, (i) => ring(a * [-0.75, -0.5, 0.4, 0.65][i]!, b * 0.8, b * 0.18)),
      pen.mid,
    ) +
    shape(d`M${-a * 0.5} ${-b * 0.5}l${w * 0.07} ${-b * 0.25}l${-w * 0.07} ${-b * 0.25}h${w * 0.12}`)
  )
}

export const ship: Draw = (pen, w, h, tone) => {
  const a = w / 2
  const b = h / 2
  return (
    shape(d`M${-a * 0.78} ${b * 0.2}V${-b}H${-a * 0.42}V${b * 0.2}z`, pen.card) +
    patch(d`M${-a * 0.7} ${-b * 0.75}h${a * 0.2}v${b * 0.2}h${-a * 0.2}z`, pen.mid) +
    shape(
      repeat(3, (i) => ring(-a * 0.16 + i * a * 0.36, b * 0.12, a * 0.16)),
      tone.pale,
    ) +
    shape(d`M${-a} ${b * 0.2}H${a}L${a * 0.74} ${b}H${-a * 0.8}z`, pen.mid)
  )
}

export const trailer: Draw = (pen, w, h, tone) => {
  const a = w / 2
  const b = h / 2
  return (
    slab(-a, -b, w * 0.68, h * 0.56, tone.pale, h * 0.24) +
    shape(d`M${-a * 0.6} ${-b}v${h * 0.56}M${-a * 0.08} ${-b}v${h * 0.56}`) +
    shape(d`M${a * 0.46} ${b * 0.55}V${-b * 0.5}H${a * 0.72}L${a} ${b * 0.02}V${b * 0.55}z`, pen.card) +
    shape(d`M${-a * 0.95} ${b * 0.32}H${a * 0.46}`) +
    [-0.72, -0.38, 0.7].map((x) => disc(x * a, b * 0.68, b * 0.32, pen.mid)).join('')
  )
}

export const road: Draw = (pen, w, h) =>
  patch(d`M${-w / 2} ${-h / 2}h${w}v${h}h${-w}z`, pen.mid) +
  shape(d`M${-w / 2} ${-h / 2}h${w}M${-w / 2} ${h / 2}h${w}`) +
  `<path d="${d`M${-w / 2} 0h${w}`}" stroke="${pen.card}" stroke-dasharray="22 18"/>`

export const trafficlight: Draw = (pen, w, h) => {
  const lamp = w * 0.46
  return (
    shape(d`M0 ${h / 2}V0`) +
    slab(-w / 2, -h / 2, w, w * 2.3, pen.ink, 8) +
    dots([[0, -h / 2 + w * 0.48]], lamp, pen.hot.strong) +
    dots([[0, -h / 2 + w * 1.15]], lamp, pen.mid) +
    dots([[0, -h / 2 + w * 1.82]], lamp, pen.cold.strong)
  )
}
