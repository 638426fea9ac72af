# shellcheck shell=bash
# What is done already: a stamp holds the hash of what a step was made from.

# fingerprint PATH...: one hash over names and contents of files, without what builds leave behind.
fingerprint() {
  (
    cd "$root" || exit
    find "$@" \( -name bin -o -name obj -o -name node_modules -o -name TestResults \) -prune -o -type f -print0 |
      LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum | cut -d ' ' -f 1
  )
}

# is_current NAME HASH
is_current() { [[ -f $artifacts/stamps/$1 && $(<"$artifacts/stamps/$1") == "$2" ]]; }

# stamp NAME HASH
stamp() {
  mkdir -p "$artifacts/stamps"
  printf '%s\n' "$2" >"$artifacts/stamps/$1.$$"
  mv -f "$artifacts/stamps/$1.$$" "$artifacts/stamps/$1"
}
