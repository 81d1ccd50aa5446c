// Offers words while somebody types into the search field. The form works without it.
(function () {
  var input = document.getElementById('q')
  if (!input || !window.fetch || !window.AbortController) return
  var lang = document.documentElement.lang.slice(0, 2)
  var list = document.createElement('ul')
  var chosen = -1
  var asked = null
  var timer = 0
  var composing = false
  list.id = 'q-words'
  list.setAttribute('role', 'listbox')
  list.className = 'suggestions'
  list.hidden = true
  input.parentNode.appendChild(list)
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', list.id)
  input.setAttribute('aria-expanded', 'false')

  function close() {
    list.hidden = true
    chosen = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  function choose(at) {
    var items = list.children
    if (chosen >= 0 && items[chosen]) items[chosen].setAttribute('aria-selected', 'false')
    chosen = (at + items.length) % items.length
    items[chosen].setAttribute('aria-selected', 'true')
    input.setAttribute('aria-activedescendant', items[chosen].id)
  }
  function take(word) {
    input.value = word
    close()
    input.form.submit()
  }
  function show(words) {
    list.textContent = ''
    words.forEach(function (word, at) {
      var item = document.createElement('li')
      item.id = 'q-word-' + at
      item.setAttribute('role', 'option')
      item.setAttribute('aria-selected', 'false')
      item.textContent = word
      item.addEventListener('mousedown', function (event) {
        event.preventDefault()
        take(word)
      })
      list.appendChild(item)
    })
    chosen = -1
    list.hidden = words.length === 0
    input.setAttribute('aria-expanded', String(words.length > 0))
  }
  function ask() {
    if (asked) asked.abort()
    var typed = input.value.trim()
    if (!typed || composing) return close()
    asked = new AbortController()
    fetch('/api/completions?lang=' + lang + '&q=' + encodeURIComponent(typed), { signal: asked.signal })
      .then(function (answer) { return answer.ok ? answer.json() : { words: [] } })
      .then(function (answer) { if (document.activeElement === input) show(answer.words) })
      .catch(function () {})
  }
  input.addEventListener('compositionstart', function () { composing = true })
  input.addEventListener('compositionend', function () { composing = false; ask() })
  input.addEventListener('input', function () {
    clearTimeout(timer)
    timer = setTimeout(ask, 180)
  })
  input.addEventListener('blur', close)
  input.addEventListener('keydown', function (event) {
    if (list.hidden || composing) return
    if (event.key === 'ArrowDown') choose(chosen + 1)
    else if (event.key === 'ArrowUp') choose(chosen < 0 ? -1 : chosen - 1)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && chosen >= 0) take(list.children[chosen].textContent)
    else return
    event.preventDefault()
  })
})()
