#!/usr/bin/env bash
# Makes what docker-compose.production.yml needs: an authority of this installation's own, a certificate for each broker, the registry
# and whoever administers Kafka, and a password for each part of Heed. Needs openssl. Makes nothing anew that is there.
#
#   docker/secrets.sh            under ./secrets
#   docker/secrets.sh DIR
set -euo pipefail
umask 077

out=${1:-secrets}
days=825
mkdir -p "$out"
cd "$out"

say() { printf '%s\n' "$*" >&2; }

if [[ ! -f ca.key ]]; then
  openssl ecparam -name prime256v1 -genkey -noout -out ca.key
  openssl req -x509 -new -key ca.key -subj "/CN=heed-ca" -days "$days" -out ca.pem
  say "made the authority: keep $out/ca.key where nobody else reads it, and best nowhere on this machine"
fi

# certificate NAME: DIR NAME.pem holds key and certificate, as Kafka reads them, and ca.pem what to trust.
certificate() {
  local name=$1
  [[ ! -f $name/$name.pem ]] || return 0
  mkdir -p "$name"
  openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8 -nocrypt -out "$name/key.pem"
  openssl req -new -key "$name/key.pem" -subj "/CN=$name" -out "$name/request.pem"
  openssl x509 -req -in "$name/request.pem" -CA ca.pem -CAkey ca.key -CAcreateserial -days "$days" -out "$name/own.pem" \
    -extfile <(printf 'subjectAltName=DNS:%s,DNS:localhost,IP:127.0.0.1\n' "$name") 2>/dev/null
  cat "$name/key.pem" "$name/own.pem" ca.pem > "$name/$name.pem"
  rm "$name/key.pem" "$name/request.pem" "$name/own.pem"
  cp ca.pem "$name/ca.pem"
  # How Kafka's own tools, and `heed acls --as`, are this one.
  cat > "$name/client.properties" <<EOF
security.protocol=SSL
ssl.keystore.type=PEM
ssl.keystore.location=/run/heed-secrets/$name.pem
ssl.truststore.type=PEM
ssl.truststore.location=/run/heed-secrets/ca.pem
EOF
}

for name in kafka-1 kafka-2 kafka-3 registry kafka-admin; do
  certificate "$name"
done

mkdir -p heed prometheus
cp ca.pem heed/ca.pem
cp ca.pem prometheus/ca.pem
# Page and intake, as browsers and senders reach them: put a certificate that these trust in its place.
if [[ ! -f heed/heed.key ]]; then
  openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8 -nocrypt -out heed/heed.key
  openssl req -new -key heed/heed.key -subj "/CN=heed" -out heed/request.pem
  openssl x509 -req -in heed/request.pem -CA ca.pem -CAkey ca.key -CAcreateserial -days "$days" -out heed/heed.crt \
    -extfile <(printf 'subjectAltName=DNS:heed,DNS:localhost,IP:127.0.0.1\n') 2>/dev/null
  rm heed/request.pem
fi
# What `heed keys add prometheus --for metrics --everywhere` prints belongs there.
[[ -f prometheus/metrics.key ]] || : > prometheus/metrics.key
for part in pipeline intake page notifier themes commands; do
  if [[ ! -f heed/$part.properties ]]; then
    password=$(openssl rand -hex 24)
    printf '%s' "$password" > "kafka-admin/$part.password"
    printf 'sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="heed-%s" password="%s";\n' \
      "$part" "$password" > "heed/$part.properties"
    cp "heed/$part.properties" kafka-admin/
  fi
done
rm -f ca.srl

# The images run as users of their own, which have to read what is theirs; the directory is this user's alone.
chmod 700 .
find kafka-* registry heed prometheus -type d -exec chmod 755 {} +
find kafka-* registry heed prometheus -type f -exec chmod 644 {} +
say "$out is ready: docker compose -f docker-compose.yml -f docker-compose.production.yml up --build --wait"
