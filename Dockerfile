# The notebooks with everything that they need, in Jupyter:
#   docker build -t carboncomp . && docker run --rm -p 8888:8888 carboncomp
# What is installed and built is what environment/lab.sh installs and builds anywhere. Binder takes this file too.

# A release whose own packages have the SDK that global.json asks for.
ARG BASE=ubuntu:26.04
FROM ${BASE}
ARG SDK=dotnet-sdk-10.0

RUN apt-get update && apt-get install --yes --no-install-recommends ca-certificates ${SDK} python3-venv && rm -rf /var/lib/apt/lists/*

# Binder names the user. The image's own has the number that Binder wants.
ARG NB_USER=jovyan
ARG NB_UID=1000
RUN userdel --remove ubuntu 2>/dev/null; useradd --create-home --shell /bin/bash --uid ${NB_UID} ${NB_USER}
ENV HOME=/home/${NB_USER}
ENV CARBONCOMP=${HOME}/carboncomp
COPY . ${CARBONCOMP}
WORKDIR ${CARBONCOMP}
RUN ./environment/lab.sh --prepare && rm -rf /var/lib/apt/lists/* && chown -R ${NB_UID} ${HOME}

USER ${NB_USER}
# Jupyter on PATH, for Binder, which starts it itself; and the kernel where it looks for kernels.
ENV PATH=${CARBONCOMP}/.venv/bin:${PATH}
ENV JUPYTER_PATH=${CARBONCOMP}/artifacts/jupyter/share/jupyter
EXPOSE 8888
CMD ["./environment/lab.sh", "--no-browser", "--ip=0.0.0.0"]
