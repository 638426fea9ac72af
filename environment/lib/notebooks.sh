# shellcheck shell=bash
# Executes notebooks and writes their pages.

# output_of KERNEL: the folder of its executed notebooks and pages.
output_of() {
  if [[ $1 == "$kernel_name" ]]; then printf '%s\n' "$output"; else printf '%s\n' "$output/${1#.}"; fi
}

# run_notebook NAME OPTION...: one notebook with parameters and data of one's own, as a page that can be sent alone.
run_notebook() {
  PYTHONPATH=$environment "$python" -m report.single --notebooks "$root/notebooks" --notebook "$1" --output "$output/own" \
    --kernel "$kernel_folder/carboncomp" --mathjax "$environment/node_modules/mathjax/es5/tex-svg-full.js" "${@:2}"
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
