/** One key per showing of a form: sent again after a broken line, it is known. Nothing is hydrated, so it may be drawn here. */
export const SubmissionKey = () => <input type="hidden" name="_key" value={crypto.randomUUID()} />
