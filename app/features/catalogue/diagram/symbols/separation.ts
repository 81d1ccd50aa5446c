import { d, disc, dots, patch, repeat, shape, slab, stroke, type Draw } from '../marks.ts'

export const sandfilter: Draw = (pen, w, h) => {
  const a = w / 2
  const b = h / 2
  return (
    slab(-a, -b, w, h, pen.card, 8) +
    patch(d`M${1.5 - a} ${-b * 0.5}H${a - 1.5}V${-b * 0.05}H${1.5 - a}z`, pen.cold.pale) +
    patch(d`M${1.5 - a} ${-b * 0.05}H${a - 1.5}V${b * 0.35}H${1.5 - a}z`, pen.mid) +
    dots(
      Array.from(
        { length: 9 },
        (_, i) => [a * (-0.7 + (i % 5) * 0.35 + (i > 4 ? 0.17 : 0)), b * (i > 4 ? 0.76 : 0.55)] as const,
      ),
      7,
      pen.ink,
    ) +
    shape(d`M${-a} ${-b * 0.05}H${a}M${-a} ${b * 0.35}H${a}`)
  )
}

export const bagfilter: Draw = (pen, w, h, tone) => {
  const a = w / 2
  const b = h / 2
  const bags = 4 + Math.min(pen.density, 1)
  const pitch = w / bags
  return (
    shape(d`M${-a * 0.9} 0V${b}M${a * 0.9} 0V${b}`) +
    shape(d`M${-a} ${-b}H${a}V${b * 0.3}L${a * 0.15} ${b * 0.8}H${-a * 0.15}L${-a} ${b * 0.3}z`, pen.card) +
    patch(d`M${-a * 0.55} ${b * 0.54}H${a * 0.55}L${a * 0.15} ${b * 0.77}H${-a * 0.15}z`, tone.strong) +
    shape(
      d`M${-a} ${-b * 0.62}H${a}` +
        repeat(
          bags,
          (i) =>
            d`M${-a + pitch * (i + 0.24)} ${-b * 0.62}v${b * 0.72}a${pitch * 0.26} ${pitch * 0.26} 0 0 0 ${pitch * 0.52} 0v${-b * 0.72}`,
        ),
      pen.tint,
    )
  )
}

export const membranes: Draw = (pen, w, h) => {
  const rows = 3
  const pitch = (h * 0.84) / rows
  const tall = pitch * 0.72
  const top = (i: number) => -h / 2 + i * pitch
  return (
    shape(d`M${-w * 0.3} ${-h / 2}V${h / 2}M${w * 0.3} ${-h / 2}V${h / 2}`) +
    repeat(rows, (i) => slab(-w / 2, top(i), w, tall, pen.card, tall / 2)) +
    stroke(
      repeat(rows, (i) => d`M${-w * 0.36} ${top(i) + tall * 0.75}L${w * 0.36} ${top(i) + tall * 0.25}`),
      pen.cold.strong,
      5,
    )
  )
}

export const press: Draw = (pen, w, h, tone) => {
  const a = w / 2
  const b = h / 2
  const plates = 6 + pen.density
  const pitch = (w * 0.72) / plates
  return (
    shape(d`M${-a} ${b}L${-a * 0.84} ${-b}H${-a * 0.7}V${b}zM${a} ${b}L${a * 0.84} ${-b}H${a * 0.7}V${b}z`, pen.mid) +
    shape(
      repeat(plates, (i) => d`M${-w * 0.34 + i * pitch} ${-b * 0.6}h${pitch * 0.6}v${b * 1.2}h${-pitch * 0.6}z`),
      tone.pale,
    ) +
    shape(d`M${-a} ${-b * 0.2}H${a}`)
  )
}

export const dryer: Draw = (pen, w, h, tone) => {
  const a = w / 2
  const b = h / 2
  return (
    shape(d`M${-a * 0.55} ${b * 0.5}V${b}M${a * 0.55} ${b * 0.5}V${b}`) +
    slab(-a, -b * 0.5, w, b * 1.1, pen.card, b * 0.35) +
    dots(
      Array.from({ length: 5 }, (_, i) => [a * (-0.6 + i * 0.3), b * (i % 2 ? 0.1 : 0.3)] as const),
      11,
      tone.strong,
    ) +
    stroke(
      repeat(3, (i) => d`M${a * (-0.5 + i * 0.5)} ${-b * 0.62}q-7 -6 0 -12t0 -12`),
      pen.fire.strong,
    )
  )
}

export const rotorbed: Draw = (pen, w, h, tone) => {
  const r = h / 2
  return (
    shape(d`M${-w / 2} ${-r}h${w}v${h}h${-w}z`, pen.card) +
    disc(0, 0, r * 0.86, tone.pale) +
    shape(d`M0 0V${-r * 0.86}M0 0L${r * 0.74} ${r * 0.43}M0 0L${-r * 0.74} ${r * 0.43}`) +
    disc(0, 0, r * 0.16, pen.ink)
  )
}

export const conveyor: Draw = (pen, w, h, tone) => {
  const r = h / 2
  const wheels = 3 + Math.min(pen.density, 1)
  return (
    slab(-w / 2, -r, w, h, tone.pale, r) +
    dots(
      Array.from({ length: wheels }, (_, i) => [-w / 2 + r + ((w - h) * i) / (wheels - 1), 0] as const),
      r * 0.8,
      pen.ink,
    )
  )
}

export const heap: Draw = (_pen, w, h, tone) =>
  shape(
    d`M${-w / 2} ${h / 2}Q${-w * 0.22} ${-h * 0.1} ${-w * 0.1} ${-h * 0.42}Q0 ${-h * 0.6} ${w * 0.12} ${-h * 0.38}Q${w * 0.25} ${-h * 0.05} ${w / 2} ${h / 2}z`,
    tone.strong,
  )

export const crates: Draw = (_pen, _w, h, tone) => {
  const s = h / 2
  const one = (x: number, y: number) => slab(x, y, s, s, tone.pale, 3)
  return one(-s, 0) + one(0, 0) + one(-s / 2, -s) + shape(d`M${-s} ${s * 0.5}h${s * 2}M${-s / 2} ${-s * 0.5}h${s}`)
}
