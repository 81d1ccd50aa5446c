// Counts characters and stores the draft while somebody writes. The editor works without it.
(function () {
  var form = document.querySelector('form[data-saved]')
  if (!form) return
  var words = form.dataset
  var line = document.getElementById('editor-status')
  var changed = 0
  var stored = 0
  var busy = false
  var stopped = !words.autosave || !window.fetch
  function say(text, tone) {
    line.textContent = text
    line.dataset.tone = tone || ''
  }
  function count(field) {
    var out = document.getElementById(field.name + '-count')
    if (!out) return
    var n = Array.from(field.value.replace(/\r\n?/g, '\n').trim()).length
    var most = Number(out.dataset.most)
    out.textContent = n + ' / ' + most
    if (n > most) out.setAttribute('data-over', '')
    else out.removeAttribute('data-over')
  }
  function body() {
    var data = new FormData(form)
    data.delete('right')
    return new URLSearchParams(data)
  }
  function take(answer) {
    if (answer.seen) form.elements.seen.value = answer.seen
    if (answer.edition) form.elements.edition.value = answer.edition
  }
  function store() {
    if (busy || stopped || changed === stored) return
    busy = true
    var upTo = changed
    fetch(words.autosave, { method: 'POST', body: body(), credentials: 'same-origin', redirect: 'manual' })
      .then(function (answer) {
        if (answer.type === 'opaqueredirect' || answer.status === 401) throw 'out'
        if (!answer.ok && answer.status !== 409) throw 'offline'
        return answer.json()
      })
      .then(function (answer) {
        busy = false
        if (answer.state === 'saved' || answer.state === 'partly') {
          take(answer)
          stored = upTo
          say(words[answer.state].replace('%', answer.at), answer.state === 'partly' ? 'waiting' : '')
        } else {
          stopped = true
          say(words.conflict, 'harm')
        }
      })
      .catch(function (why) {
        busy = false
        say(why === 'out' ? words.out : words.offline, 'harm')
      })
  }
  form.addEventListener('input', function (event) {
    changed++
    count(event.target)
    if (!stopped && changed === stored + 1) say(words.unsaved, 'waiting')
  })
  form.addEventListener('submit', function () {
    stopped = true
    stored = changed
  })
  setInterval(store, 15000)
  document.addEventListener('visibilitychange', function () {
    if (document.visibilityState === 'hidden') store()
  })
  window.addEventListener('pagehide', function () {
    if (!stopped && changed !== stored && navigator.sendBeacon) navigator.sendBeacon(words.autosave, body())
  })
  window.addEventListener('beforeunload', function (event) {
    if (changed === stored) return
    event.preventDefault()
    event.returnValue = ''
  })
  Array.from(form.elements).forEach(count)
})()
