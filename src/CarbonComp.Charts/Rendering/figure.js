(function () {
  'use strict';
  // One drawer a page, shared by all figures whatever order they come in.
  var drawer = window.carbonCompFigures3 || (window.carbonCompFigures3 = { libraries: {}, draw: null });
  var advice = '{{advice}}';

  function usable(plotly) {
    return plotly && typeof plotly.newPlot === 'function' && parseInt(plotly.version, 10) >= 2;
  }

  // The cartesian build is a part of every other one; a full one knows maps.
  function suits(plotly, name) {
    return usable(plotly) && (name === 'cartesian' || (plotly.PlotSchema && !!plotly.PlotSchema.get().traces.scattergeo));
  }

  function unpack(base64) {
    if (typeof DecompressionStream === 'undefined') {
      return Promise.reject(new Error('This browser is too old to draw the figure: it needs Chrome 80, Firefox 113, Safari 16.4 or later.'));
    }
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

  function carrier(kind, name) {
    return document.querySelector('script.carboncomp-' + kind + '[data-name="' + name + '"]');
  }

  function start(script) {
    return unpack(script.textContent).then(evaluate).then(function (plotly) {
      if (!usable(plotly)) throw new Error('plotly.js did not start on this page. Run this cell again, or reload the page.');
      return plotly;
    });
  }

  function find(name, waited) {
    if (suits(window.Plotly, name)) return Promise.resolve(window.Plotly);
    var script = carrier('plotly', name);
    if (script) return start(script);
    if (waited >= 6000) return Promise.reject(new Error(advice));
    return new Promise(function (resolve) { setTimeout(resolve, 150); }).then(function () { return find(name, waited + 150); });
  }

  function library(name) {
    var libraries = drawer.libraries;
    if (!libraries[name]) {
      libraries[name] = find(name, 0);
      // A later figure may bring the library: then look again.
      libraries[name].catch(function () { libraries[name] = null; });
    }
    return libraries[name];
  }

  // Plotly fetches the outlines of its maps from elsewhere, unless it finds them here.
  function outlines(names) {
    var assets = window.PlotlyGeoAssets || (window.PlotlyGeoAssets = { topojson: {} });
    if (!assets.topojson) assets.topojson = {};
    return Promise.all(names.split(' ').filter(function (name) { return name && !assets.topojson[name]; }).map(function (name) {
      var script = carrier('outlines', name);
      if (!script) throw new Error(advice);
      return unpack(script.textContent).then(function (text) { assets.topojson[name] = JSON.parse(text); });
    }));
  }

  // Axis labels may have pushed the plot upwards: the caption goes to the lower left corner, below them.
  function settle(place, plotly) {
    // Another drawing library under plotly's name keeps no layout.
    if (!place._fullLayout) return place;
    var size = place._fullLayout._size, notes = place.layout.annotations || [], change = {};
    notes.forEach(function (note, i) {
      if (note.name !== 'carboncomp-caption') return;
      var foot = 16 + 16 * note.text.split('<br>').length, stated = place.layout.margin.b, bottom = size.b;
      if (bottom > stated + 1) change['margin.b'] = bottom = bottom + foot;
      var across = 12 - size.l, up = 6 - bottom;
      if (Math.abs(across - note.xshift) > 1) change['annotations[' + i + '].xshift'] = across;
      if (Math.abs(up - note.yshift) > 1) change['annotations[' + i + '].yshift'] = up;
    });
    return Object.keys(change).length ? plotly.relayout(place, change) : place;
  }

  // A figure that is wider than its page is drawn smaller, down to half; below that the page scrolls.
  function fit(figure) {
    var place = figure.querySelector('.carboncomp-plot');
    if (!place || !place._fullLayout || !figure.clientWidth) return;
    var size = place._fullLayout, scale = Math.min(1, Math.max(0.5, figure.clientWidth / size.width));
    place.style.transformOrigin = '0 0';
    place.style.transform = scale < 1 ? 'scale(' + scale + ')' : '';
    figure.style.height = scale < 1 ? Math.ceil(size.height * scale) + 'px' : '';
    // The picture is drawn smaller but keeps its place, so what is below is empty.
    figure.style.overflow = scale * size.width > figure.clientWidth + 1 ? 'auto hidden' : 'hidden';
  }

  function fitAll() { Array.prototype.forEach.call(document.querySelectorAll('.carboncomp-figure'), fit); }

  if (!drawer.fits) {
    drawer.fits = true;
    window.addEventListener('resize', fitAll);
    // What is printed has another width than the window.
    window.addEventListener('beforeprint', fitAll);
    if (window.matchMedia) window.matchMedia('print').addEventListener('change', fitAll);
  }

  function show(figure, place, plotly) {
    var spec = JSON.parse(figure.querySelector('script.carboncomp-figure-data').textContent);
    place.textContent = '';
    place.style.whiteSpace = 'normal';
    return plotly.newPlot(place, spec.data, spec.layout, spec.config).then(function () { return settle(place, plotly); })
      .then(function () { fit(figure); });
  }

  function draw(root) {
    Array.prototype.forEach.call(root.querySelectorAll('.carboncomp-figure'), function (figure) {
      var place = figure.querySelector('.carboncomp-plot'), state = figure.getAttribute('data-state');
      // A page that was saved after drawing has the marks of a picture but no live one.
      var lost = state === 'drawn' && !(place && place._fullLayout);
      if (!place || (state && state !== 'failed' && !lost)) return;
      figure.setAttribute('data-state', 'waiting');
      library(figure.getAttribute('data-plotly') || 'cartesian').then(function (plotly) {
        return outlines(figure.getAttribute('data-outlines') || '').then(function () { return show(figure, place, plotly); });
      }).then(function () {
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
