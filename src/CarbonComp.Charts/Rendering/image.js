(function () {
  'use strict';
  // Leaves the picture, or why there is none, as the page's only text.
  var format = '{{format}}', scale = +'{{scale}}';

  function leave(kind, text) {
    var result = document.createElement('pre');
    result.id = 'carboncomp-' + kind;
    result.textContent = text;
    document.body.replaceChildren(result);
  }

  function take() {
    var figure = document.querySelector('.carboncomp-figure'), state = figure.getAttribute('data-state');
    if (state === 'failed') return leave('failure', figure.textContent);
    if (state !== 'drawn') return setTimeout(take, 50);
    var place = figure.querySelector('.carboncomp-plot');
    window.Plotly.toImage(place, { format: format, scale: scale, width: place._fullLayout.width, height: place._fullLayout.height })
      .then(function (url) { leave('image', url); }, function (error) { leave('failure', String(error)); });
  }

  take();
})();
