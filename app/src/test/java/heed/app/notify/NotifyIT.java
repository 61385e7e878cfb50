package heed.app.notify;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.explain.SampleDrops;
import heed.app.server.embedded.EmbeddedBroker;
import heed.connectors.notify.Notifier;
import heed.connectors.notify.Unsubscribed;
import heed.schemas.Delivery;
import heed.schemas.DeliveryOutcome;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.Severity;
import heed.schemas.Unsubscription;
import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedValues;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notifier in a process of its own, which is killed, and receivers that are real and go away. */
class NotifyIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final List<Topic<?>> TOPICS = Notifier.READS;

    private static final String DEPUTY = Unsubscribed.id("ward", "deputy@example.org");

    private final AvroSerdes serdes = KnownSchemas.serdes();
    private final List<Process> started = new ArrayList<>();

    @TempDir
    Path directory;

    @AfterEach
    void endProcesses() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void tellsEachChangeOfEachReceiverThatGoesAwayWhileItIsKilledTwiceAndRepeatsUnderTheSameId() throws Exception {
        // Given
        Path certificate = certificate();
        int hookPort = freePort();
        int mailPort = freePort();
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"));
                KafkaProducer<String, Drop> drops = producer(broker.bootstrap(), Topics.DROPS);
                KafkaProducer<String, Unsubscription> out = producer(broker.bootstrap(), Topics.UNSUBSCRIPTIONS);
                MailBox mail = new MailBox(mailPort, certificate);
                LocalAlertmanager alertmanager = new LocalAlertmanager(directory, freePort());
                Hook hook = new Hook(hookPort)) {
            createTopics(broker.bootstrap());
            Path routes = routes(hookPort, mailPort, alertmanager);
            write(drops, drop("of-old", "H1", "Ward-7"));
            put(out, new Unsubscription(DEPUTY, "ward", Instant.EPOCH));

            // When
            Process first = notifier(broker.bootstrap(), routes, certificate);
            await(() -> began(broker.bootstrap()) == 3);
            for (int i = 1; i <= 5; i++) {
                write(drops, drop("d" + i, "H1", "Ward-" + i));
            }
            write(drops, drop("elsewhere", "H2", "Ward-1"));
            await(() -> mail.mails().size() == 5);
            await(() -> alertmanager.active().size() == 6);
            first.destroyForcibly().waitFor();
            hook.keepSilent();
            Process second = notifier(broker.bootstrap(), routes, certificate);
            await(() -> hook.calls().size() == 1);
            second.destroyForcibly().waitFor();
            hook.answer();
            notifier(broker.bootstrap(), routes, certificate);
            await(() -> hook.calls().size() == 7);
            write(drops, worse("d1", "H1", "Ward-1"));
            write(drops, over("d2", "H1", "Ward-2"));
            await(() -> hook.calls().size() == 9);
            await(() -> mail.mails().size() == 7);
            await(() -> !alertmanager.active().contains("d2"));
            List<String> mails = List.copyOf(mail.mails());
            List<String> states = hook.states();
            List<String> ids = hook.calls().stream().map(Hook.Call::id).toList();
            Collection<String> active = alertmanager.active();
            Collection<Delivery> told = newest(broker.bootstrap());
            out.send(new ProducerRecord<>(Topics.UNSUBSCRIPTIONS.name(), DEPUTY, null))
                    .get();
            await(() -> {
                write(drops, drop("later-" + UUID.randomUUID(), "H1", "Ward-9"));
                return !to("deputy", mail.mails()).isEmpty();
            });

            // Then
            assertThat(states)
                    .containsExactly(
                            "d1 open-moderate",
                            "d1 open-moderate",
                            "d2 open-moderate",
                            "d3 open-moderate",
                            "d4 open-moderate",
                            "d5 open-moderate",
                            "elsewhere open-moderate",
                            "d1 open-severe",
                            "d2 ended");
            assertThat(ids.get(0)).isEqualTo(ids.get(1));
            assertThat(new HashSet<>(ids)).hasSize(8);
            assertThat(messageIds(mails)).doesNotHaveDuplicates().hasSize(7);
            assertThat(active).containsExactly("d1", "d3", "d4", "d5", "elsewhere");
            assertThat(to("sister", mails)).hasSize(7);
            assertSaysWhatTheRecordSays(mails.get(0));
            assertThat(told)
                    .filteredOn(row -> row.getRoute().equals("ward"))
                    .filteredOn(row -> row.getOutcome() == DeliveryOutcome.TOLD)
                    .hasSize(7);
        }
    }

    private static void assertSaysWhatTheRecordSays(String mail) {
        assertThat(mail)
                .contains(
                        "Subject: Moderate drop in 'Rated very good or good' at H1, ward Ward-1",
                        "To: sister@example.org",
                        "text/plain",
                        "text/html",
                        "In English. Twice.",
                        "https://heed.example.org/drops/d1",
                        "List-Unsubscribe: <https://heed.example.org/unsubscribe/"
                                + Unsubscribed.id("ward", "sister@example.org") + ">",
                        "List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    }

    private static List<String> to(String who, List<String> mails) {
        return mails.stream()
                .filter(mail -> mail.contains("To: " + who + "@example.org"))
                .toList();
    }

    private static List<String> messageIds(List<String> mails) {
        return mails.stream()
                .flatMap(mail -> mail.lines().filter(line -> line.startsWith("Message-ID: ")))
                .toList();
    }

    private Path routes(int hookPort, int mailPort, LocalAlertmanager alertmanager) throws IOException {
        Files.writeString(directory.resolve("mail.password"), MailBox.PASSWORD + "\n");
        Files.writeString(directory.resolve("hook.key"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
        return Files.writeString(
                directory.resolve("routes.yaml"),
                """
                mail:
                  host: localhost
                  port: %d
                  user: heed
                  password-file: mail.password
                  from: heed@example.org
                routes:
                  program:
                    to: webhook
                    url: http://127.0.0.1:%d/
                    secret-file: hook.key
                  ward:
                    to: mail
                    addresses: sister@example.org, deputy@example.org
                    hospitals: H1
                  on-call:
                    to: alertmanager
                    url: %s
                """
                        .formatted(mailPort, hookPort, alertmanager.url()));
    }

    private Process notifier(String bootstrap, Path routes, Path certificate) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djavax.net.ssl.trustStore=" + certificate,
                        "-Djavax.net.ssl.trustStorePassword=changeit",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NotifierProcess.class.getName(),
                        bootstrap,
                        routes.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("notifier.log").toFile()))
                .start();
        started.add(process);
        return process;
    }

    private Path certificate() throws IOException, InterruptedException {
        Path file = directory.resolve("mail.p12");
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(code).isZero();
        return file;
    }

    private long began(String bootstrap) {
        return newest(bootstrap).stream()
                .filter(row -> row.getOutcome() == DeliveryOutcome.BEGAN)
                .count();
    }

    private Collection<Delivery> newest(String bootstrap) {
        return new CommittedValues<>(
                        Topics.DELIVERIES, serdes, CommittedConsumers.of(Map.of("bootstrap.servers", bootstrap)))
                .newest()
                .values();
    }

    private static void createTopics(String bootstrap) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(TOPICS.stream()
                            .map(topic -> new NewTopic(topic.name(), 1, (short) 1).configs(topic.config()))
                            .toList())
                    .all()
                    .get();
        }
    }

    private <V> KafkaProducer<String, V> producer(String bootstrap, Topic<V> topic) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap),
                new StringSerializer(),
                serdes.of(topic).serializer());
    }

    private static void write(KafkaProducer<String, Drop> drops, Drop drop) throws Exception {
        drops.send(new ProducerRecord<>(Topics.DROPS.name(), drop.getHospital() + "|" + drop.getUnit(), drop))
                .get();
    }

    private static void put(KafkaProducer<String, Unsubscription> out, Unsubscription row) throws Exception {
        out.send(new ProducerRecord<>(Topics.UNSUBSCRIPTIONS.name(), row.getUnsubscriptionId(), row))
                .get();
    }

    private static Drop drop(String id, String hospital, String unit) {
        return builder(id, hospital, unit).build();
    }

    private static Drop worse(String id, String hospital, String unit) {
        return builder(id, hospital, unit)
                .setPhase(DropPhase.ESCALATED)
                .setSeverity(Severity.SEVERE)
                .setEscalatedAt(Instant.parse("2026-03-05T00:00:00Z"))
                .setAsOf(Instant.parse("2026-03-05T00:00:00Z"))
                .build();
    }

    private static Drop over(String id, String hospital, String unit) {
        return builder(id, hospital, unit)
                .setState(DropState.RECOVERED)
                .setPhase(DropPhase.RECOVERED)
                .setRecoveredAt(Instant.parse("2026-04-01T00:00:00Z"))
                .setAsOf(Instant.parse("2026-04-01T00:00:00Z"))
                .build();
    }

    private static Drop.Builder builder(String id, String hospital, String unit) {
        return SampleDrops.full().setDropId(id).setHospital(hospital).setUnit(unit);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(LIMIT).ignoreExceptions().until(condition);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
