# Builds Heed with Maven and runs it on a JRE, without the embedded registry: a container uses servers of its own.

FROM maven:3.9.16-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/var/cache/m2 mvn -Dmaven.repo.local=/var/cache/m2 -B -q -ntp package -DskipTests -pl app -am

FROM eclipse-temurin:17.0.19_10-jre-noble
RUN useradd --system --uid 10001 --no-create-home heed && install -d -m 0700 -o heed -g heed /var/lib/heed
COPY --from=build /build/app/target/heed/lib /opt/heed/lib
COPY heed.yaml LICENSE NOTICE /opt/heed/

# So that `docker compose exec heed heed doctor` works as `./heed doctor` does elsewhere.
COPY --chmod=755 <<'EOF' /usr/local/bin/heed
#!/bin/sh
exec java -XX:MaxRAMPercentage=70 -XX:+UseParallelGC -XX:FreqInlineSize=60 -XX:+ExitOnOutOfMemoryError -Djava.net.preferIPv4Stack=true \
  -Dheed.home=/opt/heed -cp '/opt/heed/lib/*' heed.app.Main "$@"
EOF

# Asks whether Heed is ready, in plain bash: the image needs no HTTP client. Who does not answer so may speak TLS, which Java does.
COPY --chmod=755 <<'EOF' /usr/local/bin/heed-ready
#!/bin/bash
port=${HEED_PAGE_PORT:-8080}
if [[ -z ${HEED_PAGE_TLS_CERTIFICATE:-} ]]; then
  exec 3<>/dev/tcp/127.0.0.1/"$port" || exit 1
  printf 'GET /health/ready HTTP/1.0\r\n\r\n' >&3
  IFS= read -r -t 2 answer <&3
  [[ $answer == HTTP/*' 200 '* ]] && exit 0
  [[ $answer == HTTP/*' 503 '* ]] && exit 1
fi
exec java -Xmx16m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '/opt/heed/lib/*' heed.app.Ready "$port"
EOF

USER heed
WORKDIR /var/lib/heed
# Page and intake stay within the container: whoever opens them gives HEED_PAGE_HOST, HEED_INTAKE_HOST and --i-know-this-is-open,
# as docker-compose.yml does.
ENV HEED_DATA=/var/lib/heed
VOLUME /var/lib/heed
EXPOSE 8080 8081
HEALTHCHECK --interval=10s --timeout=6s --start-period=60s --retries=3 CMD ["heed-ready"]
ENTRYPOINT ["heed"]
CMD ["up"]
