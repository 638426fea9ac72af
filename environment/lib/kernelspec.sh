# shellcheck shell=bash
# Tells Jupyter about the kernel, in the project's own data folder.

register_kernel() {
  # The kernelspec records where libzmq is when it is not the system's.
  if ! has_library libzmq.so.5; then
    CARBONCOMP_LIBZMQ=$(pyzmq_library "$python")
    export CARBONCOMP_LIBZMQ
  fi
  must register-kernel "$kernel_folder/carboncomp" install --prefix "$artifacts/jupyter"
}
