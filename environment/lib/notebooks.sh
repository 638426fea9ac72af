# shellcheck shell=bash
# Executes notebooks and writes their pages.

# output_of KERNEL: the folder of its executed notebooks and pages.
output_of() {
  if [[ $1 == "$kernel_name" ]]; then printf '%s\n' "$output"; else printf '%s\n' "$output/${1#.}"; fi
}

# run_notebooks KERNEL OPTION...
run_notebooks() {
  local kernel=$1 folder=()
  shift
  [[ $kernel != "$kernel_name" ]] || folder=(--kernel-folder "$kernel_folder")
  PYTHONPATH=$environment "$python" -m report \
    --notebooks "$root/notebooks" --output "$(output_of "$kernel")" --kernel "$kernel" "${folder[@]}" \
    --mathjax "$environment/node_modules/mathjax/es5/tex-svg-full.js" --plotly "$environment/node_modules/plotly.js-cartesian-dist-min/plotly-cartesian.min.js" \
    --made-from "$(results_fingerprint)" "$@"
}
