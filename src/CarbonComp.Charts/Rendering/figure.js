(function () {
  'use strict';
  // One drawer a page, shared by all figures whatever order they come in.
  var drawer = window.carbonCompFigures1 || (window.carbonCompFigures1 = { plotly: null, draw: null });
  var advice = '{{advice}}';

  function usable(plotly) {
    return plotly && typeof plotly.newPlot === 'function' && parseInt(plotly.version, 10) >= 2;
  }

  function unpack(base64) {
    var text = atob(base64.trim()), bytes = new Uint8Array(text.length);
    for (var i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  }

  function evaluate(code) {
    var before = window.Plotly, script = document.createElement('script');
    // A module loader on the page (require.js) must not catch the library: it is to be window's.
    script.text = '(function (define, module, exports, require) {' + code + '\n}).call(window);';
    document.head.appendChild(script).remove();
    var plotly = window.Plotly;
    if (before) window.Plotly = before;
    return plotly;
  }

  function find(waited) {
    if (usable(window.Plotly)) return Promise.resolve(window.Plotly);
    var carrier = document.querySelector('script.carboncomp-plotly');
    if (carrier) {
      if (typeof DecompressionStream === 'undefined') {
        return Promise.reject(new Error('This browser is too old to draw the figure: it needs Chrome 80, Firefox 113, Safari 16.4 or later.'));
      }
      return unpack(carrier.textContent).then(evaluate).then(function (plotly) {
        if (!usable(plotly)) throw new Error('plotly.js did not start on this page. Run this cell again, or reload the page.');
        return plotly;
      });
    }
    if (waited >= 6000) return Promise.reject(new Error(advice));
    return new Promise(function (resolve) { setTimeout(resolve, 150); }).then(function () { return find(waited + 150); });
  }

  function library() {
    if (!drawer.plotly) {
      drawer.plotly = find(0);
      // A later figure may bring the library: then look again.
      drawer.plotly.catch(function () { drawer.plotly = null; });
    }
    return drawer.plotly;
  }

  function show(figure, place, plotly) {
    var spec = JSON.parse(figure.querySelector('script.carboncomp-figure-data').textContent);
    place.textContent = '';
    place.style.whiteSpace = 'normal';
    return plotly.newPlot(place, spec.data, spec.layout, spec.config);
  }

  function draw(root) {
    Array.prototype.forEach.call(root.querySelectorAll('.carboncomp-figure'), function (figure) {
      var place = figure.querySelector('.carboncomp-plot'), state = figure.getAttribute('data-state');
      // A page that was saved after drawing has the marks of a picture but no live one.
      var lost = state === 'drawn' && !(place && place._fullLayout);
      if (!place || (state && state !== 'failed' && !lost)) return;
      figure.setAttribute('data-state', 'waiting');
      library().then(function (plotly) { return show(figure, place, plotly); }).then(function () {
        figure.setAttribute('data-state', 'drawn');
      }, function (error) {
        figure.setAttribute('data-state', 'failed');
        place.textContent = place.getAttribute('aria-label') + '\n\n' + error.message;
        place.style.whiteSpace = 'pre-line';
        place.style.minHeight = '0';
      });
    });
  }

  drawer.draw = draw;
  var self = document.currentScript, root = self && self.getRootNode ? self.getRootNode() : document;
  if (!root.querySelectorAll) root = document;
  draw(root);
  if (root !== document) draw(document);
  // Some pages attach an output after its scripts have run.
  setTimeout(function () { draw(document); }, 200);
  setTimeout(function () { draw(document); }, 2000);
})();
