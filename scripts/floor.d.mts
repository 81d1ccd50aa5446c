export function judgeStyles(css: string): string[]
export function judgeScript(code: string): Promise<string[]>
export function judgeAssets(folder: string): Promise<string[]>
