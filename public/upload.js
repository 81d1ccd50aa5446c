// Shows how far a file has been sent. The form works without it.
(function () {
  var form = document.querySelector('form[data-upload]')
  if (!form || !window.FormData || !window.XMLHttpRequest) return
  var file = form.querySelector('input[type=file]')
  var bar = form.querySelector('progress')
  var words = form.querySelector('[data-words]')
  var button = form.querySelector('button')
  var sending = false

  form.addEventListener('submit', function (event) {
    var chosen = file.files && file.files[0]
    if (sending) return event.preventDefault()
    if (!chosen) return
    event.preventDefault()
    if (chosen.size > Number(form.dataset.most)) {
      words.textContent = form.dataset.tooLarge
      words.parentNode.hidden = false
      return
    }
    var request = new XMLHttpRequest()
    sending = button.disabled = true
    bar.hidden = words.parentNode.hidden = false
    request.upload.addEventListener('progress', function (step) {
      if (!step.lengthComputable) return
      var percent = Math.floor((step.loaded / step.total) * 100)
      bar.value = percent
      words.textContent = percent < 100 ? form.dataset.progress.replace('%n', percent) : form.dataset.checking
    })
    request.addEventListener('load', function () {
      // Taken: the list is shown anew. Refused: the answer is the page with what was wrong.
      if (request.status < 400) return location.assign(request.responseURL)
      document.open()
      document.write(request.responseText)
      document.close()
    })
    request.addEventListener('error', function () {
      sending = button.disabled = false
      bar.hidden = true
      words.textContent = form.dataset.cutOff
    })
    request.open('POST', form.action)
    request.send(new FormData(form))
  })
})()
