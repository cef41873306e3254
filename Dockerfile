# Two stages: gcc and the headers that durable_rules needs stay behind in the first one.
# A glibc image is needed (durable_rules crashes on musl). A release is built with `make image`, from a base pinned by
# digest; `make image-test` builds and tries the image without a daemon.
# Runs with a read-only root and without any right:
#   docker run --read-only --tmpfs /dev/shm --cap-drop ALL --security-opt no-new-privileges -p 8080:8080 verlof-api
ARG PYTHON_IMAGE=python:3.13-slim-trixie

FROM ${PYTHON_IMAGE} AS builder
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends gcc libc6-dev \
    && rm -rf /var/lib/apt/lists/*
RUN python3 -m venv /opt/verlof
COPY requirements/build.txt requirements/run.txt /src/requirements/
# durable_rules needs the flag to compile (docs/engine.md).
RUN /opt/verlof/bin/pip install --no-cache-dir --require-hashes -r /src/requirements/build.txt \
    && CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject \
       /opt/verlof/bin/pip install --no-cache-dir --no-build-isolation --require-hashes -r /src/requirements/run.txt
COPY setup.cfg pyproject.toml README.md LICENSE openapi.yaml /src/
COPY rules /src/rules
COPY words /src/words
COPY widget /src/widget
COPY docs/inbedden.md /src/docs/inbedden.md
COPY verlof_api /src/verlof_api
RUN /opt/verlof/bin/pip install --no-cache-dir --no-build-isolation --no-deps /src \
    && /opt/verlof/bin/pip uninstall -y setuptools pip
# What is made of the rules: the service reads it back, and starts in half a second.
RUN VERLOF_CACHE=/opt/verlof/cache /opt/verlof/bin/verlof klaarzetten

FROM ${PYTHON_IMAGE}
COPY --from=builder /opt/verlof /opt/verlof
ENV PATH=/opt/verlof/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    VERLOF_CACHE=/opt/verlof/cache \
    VERLOF_HOST=0.0.0.0 \
    PORT=8080
WORKDIR /app
USER 10001:10001
EXPOSE 8080
# Ready, not merely alive: who cannot answer a question must get none.
HEALTHCHECK --interval=30s --timeout=3s --start-period=5s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as r; r.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/readyz', timeout=2)"]
CMD ["gunicorn", "--config=python:verlof_api.gunicorn_conf", "--worker-tmp-dir=/dev/shm", "--no-control-socket", "verlof_api:create_app()"]
# Last, for they differ from build to build.
ARG VERSION=
ARG REVISION=
ARG SOURCE=
LABEL org.opencontainers.image.title="Verlofregelaar API" \
      org.opencontainers.image.description="Dutch leave law as a JSON API" \
      org.opencontainers.image.licenses="EUPL-1.2" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.source="${SOURCE}"
