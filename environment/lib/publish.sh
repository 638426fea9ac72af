# shellcheck shell=bash
# What is published beside the pages.

# missing_for_supplement: git, which knows the version, and the package of a browser that draws figures, where there is none.
missing_for_supplement() {
  local name
  [[ ! -e $root/.git ]] || command -v git >/dev/null || echo git
  [[ -z ${CARBONCOMP_BROWSER:-} ]] || return 0
  for name in chromium chromium-browser google-chrome google-chrome-stable microsoft-edge; do
    if command -v "$name" >/dev/null; then return 0; fi
  done
  echo chromium
}

# make_supplement OPTION...
make_supplement() {
  PYTHONPATH=$environment "$python" -m supplement --root "$root" --notebooks "$root/notebooks" --executed "$output" \
    --output "$output" --kernel-program "$kernel_folder/carboncomp" "$@"
}

# make_reference: pages of the public types to out/reference.
make_reference() {
  local folder=$artifacts/reference
  step 'Restoring docfx'
  (cd "$environment/reference" && must docfx-restore dotnet tool restore)
  step 'Making the reference'
  PYTHONPATH=$environment "$python" -m reference prepare "$root" "$folder"
  (cd "$environment/reference" && must docfx dotnet docfx "$folder/docfx.json")
  PYTHONPATH=$environment "$python" -m reference finish "$root" "$folder/pages" "$output/reference"
}
