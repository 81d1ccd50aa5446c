// Keys of the inbox: j/k or arrows move, x ticks, / searches; Enter is the link's own. Everything works without it.
(function () {
  var rows = Array.prototype.slice.call(document.querySelectorAll('[data-case]'))
  var words = document.getElementById('words')
  function linkOf(row) { return row.querySelector('a') }
  function here() {
    for (var at = 0; at < rows.length; at++) if (rows[at].contains(document.activeElement)) return at
    return -1
  }
  function move(by) {
    if (!rows.length) return
    var at = here()
    at = at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))
    linkOf(rows[at]).focus()
    rows[at].scrollIntoView({ block: 'nearest' })
  }
  function tick() {
    var row = rows[here()]
    var box = row && row.querySelector('input[type=checkbox]')
    if (box) box.checked = !box.checked
  }
  document.addEventListener('keydown', function (event) {
    var on = event.target
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (/^(TEXTAREA|SELECT)$/.test(on.tagName) || (on.tagName === 'INPUT' && on.type !== 'checkbox')) return
    var key = event.key
    // Arrows go on scrolling until somebody is among the rows.
    if (key === 'j' || (key === 'ArrowDown' && here() >= 0)) move(1)
    else if (key === 'k' || (key === 'ArrowUp' && here() >= 0)) move(-1)
    else if (key === 'x') tick()
    else if (key === '/' && words) { words.focus(); words.select() }
    else return
    event.preventDefault()
  })
})()
