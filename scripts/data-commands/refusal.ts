/** Something the person at the keyboard can put right: its message is all they see. */
export class Refusal extends Error {}

/** What the system says about a file, in one line. */
export function fileTrouble(file: string, error: unknown): Refusal {
  const code = (error as NodeJS.ErrnoException).code
  const said: Record<string, string> = { ENOENT: 'there is no such file or folder', EACCES: 'it may not be opened', EISDIR: 'it is a folder', ENOTDIR: 'part of the path is a file', EEXIST: 'it is there already', ENOSPC: 'the disk is full' }
  return new Refusal(`${file}: ${said[code ?? ''] ?? (error as Error).message}.`)
}
