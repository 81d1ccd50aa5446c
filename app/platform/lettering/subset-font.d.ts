declare module 'subset-font' {
  /** Keeps the characters of a text and drops the rest. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options?: { targetFormat?: 'sfnt' | 'truetype' | 'woff' | 'woff2'; keepFeatures?: string[]; noHinting?: boolean; dropTables?: string[] },
  ): Promise<Buffer>
}
