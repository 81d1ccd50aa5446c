/** Reads a built stylesheet, as far as questions of support go. */

/**
 * @typedef {{ prelude: string, declarations: { name: string, value: string }[], rules: Block[] }} Block
 * A rule with what stands in it; an at-rule without a block has a prelude only.
 */

/** @param {string} css  @returns {Block} the sheet, as the block around everything */
export function readSheet(css) {
  const sheet = { prelude: '', declarations: [], rules: [] }
  const open = [sheet]
  let text = ''
  const endStatement = () => {
    const line = text.trim()
    text = ''
    if (!line) return
    const around = open.at(-1)
    const at = line.indexOf(':')
    if (line.startsWith('@')) around.rules.push({ prelude: line, declarations: [], rules: [] })
    else around.declarations.push({ name: line.slice(0, at).trim(), value: line.slice(at + 1).trim() })
  }
  for (const [piece] of css.replace(/\/\*[^]*?\*\//g, '').matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()"']|"[^"]*"|'[^']*'|\((?:[^()]|\([^()]*\))*\))*\)|[{};]|[^{};"'(]+|[^]/g)) {
    if (piece === '{') {
      const block = { prelude: text.trim(), declarations: [], rules: [] }
      open.at(-1).rules.push(block)
      open.push(block)
      text = ''
    } else if (piece === '}') {
      endStatement()
      open.pop()
    } else if (piece === ';') endStatement()
    else text += piece
  }
  endStatement()
  return sheet
}

/** Splits at commas that stand in no brackets. */
export const listed = (text) => text.match(/(?:[^,()[\]"']|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\[[^\]]*\]|"[^"]*"|'[^']*')+/g) ?? []

/** Without strings and addresses, in which anything may stand. */
export const bare = (value) => value.replace(/"[^"]*"|'[^']*'/g, '""').replace(/url\([^)]*\)/g, 'url()')
