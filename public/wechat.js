// Inside WeChat, where its script is switched on (README, JS-SDK): the card of a passed-on page shows that page's title, line and picture.
;(function () {
  function said(name) {
    var meta = document.querySelector('meta[property="og:' + name + '"]')
    return meta ? meta.content : ''
  }
  var card = { title: said('title'), desc: said('description'), link: said('url'), imgUrl: said('image') }
  if (!card.link || !window.fetch) return
  function configure(signed) {
    var wx = window.wx
    wx.config({
      appId: signed.appId,
      timestamp: signed.timestamp,
      nonceStr: signed.nonceStr,
      signature: signed.signature,
      jsApiList: ['updateAppMessageShareData', 'updateTimelineShareData'],
    })
    wx.ready(function () {
      wx.updateAppMessageShareData(card)
      wx.updateTimelineShareData({ title: card.title, link: card.link, imgUrl: card.imgUrl })
    })
  }
  fetch('/api/wechat-signature?url=' + encodeURIComponent(location.href.split('#')[0]))
    .then(function (answer) {
      return answer.ok ? answer.json() : null
    })
    .then(function (signed) {
      if (!signed) return
      var script = document.createElement('script')
      script.src = 'https://res.wx.qq.com/open/js/jweixin-1.6.0.js'
      script.onload = function () {
        configure(signed)
      }
      document.head.appendChild(script)
    })
    .catch(function () {})
})()
