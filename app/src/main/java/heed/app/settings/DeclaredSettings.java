package heed.app.settings;

import heed.schemas.Audience;
import heed.schemas.Window;
import heed.schemas.hospital.UnknownHospitals;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Declares every setting.
 *
 * <p>{@code heed.yaml} at the root of the project explains the same keys to a user; a test holds the two together.
 */
public final class DeclaredSettings {

    static final Setting<Path> DATA = new Setting<>(
            "data", ValueTypes.directory(), "./data", "Where the embedded servers, state and logs are kept");
    static final Setting<Optional<String>> BOOTSTRAP = new Setting<>(
            "bootstrap", ValueTypes.optionalServers(), "", "Kafka brokers to use; empty starts an embedded one");
    static final Setting<Optional<URI>> REGISTRY = new Setting<>(
            "registry", ValueTypes.optionalUrl(), "", "Schema registry to use; empty starts an embedded one");
    static final Setting<SerdesKind> SERDES =
            new Setting<>("serdes", ValueTypes.oneOf(SerdesKind.class), "heed", "Who writes and reads Avro");
    static final Setting<Audience> PAGE_AUDIENCE = new Setting<>(
            "page.audience",
            ValueTypes.oneOf(List.of(Audience.INTERNAL, Audience.PUBLISHED)),
            "internal",
            "Whom the page and /metrics show figures to: audiences.internal or audiences.published holds");
    static final Setting<Duration> ACK_TIMEOUT = new Setting<>(
            "intake.ack-timeout",
            ValueTypes.duration("100ms", "5m"),
            "10s",
            "How long a request waits for Kafka's acknowledgement before it is answered 503");
    static final Setting<Integer> CLIENT_RATE = new Setting<>(
            "intake.client-rate",
            ValueTypes.wholeNumber(1, 100_000),
            "50",
            "Requests a second that one client address may go on making; more get 429");
    static final Setting<Integer> CLIENT_BURST = new Setting<>(
            "intake.client-burst",
            ValueTypes.wholeNumber(1, 100_000),
            "200",
            "Requests that one client address may make at once after a pause");
    static final Setting<Integer> MAX_IN_FLIGHT = new Setting<>(
            "intake.max-in-flight",
            ValueTypes.wholeNumber(1, 200),
            "64",
            "Requests that may be in work at once, over all clients; one client address has half of that");
    static final Setting<Optional<Path>> WEBHOOKS = new Setting<>(
            "intake.webhooks",
            ValueTypes.optionalFile(),
            "",
            "YAML file of survey vendors whose signed deliveries are taken, with their mappings and files of secrets");
    static final Setting<Optional<Path>> FHIR = new Setting<>(
            "intake.fhir",
            ValueTypes.optionalFile(),
            "",
            "YAML file of questionnaires, by URL and version, whose FHIR responses are taken, with their mappings");
    static final Setting<Optional<Path>> HOSPITALS = new Setting<>(
            "hospitals.file", ValueTypes.optionalFile(), "", "CSV file of hospitals: names, zones, watching");
    static final Setting<UnknownHospitals> UNKNOWN_HOSPITALS = new Setting<>(
            "hospitals.unknown",
            ValueTypes.oneOf(UnknownHospitals.class),
            "accept",
            "Whether responses of hospitals that are not in the file count, or are rejected");
    static final Setting<Optional<Path>> QUESTIONNAIRES = new Setting<>(
            "questionnaires",
            ValueTypes.optionalDirectory(),
            "",
            "Directory of questionnaires of your own, *.yaml, beside those that come with Heed");
    static final Setting<ZoneId> ZONE = new Setting<>(
            "zone", ValueTypes.zone(), "Europe/London", "Time zone of hospitals that the file does not give one");
    static final Setting<Integer> MOST_HOSPITALS = new Setting<>(
            "limits.hospitals",
            ValueTypes.wholeNumber(1, 100_000),
            "500",
            "Hospitals that are not in the file, in each partition; those of one more are rejected");
    static final Setting<Integer> MOST_UNITS = new Setting<>(
            "limits.units",
            ValueTypes.wholeNumber(1, 100_000),
            "300",
            "Units of one hospital; those of one more are rejected");
    static final Setting<Integer> MOST_PLACES = new Setting<>(
            "limits.places",
            ValueTypes.wholeNumber(1, 1_000_000),
            "2000",
            "Units, and hospitals that are not in the file, in each partition; those of one more are rejected");
    static final Setting<Integer> MOST_KEYS = new Setting<>(
            "limits.keys",
            ValueTypes.wholeNumber(1, 10_000_000),
            "20000",
            "Watched measures of these places, in each partition; a questionnaire that brings more is rejected there");
    static final Setting<Duration> LATENESS = new Setting<>(
            "pipeline.lateness",
            ValueTypes.duration("1h", "365d"),
            "45d",
            "How long after it was given a response may arrive and still count");
    static final Setting<Integer> LEDGER_DAYS = new Setting<>(
            "pipeline.ledger-days",
            ValueTypes.wholeNumber(1, 3650),
            "90",
            "How many days of a hospital's arrivals are remembered, to know duplicates and corrections by");
    static final Setting<Duration> EMIT_INTERVAL = new Setting<>(
            "pipeline.emit-interval",
            ValueTypes.duration("10ms", "5s"),
            "500ms",
            "How often work is committed, and changed scores with it, only the newest of each row; a drop does not wait."
                    + " Five times as long while thousands of responses that arrived long ago are caught up with");
    static final Setting<Window> UNIT_WINDOWS_FROM = new Setting<>(
            "pipeline.unit-windows-from",
            ValueTypes.oneOf(List.of(Window.HOUR, Window.DAY)),
            "day",
            "The shortest window that scores of units are said of; hospitals' are said of hours too");
    static final Setting<Integer> THREADS =
            new Setting<>("pipeline.threads", ValueTypes.wholeNumber(1, 256), "2", "Threads that process");
    static final Setting<Integer> PARTITIONS = new Setting<>(
            "pipeline.partitions", ValueTypes.wholeNumber(1, 1000), "4", "Partitions of topics that are created");
    static final Setting<Integer> REPLICATION = new Setting<>(
            "pipeline.replication", ValueTypes.wholeNumber(1, 9), "1", "Replicas of topics that are created");
    static final Setting<ProcessingGuarantee> GUARANTEE = new Setting<>(
            "pipeline.processing-guarantee",
            ValueTypes.oneOf(ProcessingGuarantee.class),
            "exactly_once_v2",
            "Whether a crash may count a response twice");
    static final Setting<String> APPLICATION_ID = new Setting<>(
            "pipeline.application-id",
            ValueTypes.applicationId(),
            "heed",
            "Name of the consumer group and prefix of the internal topics");
    static final Setting<Duration> SESSION_TIMEOUT = new Setting<>(
            "pipeline.session-timeout",
            ValueTypes.duration("6s", "5m"),
            "6s",
            "How long a killed instance keeps its partitions");
    static final Setting<Integer> STANDBY = new Setting<>(
            "pipeline.standby-replicas",
            ValueTypes.wholeNumber(0, 8),
            "0",
            "Further instances that keep the state of each partition, ready to go on; each needs heap for it");
    static final Setting<Integer> INTERNAL = new Setting<>(
            "audiences.internal",
            ValueTypes.wholeNumber(1, 1_000),
            "10",
            "Scores of fewer answers are suppressed for everybody");
    static final Setting<Integer> PUBLISHED = new Setting<>(
            "audiences.published",
            ValueTypes.wholeNumber(1, 1_000),
            "21",
            "Fewest answers for figures that leave the hospital: hospitals are compared with each other from here on");
    static final Setting<AccessKind> ACCESS = new Setting<>(
            "access.people",
            ValueTypes.oneOf(AccessKind.class),
            "open",
            "Whether the page asks people who they are: accounts and provider have them sign in; open asks nobody");
    static final Setting<Duration> IDLE = new Setting<>(
            "access.idle",
            ValueTypes.duration("1m", "12h"),
            "30m",
            "How long somebody who is signed in may do nothing; at most access.longest");
    static final Setting<Duration> LONGEST_SESSION = new Setting<>(
            "access.longest", ValueTypes.duration("10m", "24h"), "12h", "How long a session lasts at most");
    static final Setting<Optional<Path>> ROUTES = new Setting<>(
            "notify.routes",
            ValueTypes.optionalFile(),
            "",
            "YAML file that says who is told of drops, rises, silences and episodes; empty tells nobody");
    static final Setting<LogLevel> LOG_LEVEL =
            new Setting<>("log.level", ValueTypes.oneOf(LogLevel.class), "info", "Least level of the log file");
    static final Setting<LogFormat> LOG_FORMAT = new Setting<>(
            "log.format",
            ValueTypes.oneOf(LogFormat.class),
            "text",
            "Form of its lines: for people, or a JSON object each for programs that gather logs");

    private static final List<Setting<?>> SERVERS = List.of(DATA, BOOTSTRAP, REGISTRY, SERDES);

    private static final List<Setting<?>> BEFORE_WATCH = List.of(
            ACK_TIMEOUT,
            CLIENT_RATE,
            CLIENT_BURST,
            MAX_IN_FLIGHT,
            WEBHOOKS,
            FHIR,
            HOSPITALS,
            UNKNOWN_HOSPITALS,
            QUESTIONNAIRES,
            ZONE,
            MOST_HOSPITALS,
            MOST_UNITS,
            MOST_PLACES,
            MOST_KEYS,
            LATENESS,
            LEDGER_DAYS,
            EMIT_INTERVAL,
            UNIT_WINDOWS_FROM,
            THREADS,
            PARTITIONS,
            REPLICATION,
            GUARANTEE,
            APPLICATION_ID,
            SESSION_TIMEOUT,
            STANDBY,
            INTERNAL,
            PUBLISHED,
            ACCESS,
            IDLE,
            LONGEST_SESSION,
            SecondFactorSetting.ROLES);

    private static final List<Setting<?>> AFTER_WATCH = List.of(ROUTES, LOG_LEVEL, LOG_FORMAT);

    private DeclaredSettings() {}

    /** Returns all settings, in the order of the file. */
    public static List<Setting<?>> all() {
        return Stream.<List<Setting<?>>>of(
                        SERVERS,
                        ListenSettings.PAGE.all(),
                        List.of(PAGE_AUDIENCE),
                        ShownSettings.ALL,
                        ListenSettings.INTAKE.all(),
                        BEFORE_WATCH,
                        DeclaredProvider.ALL,
                        CommentSettings.ALL,
                        NoteSettings.ALL,
                        WatchSettings.ALL,
                        ServerAccess.ALL,
                        AFTER_WATCH)
                .flatMap(List::stream)
                .toList();
    }
}
