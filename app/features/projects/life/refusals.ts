/** Why an act of the desk did not happen; words: projectdesk.json, refused.* */
export type Refusal =
  | 'already-moved' | 'future' | 'unconfirmed-source' | 'same-status' | 'no-parties' | 'left-before' | 'last-of-side' | 'same-title' | 'nothing-said' | 'no-contact' | 'asked-lately'
  | 'no-title' | 'same-party' | 'no-party' | 'touched' | 'not-ready' | 'number-taken' | 'text-changed' | 'none-chosen' | 'round-exists' | 'source-missing' | 'has-problems' | 'already-project'
