# The bot in a container: the same set-up as on a machine of one's own. What it writes lies in /data.
FROM python:3.11-slim

RUN useradd --create-home shangan
WORKDIR /home/shangan/app
COPY --chown=shangan . .
RUN mkdir /data && chown shangan /data .
USER shangan
RUN python scripts/environment.py setup

ENV SHANGAN_HOME=/data SHANGAN_HOST=0.0.0.0
VOLUME /data
EXPOSE 8408
HEALTHCHECK --start-period=120s CMD [".venv/bin/python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8408/healthz', timeout=5)"]
CMD [".venv/bin/python", "-m", "bot", "run"]
