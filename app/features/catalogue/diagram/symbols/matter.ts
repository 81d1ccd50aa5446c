import { d, disc, dots, ring, shape, stroke, type Draw } from '../marks.ts'

export const co2: Draw = (pen, w, h, tone) => {
  const r = h / 2
  return (
    stroke(d`M${-w * 0.3} -4H${w * 0.3}M${-w * 0.3} 4H${w * 0.3}`, pen.ink, 2.5) +
    disc(-w / 2 + r * 0.7, 0, r * 0.7, tone.strong) +
    disc(w / 2 - r * 0.7, 0, r * 0.7, tone.strong) +
    disc(0, 0, r * 0.8, pen.mid)
  )
}

export const h2: Draw = (_pen, w, _h, tone) => shape(ring(-w / 4, 0, w / 4) + ring(w / 4, 0, w / 4), tone.pale)

export const nh3: Draw = (pen, w, h, tone) =>
  shape(d`M0 0L${-w * 0.36} ${h * 0.3}M0 0L${w * 0.36} ${h * 0.3}M0 0V${-h * 0.38}`) +
  shape(
    ring(-w * 0.36, h * 0.3, w * 0.15) + ring(w * 0.36, h * 0.3, w * 0.15) + ring(0, -h * 0.38, w * 0.15),
    tone.pale,
  ) +
  disc(0, 0, w * 0.22, pen.mid)

export const ch4: Draw = (pen, w, h, tone) =>
  shape(d`M${-w * 0.36} 0H${w * 0.36}M0 ${-h * 0.36}V${h * 0.36}`) +
  shape(
    ring(-w * 0.36, 0, w * 0.14) +
      ring(w * 0.36, 0, w * 0.14) +
      ring(0, -h * 0.36, w * 0.14) +
      ring(0, h * 0.36, w * 0.14),
    tone.pale,
  ) +
  disc(0, 0, w * 0.2, pen.mid)

export const particles: Draw = (pen, w, h, tone) => {
  const places = Array.from(
    { length: 9 + pen.density },
    (_, i) => [w * (-0.42 + ((i * 37) % 85) / 100), h * (-0.42 + ((i * 53 + 11) % 85) / 100)] as const,
  )
  return dots(places.slice(0, 5), 11, tone.strong) + dots(places.slice(5), 7, tone.strong)
}

export const drop: Draw = (pen, w, h, tone) =>
  shape(
    d`M0 ${-h / 2}C${w * 0.15} ${-h * 0.2} ${w / 2} 0 ${w / 2} ${h * 0.2}A${w / 2} ${h * 0.3} 0 0 1 ${-w / 2} ${h * 0.2}C${-w / 2} 0 ${-w * 0.15} ${-h * 0.2} 0 ${-h / 2}z`,
    tone === pen.plain ? pen.cold.pale : tone.pale,
  )

export const bottle: Draw = (_pen, w, h, tone) =>
  shape(
    d`M${-w * 0.18} ${-h / 2}H${w * 0.18}V${-h * 0.25}Q${w / 2} ${-h * 0.12} ${w / 2} ${h * 0.05}V${h / 2}H${-w / 2}V${h * 0.05}Q${-w / 2} ${-h * 0.12} ${-w * 0.18} ${-h * 0.25}z`,
    tone.pale,
  )

export const ingots: Draw = (_pen, w, h, tone) => {
  const each = w * 0.46
  const one = (x: number, y: number) =>
    d`M${x - each / 2} ${y}l${each * 0.16} ${-h * 0.44}h${each * 0.68}l${each * 0.16} ${h * 0.44}z`
  return shape(one(-w * 0.25, h / 2) + one(w * 0.25, h / 2) + one(0, h * 0.03), tone.strong)
}

export const coil: Draw = (pen, w, _h, tone) =>
  disc(0, 0, w / 2, tone.pale) +
  `<circle r="${Math.round(w * 0.36)}"/><circle r="${Math.round(w * 0.2)}" fill="${pen.card}"/>`
