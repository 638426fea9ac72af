# shellcheck shell=bash
# Tells Jupyter about the kernel, in the project's own data folder.

register_kernel() {
  must register-kernel "$kernel_folder/carboncomp" install --name "$kernel_name" --data-dir "$JUPYTER_DATA_DIR"
}
