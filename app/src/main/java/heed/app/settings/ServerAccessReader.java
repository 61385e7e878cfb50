package heed.app.settings;

import heed.schemas.registry.RegistryAccess;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how Kafka and the registry are to be shown who Heed is, and refuses what does not fit together. */
final class ServerAccessReader {

    /** Gives the value of a setting. */
    interface Values {
        <T> T of(Setting<T> setting);
    }

    private final Values values;
    private final Map<String, SettingValue> chosen;
    private final List<SettingProblem> problems;

    ServerAccessReader(Values values, Map<String, SettingValue> chosen, List<SettingProblem> problems) {
        this.values = values;
        this.chosen = chosen;
        this.problems = problems;
    }

    /** Returns what clients of Kafka are told; where the servers are embedded ones, nothing may be. */
    KafkaAccess kafka() {
        if (values.of(DeclaredSettings.BOOTSTRAP).isEmpty()) {
            refuseWithout(DeclaredSettings.BOOTSTRAP.key(), ServerAccess.KAFKA);
            return KafkaAccess.NONE;
        }
        Map<String, String> shared = new HashMap<>();
        ServerAccess.SHARED.forEach(setting -> values.of(setting)
                .ifPresent(value -> shared.put(setting.key().substring(ServerAccess.KAFKA.length()), value)));
        var files = new KafkaFiles(problems);
        Map<Component, ClientSecurity> components = new EnumMap<>(Component.class);
        ServerAccess.FILES.forEach((component, setting) -> {
            Map<String, String> all = new HashMap<>(shared);
            values.of(setting).ifPresent(file -> all.putAll(files.read(file)));
            if (!all.isEmpty()) {
                components.put(component, new ClientSecurity(all));
            }
        });
        return new KafkaAccess(components);
    }

    /** Returns the servers and how they are shown who asks. */
    Settings.Servers servers() {
        return new Settings.Servers(
                values.of(DeclaredSettings.BOOTSTRAP),
                values.of(DeclaredSettings.REGISTRY).map(ServerAccessReader::withoutUser),
                values.of(DeclaredSettings.SERDES),
                kafka(),
                registry());
    }

    /** Returns what the registry is told. */
    RegistryAccess registry() {
        if (values.of(DeclaredSettings.REGISTRY).isEmpty()) {
            refuseWithout(DeclaredSettings.REGISTRY.key(), "registry-access.");
        }
        Optional<String> user = values.of(ServerAccess.REGISTRY_USER);
        Optional<String> password = values.of(ServerAccess.REGISTRY_PASSWORD);
        Optional<String> token = values.of(ServerAccess.REGISTRY_TOKEN);
        if (user.isPresent() != password.isPresent()) {
            refuse(
                    user.isPresent() ? ServerAccess.REGISTRY_USER : ServerAccess.REGISTRY_PASSWORD,
                    "given together with "
                            + (user.isPresent() ? ServerAccess.REGISTRY_PASSWORD : ServerAccess.REGISTRY_USER).key());
        }
        if (user.isPresent() && token.isPresent()) {
            refuse(ServerAccess.REGISTRY_TOKEN, "given without a name and password: one or the other");
        }
        Optional<String> inUrl = values.of(DeclaredSettings.REGISTRY).map(URI::getUserInfo);
        Optional<Path> certificates = values.of(ServerAccess.REGISTRY_CERTIFICATES);
        RegistryAccess access = token.map(RegistryAccess::bearer)
                .or(() -> user.flatMap(name -> password.map(word -> RegistryAccess.basic(name, word))))
                .or(() -> inUrl.map(ServerAccessReader::split))
                .orElse(RegistryAccess.NONE);
        return certificates.map(access::trusting).orElse(access);
    }

    private static RegistryAccess split(String user) {
        int colon = user.indexOf(':');
        return colon < 0
                ? RegistryAccess.basic(user, "")
                : RegistryAccess.basic(user.substring(0, colon), user.substring(colon + 1));
    }

    /** Returns the address without name and password: it is shown, and told to who asks where Heed's servers are. */
    static URI withoutUser(URI url) {
        return url.getRawUserInfo() == null
                ? url
                : URI.create(url.toString().replace("//" + url.getRawUserInfo() + "@", "//"));
    }

    private void refuse(Setting<?> setting, String instead) {
        SettingValue given = chosen.get(setting.key());
        if (given != null) {
            problems.add(SettingProblem.notAllowed(given, instead));
        }
    }

    private void refuseWithout(String server, String prefix) {
        chosen.values().stream()
                .filter(given ->
                        given.key().startsWith(prefix) && !given.value().isBlank())
                .forEach(given -> problems.add(SettingProblem.notAllowed(
                        given, "given together with " + server + ": embedded servers ask nobody who they are")));
    }
}
