/** Tables as files: comma-separated values after RFC 4180, numbers with all their digits. */
(function (H) {
  'use strict';

  function field(value) {
    if (value === null || value === undefined) return '';
    const text = typeof value === 'number' && Object.is(value, -0) ? '-0' : String(value);
    return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  /** Rows of values as a text; what does not exist is empty, NaN is NaN. */
  H.csv = (rows) => rows.map((row) => row.map(field).join(',') + '\r\n').join('');

  /** A name that any file system takes. */
  H.fileName = (text) => text.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '').slice(0, 80) || 'table';

  H.save = function (name, blob) {
    const link = H.el('a', { href: URL.createObjectURL(blob), download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  /** A button that saves a table; `rows` makes it, header first. */
  H.csvButton = function (name, rows) {
    const file = H.fileName(H.page.title + '-' + name) + '.csv';
    return H.button('CSV', () => H.save(file, new Blob([H.csv(rows())], { type: 'text/csv;charset=utf-8' })),
      { class: 'csv', 'aria-label': 'Download “' + name + '” as CSV', title: file });
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
