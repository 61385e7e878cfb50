package heed.app.secured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import heed.app.command.HeedCommand;
import heed.app.doctor.PermissionFindings;
import heed.app.permission.KafkaAcls;
import heed.app.permission.Permission;
import heed.app.permission.Permissions;
import heed.app.server.RunningHeed;
import heed.app.server.StartException;
import heed.app.server.embedded.EmbeddedRegistry;
import heed.app.server.embedded.RegistryHome;
import heed.app.settings.Component;
import heed.app.settings.ConfiguredHospitals;
import heed.app.settings.Installation;
import heed.app.settings.Settings;
import heed.app.settings.SettingsReader;
import heed.schemas.topic.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One broker for all: what is allowed is what the tests before have allowed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecuredBrokerIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path directory;

    private static SecuredBroker broker;
    private static EmbeddedRegistry registry;
    private static Admin administrator;

    @BeforeAll
    static void start() throws Exception {
        registry = EmbeddedRegistry.start(
                Files.createDirectories(directory.resolve("registry")), RegistryHome.find(), HTTP);
        broker = SecuredBroker.start(Files.createDirectories(directory.resolve("broker")));
        administrator = Admin.create(broker.administrator());
    }

    @AfterAll
    static void stop() {
        administrator.close();
        broker.close();
        registry.close();
    }

    @Test
    @Order(1)
    void aWrongPasswordIsOneSentenceAndNoWaiting() throws Exception {
        // Given
        Map<String, String> options = new HashMap<>(broker.asComponents());
        String right = Files.readString(Path.of(options.get("kafka.pipeline.file")));
        Path file = Files.writeString(
                directory.resolve("wrong.properties"), right.replaceAll("password=\"[^\"]*\"", "password=\"pa55\""));
        options.put("kafka.pipeline.file", file.toString());

        // When
        var refusal = catchThrowableOfType(StartException.class, () -> heed(settings(options)));

        // Then
        assertThat(refusal)
                .hasMessage(
                        "Kafka at " + broker.bootstrap() + ": the pipeline is not let in: Authentication failed during"
                                + " authentication due to invalid credentials with SASL mechanism SCRAM-SHA-512. Mend its name and"
                                + " password, kafka.sasl.jaas.config and kafka.sasl.mechanism, or the file that"
                                + " kafka.pipeline.file names.");
    }

    @Test
    @Order(2)
    void aBrokerThatIsNotTrustedIsOneSentenceAndNoWaiting() throws Exception {
        // Given
        Path stranger = broker.stranger(directory.resolve("stranger"));
        Map<String, String> options = new HashMap<>(broker.asComponents());
        options.put("kafka.ssl.truststore.location", stranger.toString());

        // When
        var refusal = catchThrowableOfType(StartException.class, () -> heed(settings(options)));

        // Then
        assertThat(refusal)
                .hasMessageStartingWith(
                        "Kafka at " + broker.bootstrap() + ": its certificate is not trusted by the pipeline: ")
                .hasMessageContaining(". Name what it is signed by in kafka.ssl.truststore.location")
                .hasMessageNotContaining("password=");
    }

    @Test
    @Order(3)
    void whoIsAllowedNothingIsToldSo() throws Exception {
        // When
        var refusal = catchThrowableOfType(StartException.class, () -> heed(settings(broker.asComponents())));

        // Then
        assertThat(refusal)
                .hasMessageStartingWith("The topics can't be set up at")
                .hasMessageContaining("heed doctor");
    }

    @Test
    @Order(4)
    void everythingWorksWithThePrintedAclsAndWithNothingElse() throws Exception {
        // Given
        administrator
                .createAcls(PrintedAcls.read(printed(settings(broker.asComponents()), SecuredBroker::user)))
                .all()
                .get();
        Map<String, String> open = new HashMap<>(broker.asComponents());
        open.put("access.people", "open");

        // When
        List<Integer> codes;
        String hospitals;
        heed(settings(broker.asComponents())).close();
        try (RunningHeed heed = heed(settings(open))) {
            heed.beat();
            send(heed.intake(), "H1");
            URI address = heed.page().resolve("api/v1/hospitals");
            Awaitility.await().atMost(LIMIT).until(() -> get(address).contains("\"hospital\":\"H1\""));
            hospitals = get(address);
            codes = List.of(
                    command(
                            "acls",
                            "--apply",
                            "--as",
                            broker.administratorsFile().toString(),
                            "--bootstrap",
                            broker.bootstrapOfBrokers()),
                    command("topics", "--check"),
                    command("users", "list"),
                    command("recount"),
                    command("rebaseline", "H1", "fft-2020.positive", "--restart", "--why", "Asked otherwise."),
                    command("backup", directory.resolve("backup.avro").toString()));
        }

        // Then
        assertThat(hospitals).contains("\"hospital\":\"H1\"");
        assertThat(codes).containsExactly(0, 0, 0, 0, 0, 0);
    }

    @Test
    @Order(5)
    void thePageReadsNeitherResponsesNorComments() throws Exception {
        // Given
        Map<String, Object> page = settings(broker.asComponents())
                .servers()
                .kafka()
                .of(Component.PAGE)
                .client(broker.bootstrap());

        // When // Then
        try (var consumer = new KafkaConsumer<>(page, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (String topic : List.of(Topics.FEEDBACK.name(), Topics.COMMENTS.name())) {
                consumer.assign(List.of(new TopicPartition(topic, 0)));
                assertThatThrownBy(() -> {
                            consumer.seekToBeginning(consumer.assignment());
                            consumer.poll(Duration.ofSeconds(10));
                        })
                        .isInstanceOf(TopicAuthorizationException.class);
            }
        }
    }

    /** Of each permission in turn; what one component lacks is nothing to another, so all four are asked at once. */
    @Test
    @Order(6)
    void theDoctorSaysOfEveryAclThatItIsMissing() throws IOException {
        // Given
        Settings settings = settings(broker.asComponents());
        Installation installation = installation(settings);
        List<Permission> permissions = Permissions.of(installation, Clock.systemUTC());
        var findings = new PermissionFindings(installation, broker.bootstrap(), Clock.systemUTC());

        // When
        List<String> before = missing(findings, settings);
        long noticed = Arrays.stream(Component.values())
                .parallel()
                .mapToLong(component -> noticed(component, permissions, findings, settings))
                .sum();
        Awaitility.await().atMost(LIMIT).until(() -> missing(findings, settings).isEmpty());

        // Then
        assertThat(before).isEmpty();
        assertThat(noticed).isEqualTo(permissions.size()).isGreaterThan(100);
    }

    /** Whom a certificate shows is said by {@code ssl.principal.mapping.rules} of the listener. */
    @Test
    @Order(7)
    void partsThatShowACertificateAndNoPasswordMayWhatThePrintedAclsGiveThemAndNothingBefore() throws Exception {
        // Given
        Map<String, String> options = broker.withCertificates();

        // When
        var before = catchThrowableOfType(StartException.class, () -> heed(settings(options)));
        allow(options, SecuredBroker::byCertificate);
        String hospitals = hospitalsAt(options, "H2");
        int checked = command(options, "topics", "--check");

        // Then
        assertThat(before).hasMessageStartingWith("The topics can't be set up at");
        assertThat(hospitals).contains("\"hospital\":\"H2\"");
        assertThat(checked).isZero();
    }

    @Test
    @Order(8)
    void whoShowsNoCertificateWhereBrokersAskForOneIsToldSo() throws Exception {
        // Given
        Map<String, String> options = new HashMap<>(broker.withCertificates());
        options.keySet().removeIf(key -> key.endsWith(".file"));
        options.remove("kafka.ssl.keystore.type");

        // When
        var refusal = catchThrowableOfType(StartException.class, () -> heed(settings(options)));

        // Then
        assertThat(refusal)
                .hasMessageContaining("the pipeline is not let in: Received fatal alert")
                .hasMessageContaining("name it by kafka.ssl.keystore.location");
    }

    /** A command says itself which addresses may be asked for tokens; a start in this process has to be told. */
    @Test
    @Order(9)
    void partsThatShowATokenMayWhatThePrintedAclsGiveThemAndNothingBefore() throws Exception {
        // Given
        Map<String, String> options = broker.withTokens();

        // When
        int denied = command(options, "topics", "--check");
        var before = catchThrowableOfType(StartException.class, () -> heed(settings(options)));
        allow(options, SecuredBroker::byToken);
        String hospitals = hospitalsAt(options, "H3");
        int checked = command(options, "topics", "--check");

        // Then
        assertThat(denied).isEqualTo(1);
        assertThat(before).hasMessageStartingWith("The topics can't be set up at");
        assertThat(hospitals).contains("\"hospital\":\"H3\"");
        assertThat(checked).isZero();
    }

    @Test
    @Order(10)
    void whoHasAWrongSecretGetsNoTokenAndIsToldSoAtOnce() throws Exception {
        // Given
        Map<String, String> options = new HashMap<>(broker.withTokens());
        Path file = directory.resolve("no-token.properties");
        String right = Files.readString(Path.of(options.get("kafka.pipeline.file")));
        options.put(
                "kafka.pipeline.file",
                Files.writeString(file, right.replaceAll("secret=.*", "secret=pa55"))
                        .toString());

        // When
        var refusal = catchThrowableOfType(StartException.class, () -> heed(settings(options)));

        // Then
        assertThat(refusal)
                .hasMessageContaining("no token for the pipeline: "
                        + options.get("kafka.sasl.oauthbearer.token.endpoint.url")
                        + " refuses its client id and secret, with status 401. Mend")
                .hasMessageNotContaining("pa55");
    }

    @Test
    @Order(11)
    void partsThatShowANameAndPasswordAsTheyAreMayWhatThePrintedAclsGiveThem() throws Exception {
        // Given
        Map<String, String> options = broker.withPasswords();
        Map<String, String> wrong = new HashMap<>(options);
        Path file = directory.resolve("wrong-password.properties");
        String right = Files.readString(Path.of(options.get("kafka.pipeline.file")));
        wrong.put(
                "kafka.pipeline.file",
                Files.writeString(file, right.replace("pa55-of-pipeline", "pa55-of-nobody"))
                        .toString());

        // When
        allow(options, SecuredBroker::byPassword);
        var refusal = catchThrowableOfType(StartException.class, () -> heed(settings(wrong)));
        String hospitals = hospitalsAt(options, "H4");
        int checked = command(options, "topics", "--check");

        // Then
        assertThat(refusal)
                .hasMessageContaining("the pipeline is not let in: Authentication failed")
                .hasMessageNotContaining("pa55");
        assertThat(hospitals).contains("\"hospital\":\"H4\"");
        assertThat(checked).isZero();
    }

    private static void allow(Map<String, String> options, Function<Component, String> user) throws Exception {
        administrator
                .createAcls(PrintedAcls.read(printed(settings(options), user)))
                .all()
                .get();
    }

    private static String hospitalsAt(Map<String, String> options, String hospital) throws Exception {
        Map<String, String> open = new HashMap<>(options);
        open.put("access.people", "open");
        try (RunningHeed heed = heed(settings(open))) {
            send(heed.intake(), hospital);
            URI address = heed.page().resolve("api/v1/hospitals");
            Awaitility.await().atMost(LIMIT).until(() -> get(address).contains("\"hospital\":\"" + hospital + "\""));
            return get(address);
        }
    }

    private static List<String> missing(PermissionFindings findings, Settings settings) {
        List<String> missing = new ArrayList<>();
        for (Component component : Component.values()) {
            try (Admin admin = admin(component, settings)) {
                findings.missing(component, admin).forEach(each -> missing.add(each.text()));
            } catch (ExecutionException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return missing;
    }

    /** Takes each permission of a component away, waits until that is said in words, and gives it back. */
    private static long noticed(
            Component component, List<Permission> permissions, PermissionFindings findings, Settings settings) {
        List<Permission> own = permissions.stream()
                .filter(each -> each.component() == component)
                .toList();
        try (Admin admin = admin(component, settings)) {
            for (Permission permission : own) {
                AclBinding binding = permission.binding("User:" + SecuredBroker.user(component));
                String words = "the " + component.text() + " (User:" + SecuredBroker.user(component) + ") may not "
                        + permission.text();
                administrator.deleteAcls(List.of(binding.toFilter())).all().get();
                Awaitility.await(words)
                        .atMost(LIMIT)
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> findings.missing(component, admin).stream()
                                .anyMatch(each -> each.what().equals(words)));
                administrator.createAcls(List.of(binding)).all().get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return own.size();
    }

    private static Admin admin(Component component, Settings settings) {
        return Admin.create(settings.servers().kafka().of(component).client(broker.bootstrap()));
    }

    private static RunningHeed heed(Settings settings) throws InterruptedException {
        // A pipeline that does not stop in time is left to the end of the process, and this process goes on.
        Awaitility.await().atMost(LIMIT).until(() -> isLeft(settings.data()));
        return RunningHeed.start(
                settings, ConfiguredHospitals.read(settings.hospitals()), "", HTTP, Clock.systemUTC(), awaited -> {});
    }

    /** Tells whether no pipeline of this process holds the state in a data directory any more. */
    private static boolean isLeft(Path data) throws IOException {
        Path held = data.resolve("streams").resolve("heed").resolve(".lock");
        if (!Files.exists(held)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(held, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static Installation installation(Settings settings) {
        return Installation.of(settings, ConfiguredHospitals.read(settings.hospitals()));
    }

    private static List<String> printed(Settings settings, Function<Component, String> user) {
        return new KafkaAcls(broker.bootstrap(), component -> "User:" + user.apply(component))
                .lines(Permissions.of(installation(settings), Clock.systemUTC()));
    }

    private static Settings settings(Map<String, String> options) {
        return SettingsReader.read(Optional.empty(), Map.of(), all(options));
    }

    private static Map<String, String> all(Map<String, String> options) {
        Map<String, String> all = new HashMap<>(Map.of(
                "registry", registry.url().toString(),
                "data", directory.resolve("data").toString(),
                "page.port", "0",
                "intake.port", "0",
                "access.people", "accounts",
                "pipeline.partitions", "1"));
        all.putAll(options);
        return all;
    }

    private static int command(String... words) throws Exception {
        return command(broker.asComponents(), words);
    }

    private static int command(Map<String, String> options, String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        all(options).forEach((key, value) -> line.addAll(List.of("--set", key + "=" + value)));
        return HeedCommand.run(line.toArray(String[]::new));
    }

    private static void send(URI intake, String hospital) throws Exception {
        String body = "{\"hospital\":\"" + hospital + "\",\"questionnaire\":\"fft-2020\",\"given_at\":\""
                + Instant.now() + "\",\"answers\":{\"overall\":\"very_good\"}}";
        var request = HttpRequest.newBuilder(intake)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(202);
    }

    private static String get(URI address) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
