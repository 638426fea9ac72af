// Checks a folder by the RO-Crate project's own rules, without a network: crates.js FOLDER prints what is wrong as JSON.
'use strict';
const context = require('../node_modules/ro-crate/lib/context.json');
// The package brings the published context of version 1.2, which has all terms of 1.1.
globalThis.fetch = () => Promise.resolve({ ok: true, json: () => Promise.resolve(context) });
const { ROCrate } = require('../node_modules/ro-crate/lib/rocrate.js');
const { validate } = require('../node_modules/ro-crate/lib/validator.js');
const fs = require('fs'), path = require('path');

const folder = process.argv[2], files = {};
for (const name of fs.readdirSync(folder, { recursive: true })) {
  const isDir = fs.lstatSync(path.join(folder, name)).isDirectory();
  files[encodeURI(isDir ? name + '/' : name)] = { exists: true, inCrate: false, isDir };
}
const json = JSON.parse(fs.readFileSync(path.join(folder, 'ro-crate-metadata.json'), 'utf8'));

(async () => {
  const crate = new ROCrate(json, { array: true, link: true });
  if (crate.resolveContext) await crate.resolveContext();
  const results = await validate(crate, files);
  const terms = new Set(json['@graph'].flatMap(entity => [...Object.keys(entity), ...[].concat(entity['@type'])])), own = json['@context'][1];
  const unknown = [...terms].filter(term => !term.startsWith('@') && !(term in context['@context']) && !(term in own));
  console.log(JSON.stringify({ unknown, checked: results.length, wrong: results.filter(r => r.status !== 'success') }));
})();
