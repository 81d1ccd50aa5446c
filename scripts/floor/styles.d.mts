export function stylesAbove(css: string): { feature: string; missing: string[] }[]
