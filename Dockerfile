FROM python:3.12-slim-bookworm AS build
ENV UV_PYTHON_DOWNLOADS=never UV_LINK_MODE=copy
WORKDIR /build
COPY requirements/uv.txt requirements/bot.txt ./
RUN python -m pip install --no-cache-dir --require-hashes -r uv.txt \
 && uv venv /opt/yijia \
 && uv pip install --python /opt/yijia/bin/python --require-hashes -r bot.txt

FROM python:3.12-slim-bookworm
RUN useradd --create-home --uid 10001 yijia && install -d -o yijia /var/lib/yijia
COPY --from=build /opt/yijia /opt/yijia
WORKDIR /srv/yijia
COPY bot bot
COPY delivery delivery
COPY domain domain
COPY handlers handlers
COPY language language
COPY locales locales
COPY printing printing
COPY services services
COPY storage storage
COPY views views
ENV PATH=/opt/yijia/bin:$PATH PYTHONUNBUFFERED=1 PYTHONPATH=/srv/yijia
RUN pybabel --quiet compile -D yijia -d locales && python -m compileall -q .
ENV DATABASE_URL=sqlite:////var/lib/yijia/yijia.db FILES_URL=/var/lib/yijia/files PORT=8080
USER yijia
VOLUME /var/lib/yijia
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=6s --start-period=20s \
  CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/healthz')"]
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
