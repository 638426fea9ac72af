// The home page: search over the text of all notebooks, and a small picture of each one's main figure.
(function () {
  'use strict';
  var index = null;

  function load(name, ready) {
    var script = document.createElement('script');
    script.src = 'assets/' + name;
    script.onload = ready;
    document.head.appendChild(script);
  }

  function escaped(text) {
    var box = document.createElement('span');
    box.textContent = text;
    return box.innerHTML;
  }

  function excerpt(text, word) {
    var at = text.toLowerCase().indexOf(word), from = Math.max(0, at - 70);
    var part = text.slice(from, at + 110);
    return (from > 0 ? '… ' : '') + escaped(part) + (at + 110 < text.length ? ' …' : '');
  }

  function show(query) {
    var list = document.getElementById('found'), words = query.toLowerCase().split(/\s+/).filter(Boolean);
    list.textContent = '';
    if (!words.length || !index) return;
    var hits = index.filter(function (part) {
      var text = (part.title + ' ' + part.heading + ' ' + part.text).toLowerCase();
      return words.every(function (word) { return text.indexOf(word) >= 0; });
    });
    hits.slice(0, 30).forEach(function (part) {
      var item = document.createElement('li');
      item.innerHTML = '<a href="' + encodeURI(part.page) + '">' + escaped(part.title) + (part.heading ? ' · ' + escaped(part.heading) : '')
        + '</a> <span>' + excerpt(part.text, words[0]) + '</span>';
      list.appendChild(item);
    });
    var note = document.createElement('li');
    note.textContent = hits.length === 0 ? 'Nothing found.' : hits.length > 30 ? 'The first 30 of ' + hits.length + ' places.' : '';
    if (note.textContent) list.appendChild(note);
  }

  function search() {
    var box = document.getElementById('search');
    if (!box) return;
    box.addEventListener('input', function () {
      if (index) show(box.value);
      else load('search.js', function () { index = window.carbonCompText; show(box.value); });
    });
  }

  function draw(place) {
    load('figure-' + place.dataset.figure + '.js', function () {
      var figure = window.carbonCompFigures[place.dataset.figure], sheet = document.createElement('div');
      var width = figure.layout.width || 860, height = figure.layout.height || 480;
      var scale = Math.min(place.clientWidth / width, place.clientHeight / height);
      sheet.style.cssText = 'width:' + width + 'px;height:' + height + 'px;transform-origin:0 0;transform:scale(' + scale + ');margin-left:'
        + Math.max(0, (place.clientWidth - width * scale) / 2) + 'px';
      place.appendChild(sheet);
      figure.layout.sliders = [];
      window.Plotly.newPlot(sheet, figure.data, figure.layout, { staticPlot: true });
    });
  }

  function pictures() {
    var places = Array.prototype.slice.call(document.querySelectorAll('[data-figure]'));
    if (!places.length || !window.Plotly) return;
    if (!window.IntersectionObserver) return places.forEach(draw);
    var seen = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (!entry.isIntersecting) return;
        seen.unobserve(entry.target);
        draw(entry.target);
      });
    }, { rootMargin: '300px' });
    places.forEach(function (place) { seen.observe(place); });
  }

  function start() { search(); pictures(); }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start); else start();
})();
