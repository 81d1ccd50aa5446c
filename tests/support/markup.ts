/** What the HTML of every page is held to. */
import { HtmlValidate, StaticConfigLoader } from 'html-validate/node'

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:document'],
    rules: {
      // How React writes HTML, which is valid: <br/>, charSet, checked="".
      'void-style': 'off',
      'attr-case': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      // React's useId writes colons, and a field's id is its name: `name.ja`. Both are valid.
      'valid-id': ['error', { relaxed: true }],
      // A list may have a name, as ARIA says; the rule’s default asks for more.
      'aria-label-misuse': ['error', { allowAnyNamable: true }],
      // Nothing comes from another host, and what we serve is named by its hash.
      'require-sri': ['error', { target: 'crossorigin' }],
      // Boxes to tick share the name of their question; so do the rows of a form, which the server reads as a list.
      'form-dup-name': 'off',
    },
  }),
)

/** Errors of a page, as “rule: message (selector)”. */
export async function markupErrors(html: string): Promise<string[]> {
  const report = await validator.validateString(html)
  return report.results.flatMap(({ messages }) => messages.filter(({ severity }) => severity === 2).map(({ ruleId, message, selector, line, column }) => `${ruleId}: ${message} (${selector ?? `${line}:${column}`})`))
}
