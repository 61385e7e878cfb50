package heed.app.settings;

import heed.connectors.webhook.GivenSecrets;
import heed.schemas.disclosure.Minimums;
import heed.schemas.hospital.PlaceLimits;
import heed.schemas.hospital.UnknownHospitals;
import heed.schemas.name.NearestName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings from all sources: defaults, overridden by the file, by the environment, by command options.
 *
 * <p>Everything wrong in any source is reported at once, also a wrong value that a later source overrides: it is wrong
 * all the same, and will bite once the override goes.
 */
public final class SettingsReader {

    /** Variables that begin as settings do but belong to the launcher. */
    private static final Set<String> RESERVED = Set.of("HEED_JAVA_OPTS", "HEED_CONFIG");

    private final Map<String, Setting<?>> byKey;
    private final Map<String, Setting<?>> byVariable;
    private final List<SettingProblem> problems = new ArrayList<>();
    private final Map<String, SettingValue> chosen = new HashMap<>();

    private GivenSecrets webhookSecrets = GivenSecrets.none();

    private SettingsReader() {
        byKey = DeclaredSettings.all().stream().collect(Collectors.toMap(Setting::key, Function.identity()));
        byVariable = DeclaredSettings.all().stream().collect(Collectors.toMap(Setting::variable, Function.identity()));
    }

    /**
     * Reads the settings.
     *
     * @param file the settings file, empty where there is none
     * @param environment all environment variables; only those that begin with {@code HEED_} are looked at
     * @param options values from the command line by key
     * @throws SettingsException with every problem found
     */
    public static Settings read(Optional<Path> file, Map<String, String> environment, Map<String, String> options) {
        var reader = new SettingsReader();
        file.ifPresent(reader::takeFile);
        reader.takeEnvironment(environment);
        reader.takeOptions(options);
        return reader.build();
    }

    private void takeFile(Path file) {
        YamlSource.read(file, problems).forEach(given -> take(given, byKey.get(given.key()), byKey.keySet()));
    }

    private void takeEnvironment(Map<String, String> environment) {
        webhookSecrets = WebhookSecrets.read(environment, problems);
        environment.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("HEED_") && !RESERVED.contains(entry.getKey()))
                .filter(entry -> !GivenSecrets.isVariable(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> takeVariable(entry.getKey(), entry.getValue()));
    }

    private void takeVariable(String variable, String value) {
        Setting<?> setting = byVariable.get(variable);
        Setting<?> inFile = setting == null ? byVariable.get(SecretFiles.named(variable)) : null;
        if (inFile != null && ServerAccess.isSecret(inFile.key())) {
            SecretFiles.read(inFile.key(), variable, value, problems)
                    .ifPresent(given -> take(given, inFile, byVariable.keySet()));
        } else if (setting == null) {
            take(new SettingValue(variable, value, "environment"), null, byVariable.keySet());
        } else {
            take(new SettingValue(setting.key(), value, "variable " + variable), setting, byVariable.keySet());
        }
    }

    private void takeOptions(Map<String, String> options) {
        options.forEach((key, value) -> {
            SettingValue given = new SettingValue(key, value, "command option");
            if (ServerAccess.isSecret(key)) {
                problems.add(SettingProblem.notAllowed(given, SecretFiles.INSTEAD));
            } else {
                take(given, byKey.get(key), byKey.keySet());
            }
        });
    }

    private void take(SettingValue given, @Nullable Setting<?> setting, Set<String> known) {
        if (setting == null) {
            problems.add(SettingProblem.unknown(given, NearestName.of(given.key(), known)));
            return;
        }
        try {
            setting.type().parse(given.value());
            chosen.put(given.key(), given);
        } catch (IllegalArgumentException e) {
            problems.add(SettingProblem.notAllowed(given, setting.type().allowed()));
        }
    }

    private Settings build() {
        refuseHalfOfTheServers();
        refuseMoreForThePublic();
        refuseToRejectAll();
        refuseIdlenessForEver();
        WebhookSecrets.problem(webhookSecrets, value(DeclaredSettings.WEBHOOKS)).ifPresent(problems::add);
        CommentSettings.problem(this::value, chosen).ifPresent(problems::add);
        ListenSettings.PAGE.problem(this::value, chosen).ifPresent(problems::add);
        ListenSettings.INTAKE.problem(this::value, chosen).ifPresent(problems::add);
        Settings.Servers servers = new ServerAccessReader(this::value, chosen, problems).servers();
        Settings.Access people = DeclaredProvider.access(this::value, problems);
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return new Settings(
                value(DeclaredSettings.DATA),
                servers,
                ListenSettings.PAGE.read(this::value),
                ShownSettings.read(this::value),
                new Settings.Intake(
                        ListenSettings.INTAKE.read(this::value),
                        value(DeclaredSettings.ACK_TIMEOUT),
                        value(DeclaredSettings.CLIENT_RATE),
                        value(DeclaredSettings.CLIENT_BURST),
                        value(DeclaredSettings.MAX_IN_FLIGHT),
                        value(DeclaredSettings.WEBHOOKS),
                        webhookSecrets,
                        value(DeclaredSettings.FHIR)),
                new Settings.Hospitals(value(DeclaredSettings.HOSPITALS), value(DeclaredSettings.ZONE)),
                value(DeclaredSettings.QUESTIONNAIRES),
                limits(),
                pipeline(),
                audiences(),
                people,
                CommentSettings.read(this::value),
                NoteSettings.read(this::value),
                watch(),
                value(DeclaredSettings.ROUTES),
                new Settings.Log(value(DeclaredSettings.LOG_LEVEL), value(DeclaredSettings.LOG_FORMAT)));
    }

    private PlaceLimits limits() {
        return new PlaceLimits(
                value(DeclaredSettings.UNKNOWN_HOSPITALS),
                value(DeclaredSettings.MOST_HOSPITALS),
                value(DeclaredSettings.MOST_UNITS),
                value(DeclaredSettings.MOST_PLACES),
                value(DeclaredSettings.MOST_KEYS));
    }

    private Settings.Watch watch() {
        return new Settings.Watch(
                value(WatchSettings.FALSE_ALARM_DAYS),
                value(WatchSettings.UNIT_FALSE_ALARM_DAYS),
                value(WatchSettings.MEASURE_FALSE_ALARM_DAYS),
                value(WatchSettings.PUBLISHED_FALSE_ALARM_DAYS),
                value(WatchSettings.SILENCE_FALSE_ALARM_DAYS),
                value(WatchSettings.EPISODE_FALSE_ALARM_DAYS),
                value(WatchSettings.WATCH_TIME),
                value(WatchSettings.WATCH_RULE),
                value(WatchSettings.LIST_FALSE_SHARE));
    }

    private Settings.Audiences audiences() {
        return new Settings.Audiences(
                new Minimums(value(DeclaredSettings.INTERNAL), value(DeclaredSettings.PUBLISHED)),
                value(DeclaredSettings.PAGE_AUDIENCE));
    }

    private Settings.Pipeline pipeline() {
        return new Settings.Pipeline(
                value(DeclaredSettings.LATENESS),
                value(DeclaredSettings.LEDGER_DAYS),
                value(DeclaredSettings.EMIT_INTERVAL),
                value(DeclaredSettings.UNIT_WINDOWS_FROM),
                value(DeclaredSettings.THREADS),
                value(DeclaredSettings.PARTITIONS),
                value(DeclaredSettings.REPLICATION),
                value(DeclaredSettings.GUARANTEE),
                value(DeclaredSettings.APPLICATION_ID),
                value(DeclaredSettings.SESSION_TIMEOUT),
                value(DeclaredSettings.STANDBY));
    }

    private void refuseHalfOfTheServers() {
        boolean broker = value(DeclaredSettings.BOOTSTRAP).isPresent();
        boolean registry = value(DeclaredSettings.REGISTRY).isPresent();
        if (broker != registry) {
            SettingValue given = Objects.requireNonNull(
                    chosen.get(broker ? "bootstrap" : "registry"), "neither is there unless given");
            problems.add(SettingProblem.notAllowed(
                    given, "given together with " + (broker ? "registry" : "bootstrap") + ": both or neither"));
        }
    }

    private void refuseMoreForThePublic() {
        int internal = value(DeclaredSettings.INTERNAL);
        if (value(DeclaredSettings.PUBLISHED) < internal) {
            SettingValue published = chosen.get(DeclaredSettings.PUBLISHED.key());
            problems.add(
                    published == null
                            ? SettingProblem.notAllowed(
                                    Objects.requireNonNull(
                                            chosen.get(DeclaredSettings.INTERNAL.key()), "the defaults fit each other"),
                                    "at most audiences.published (" + value(DeclaredSettings.PUBLISHED)
                                            + "): raise that with it")
                            : SettingProblem.notAllowed(published, "at least audiences.internal (" + internal + ")"));
        }
    }

    private void refuseToRejectAll() {
        if (value(DeclaredSettings.UNKNOWN_HOSPITALS) == UnknownHospitals.REJECT
                && value(DeclaredSettings.HOSPITALS).isEmpty()) {
            problems.add(SettingProblem.notAllowed(
                    Objects.requireNonNull(
                            chosen.get(DeclaredSettings.UNKNOWN_HOSPITALS.key()), "the default rejects none"),
                    "given together with hospitals.file: without a file every hospital is unknown"));
        }
    }

    private void refuseIdlenessForEver() {
        if (value(DeclaredSettings.IDLE).compareTo(value(DeclaredSettings.LONGEST_SESSION)) > 0) {
            SettingValue given = chosen.getOrDefault(
                    DeclaredSettings.IDLE.key(), chosen.get(DeclaredSettings.LONGEST_SESSION.key()));
            problems.add(SettingProblem.notAllowed(
                    Objects.requireNonNull(given, "the defaults fit each other"),
                    "access.idle at most as long as access.longest"));
        }
    }

    private <T> T value(Setting<T> setting) {
        SettingValue given = chosen.get(setting.key());
        return setting.type().parse(given == null ? setting.defaultText() : given.value());
    }
}
