/**
 * Whether this is a Japanese corporate number (法人番号): 13 digits of which the first checks the other twelve. Source: 法人番号の
 * 指定等に関する省令 (平成26年財務省令第70号): 9 − (Σ Pn·Qn mod 9), n counted from the last digit, Qn = 1 where n is odd, else 2.
 */
export function isCorporateNumber(text: string): boolean {
  if (!/^[1-9]\d{12}$/.test(text)) return false
  const sum = [...text.slice(1)].reverse().reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 2), 0)
  return Number(text[0]) === 9 - (sum % 9)
}
