// A page's contents, its code shown or hidden, and its tables: sorted by a click on a heading, saved as csv.
(function () {
  'use strict';

  function number(text) {
    var plain = text.replace(/[\u202f\u00a0, ]/g, '').replace(/\u2212/g, '-').replace(/%$/, '');
    return plain !== '' && isFinite(plain) ? Number(plain) : null;
  }

  function sort(table, column, heading) {
    var body = table.tBodies[0], rows = Array.prototype.slice.call(body.rows);
    var descending = heading.getAttribute('aria-sort') === 'ascending';
    rows.sort(function (a, b) {
      var x = a.cells[column].textContent.trim(), y = b.cells[column].textContent.trim(), m = number(x), n = number(y);
      // Cells without a number stay last whichever way the numbers go.
      if (m !== null && n !== null) return descending ? n - m : m - n;
      if (m !== null || n !== null) return m !== null ? -1 : 1;
      return descending ? y.localeCompare(x) : x.localeCompare(y);
    });
    rows.forEach(function (row) { body.appendChild(row); });
    Array.prototype.forEach.call(heading.parentNode.cells, function (cell) { cell.removeAttribute('aria-sort'); });
    heading.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
  }

  function csv(table) {
    return Array.prototype.map.call(table.rows, function (row) {
      return Array.prototype.map.call(row.cells, function (cell) {
        var text = cell.textContent.trim(), value = number(text);
        if (value !== null && cell.tagName === 'TD') text = text.replace(/[\u202f\u00a0]/g, '').replace(/\u2212/g, '-');
        return /[",\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
      }).join(',');
    }).join('\r\n') + '\r\n';
  }

  function save(table, name) {
    var link = document.createElement('a');
    // Excel reads UTF-8 only behind a byte order mark.
    link.href = URL.createObjectURL(new Blob(['\ufeff' + csv(table)], { type: 'text/csv' }));
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }

  function equip(table, i) {
    var body = table.tBodies[0], head = table.tHead && table.tHead.rows[table.tHead.rows.length - 1];
    if (!head || !body || body.rows.length < 2 || table.classList.contains('sortable')) return;
    table.classList.add('sortable');
    var even = Array.prototype.every.call(body.rows, function (row) {
      return row.cells.length === head.cells.length && !Array.prototype.some.call(row.cells, function (c) { return c.colSpan > 1 || c.rowSpan > 1; });
    });
    if (even) Array.prototype.forEach.call(head.cells, function (cell, column) {
      var button = document.createElement('button');
      while (cell.firstChild) button.appendChild(cell.firstChild);
      button.type = 'button';
      button.title = 'Sort by this column';
      button.addEventListener('click', function () { sort(table, column, cell); });
      cell.appendChild(button);
    });
    var link = document.createElement('button'), title = (document.title || 'table').split(/[\s\u00b7]+/)[0];
    link.type = 'button';
    link.className = 'table-csv';
    link.textContent = 'csv';
    link.title = 'Save this table as csv';
    link.addEventListener('click', function () { save(table, title + '-table-' + (i + 1) + '.csv'); });
    table.insertAdjacentElement('afterend', link);
  }

  // Shown or hidden on every page alike, as far as the browser keeps it.
  function remembered(value) {
    try {
      if (value !== undefined) localStorage.setItem('carboncomp-code', value);
      return localStorage.getItem('carboncomp-code');
    } catch (e) {
      return null;
    }
  }

  function codeButton() {
    var button = document.createElement('button');
    button.type = 'button';
    function set(hidden) {
      document.body.classList.toggle('without-code', hidden);
      button.textContent = hidden ? 'Show code' : 'Hide code';
    }
    button.addEventListener('click', function () {
      var hidden = !document.body.classList.contains('without-code');
      remembered(hidden ? 'hidden' : 'shown');
      set(hidden);
    });
    set(remembered() === 'hidden');
    return button;
  }

  function list(headings) {
    var details = document.createElement('details'), summary = document.createElement('summary'), items = document.createElement('ul');
    summary.textContent = 'On this page';
    headings.forEach(function (heading) {
      var item = document.createElement('li'), link = document.createElement('a');
      // The identifier is written as an address already.
      link.href = '#' + heading.id;
      link.textContent = heading.textContent.replace(/\u00b6/g, '').trim();
      item.appendChild(link);
      items.appendChild(item);
    });
    details.appendChild(summary);
    details.appendChild(items);
    return details;
  }

  function tools() {
    var main = document.querySelector('main'), place = main && main.querySelector('h1');
    if (!place) return;
    var bar = document.createElement('nav'), headings = Array.prototype.filter.call(main.querySelectorAll('h2'), function (h) { return h.id; });
    bar.className = 'tools';
    bar.setAttribute('aria-label', 'This page');
    if (headings.length > 2) bar.appendChild(list(headings));
    bar.appendChild(codeButton());
    place.insertAdjacentElement('afterend', bar);
  }

  function start() {
    tools();
    Array.prototype.forEach.call(document.querySelectorAll('.jp-OutputArea table'), equip);
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start); else start();
})();
