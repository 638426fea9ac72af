# shellcheck shell=bash
# Executes notebooks and writes their pages.

# run_notebooks OPTION...
run_notebooks() {
  PYTHONPATH=$environment "$python" -m report \
    --notebooks "$root/notebooks" --output "$output" \
    --kernel "$kernel_name" --kernel-folder "$kernel_folder" \
    --mathjax "$environment/node_modules/mathjax/es5/tex-svg-full.js" "$@"
}
