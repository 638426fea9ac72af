# shellcheck shell=bash
# JavaScript of the pages: figures, formulas, boundaries. Exactly what the lock file names.

javascript_fingerprint() { fingerprint environment/package.json environment/package-lock.json; }

is_javascript_installed() {
  is_current javascript "$(javascript_fingerprint)" && [[ -f $environment/node_modules/.package-lock.json ]]
}

install_javascript() {
  is_javascript_installed && return
  step 'Installing plotly.js, MathJax and boundaries with npm'
  # Node trusts its own list of authorities alone; behind a company's proxy the system's list has one more.
  local system_authorities=/etc/ssl/certs/ca-certificates.crt
  [[ -n ${NODE_EXTRA_CA_CERTS:-} || ! -r $system_authorities ]] || export NODE_EXTRA_CA_CERTS=$system_authorities
  must npm npm --prefix "$environment" ci --ignore-scripts --no-audit --no-fund
  stamp javascript "$(javascript_fingerprint)"
}
