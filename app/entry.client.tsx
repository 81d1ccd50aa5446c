// Nothing runs in the browser: no page links this entry (README, decision 3).
export {}
