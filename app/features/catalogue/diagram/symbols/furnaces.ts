import { d, patch, repeat, round, shape, slab, stroke, type Draw } from '../marks.ts'

function flameFigure(x: number, y: number, w: number, h: number): string {
  const a = w / 2
  return d`M${x} ${y - h}c${a * 0.2} ${h * 0.35} ${a} ${h * 0.4} ${a} ${h * 0.68}c0 ${h * 0.2} ${-a * 0.5} ${h * 0.32} ${-a} ${h * 0.32}s${-a} ${-h * 0.12} ${-a} ${-h * 0.34}c0 ${-h * 0.2} ${a * 0.35} ${-h * 0.22} ${a * 0.5} ${-h * 0.4}c${a * 0.3} ${-h * 0.05} ${a * 0.45} ${-h * 0.12} ${a * 0.5} ${-h * 0.26}z`
}

export const flame: Draw = (pen, w, h, tone) => {
  const { strong, pale } = tone === pen.cold ? tone : pen.fire
  return patch(flameFigure(0, h / 2, w, h), strong) + patch(flameFigure(0, h / 2, w * 0.45, h * 0.5), pale)
}

export const furnace: Draw = (pen, w, h) => {
  const a = w / 2
  const b = h / 2
  const door = a * 0.62
  return (
    shape(d`M${-a} ${b}V${-b * 0.6}L${-a * 0.6} ${-b}H${a * 0.6}L${a} ${-b * 0.6}V${b}z`, pen.mid) +
    shape(d`M${-door} ${b}V0a${door} ${door} 0 0 1 ${2 * door} 0V${b}z`, pen.fire.pale) +
    patch(flameFigure(0, b - 4, w * 0.38, h * 0.5), pen.fire.strong)
  )
}

export const kiln: Draw = (pen, w, h) => {
  const r = h * 0.3
  const a = w / 2
  return (
    shape(
      d`M${-a * 0.5} ${h / 2}l12 ${-h * 0.2}l12 ${h * 0.2}zM${a * 0.42} ${h / 2}l12 ${-h * 0.14}l12 ${h * 0.14}z`,
      pen.mid,
    ) +
    `<g transform="rotate(4)">${slab(-a, -r, w, 2 * r, pen.card, 4)}${patch(d`M${a * 0.2} ${r * 0.8}H${a - 3}V${-r * 0.2}q${-a * 0.3} ${r * 0.1} ${-a * 0.8} ${r}z`, pen.hot.strong)}` +
    `${slab(-a * 0.55, -r - 4, 16, 2 * r + 8, pen.tint, 2)}${slab(a * 0.38, -r - 4, 16, 2 * r + 8, pen.tint, 2)}</g>`
  )
}

export const boiler: Draw = (pen, w, h) => {
  const a = w / 2
  const b = h / 2
  const tubes = 4 + pen.density
  return (
    slab(-a, -b, w, h, pen.card, 8) +
    patch(d`M${3 - a} ${b * 0.2}H${a - 3}V${b - 3}H${3 - a}z`, pen.fire.pale) +
    stroke(
      repeat(tubes, (i) => d`M${a * (-0.66 + (1.32 * i) / (tubes - 1))} ${-b * 0.62}V${b * 0.05}`),
      pen.cold.strong,
      4,
    ) +
    shape(d`M${-a} ${-b * 0.62}H${a}`) +
    patch(
      flameFigure(-a * 0.38, b - 5, w * 0.26, h * 0.34) + flameFigure(a * 0.38, b - 5, w * 0.26, h * 0.34),
      pen.fire.strong,
    )
  )
}

export const chamber: Draw = (pen, w, h) => {
  const a = w / 2
  const b = h / 2
  const body = h * 0.76
  return (
    shape(d`M${-a * 0.6} 0V${b}M${a * 0.6} 0V${b}`) +
    slab(-a, -b, w, body, pen.card, body * 0.3) +
    `<g transform="translate(${round(w * 0.04)} ${round(body / 2 - b)})rotate(90)">${patch(flameFigure(0, w * 0.36, body * 0.62, w * 0.72), pen.fire.strong)}${patch(flameFigure(0, w * 0.34, body * 0.28, w * 0.36), pen.fire.pale)}</g>`
  )
}

export const blast: Draw = (pen, w, h) => {
  const a = w / 2
  const b = h / 2
  return (
    shape(
      d`M${-a * 0.4} ${-b}H${a * 0.4}L${a * 0.45} ${-b * 0.6}L${a} ${b * 0.25}L${a * 0.75} ${b * 0.55}V${b}H${-a * 0.75}V${b * 0.55}L${-a} ${b * 0.25}L${-a * 0.45} ${-b * 0.6}z`,
      pen.card,
    ) +
    shape(d`M${-a} ${b * 0.25}H${a}L${a * 0.75} ${b * 0.55}V${b}H${-a * 0.75}V${b * 0.55}z`, pen.hot.strong) +
    shape(d`M${-a * 0.72} ${-b * 0.17}H${a * 0.72}M${-a * 0.45} ${-b * 0.6}H${a * 0.45}`)
  )
}

export const ladle: Draw = (pen, w, h) => {
  const a = w / 2
  const b = h / 2
  return (
    shape(d`M${-a} ${-b * 0.5}L${-a * 0.7} ${b}H${a * 0.7}L${a} ${-b * 0.5}z`, pen.mid) +
    shape(d`M${-a} ${-b * 0.5}q${a} ${-b * 0.4} ${w} 0q${-a} ${b * 0.4} ${-w} 0z`, pen.hot.strong) +
    shape(d`M${-a} ${-b * 0.5}V${-b}M${a} ${-b * 0.5}V${-b}`)
  )
}

export const grate: Draw = (pen, w, h) => {
  const a = w / 2
  const b = h / 2
  return (
    shape(d`M${-a} ${-b * 0.3}L${-a * 0.2} ${-b * 0.3}V${-b}H${a}V${b}H${-a * 0.4}L${-a} ${b * 0.1}z`, pen.tint) +
    patch(
      d`M${-a * 0.8} ${b * 0.1}L${a * 0.85} ${b * 0.75}V${b * 0.3}q${-a * 0.2} ${-b * 0.6} ${-a * 0.4} ${-b * 0.1}q${-a * 0.2} ${-b * 0.75} ${-a * 0.5} ${-b * 0.15}q${-a * 0.2} ${-b * 0.3} ${-a * 0.5} ${-b * 0.05}z`,
      pen.fire.strong,
    ) +
    shape(d`M${-a * 0.85} ${b * 0.15}L${a * 0.9} ${b * 0.8}`)
  )
}
