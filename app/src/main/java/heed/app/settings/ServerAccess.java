package heed.app.settings;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Declares the settings by which Heed shows Kafka and the schema registry who it is. */
final class ServerAccess {

    static final String KAFKA = "kafka.";
    static final String HIDDEN = "****";

    /** Kafka's own, for all components. */
    static final List<Setting<Optional<String>>> SHARED = KafkaNames.all().stream()
            .map(name -> new Setting<>(KAFKA + name, KafkaNames.type(name), "", KafkaNames.doc(name)))
            .toList();

    /** Files of Kafka's own settings, each for one component, on top of those for all. */
    static final Map<Component, Setting<Optional<Path>>> FILES =
            Arrays.stream(Component.values()).collect(Collectors.toMap(Function.identity(), ServerAccess::file));

    static final Setting<Optional<String>> REGISTRY_USER = new Setting<>(
            "registry-access.user", ValueTypes.optionalText(), "", "Name for the schema registry, with a password");
    static final Setting<Optional<String>> REGISTRY_PASSWORD = new Setting<>(
            "registry-access.password", ValueTypes.optionalText(), "", "Password for the schema registry; a secret");
    static final Setting<Optional<String>> REGISTRY_TOKEN = new Setting<>(
            "registry-access.token",
            ValueTypes.optionalText(),
            "",
            "Bearer token for the schema registry, instead of name and password; a secret");
    static final Setting<Optional<Path>> REGISTRY_CERTIFICATES = new Setting<>(
            "registry-access.certificates",
            ValueTypes.optionalFile(),
            "",
            "PEM file of the certificates that an https:// registry is trusted by; empty trusts what Java trusts");

    static final List<Setting<?>> ALL = Stream.of(
                    SHARED.stream(),
                    Arrays.stream(Component.values()).map(FILES::get),
                    Stream.of(REGISTRY_USER, REGISTRY_PASSWORD, REGISTRY_TOKEN, REGISTRY_CERTIFICATES))
            .<Setting<?>>flatMap(Function.identity())
            .toList();

    private ServerAccess() {}

    private static Setting<Optional<Path>> file(Component component) {
        return new Setting<>(
                KAFKA + component.text() + ".file",
                ValueTypes.optionalFile(),
                "",
                "File of Kafka's client settings for the " + component.text() + " alone, on top of those above");
    }

    /** Tells whether the value of a key must never be shown. */
    static boolean isSecret(String key) {
        return key.equals(DeclaredProvider.SECRET.key())
                || key.equals(REGISTRY_PASSWORD.key())
                || key.equals(REGISTRY_TOKEN.key())
                || (key.startsWith(KAFKA) && KafkaNames.isSecret(key.substring(KAFKA.length())));
    }

    /** Returns a value as it may be shown: a secret is not, nor what may be one under a mistaken name. */
    static String shown(String key, String value) {
        boolean known = DeclaredSettings.all().stream()
                .anyMatch(setting -> setting.key().equals(key));
        boolean suspect = key.toLowerCase(Locale.ROOT).matches("(heed_)?(kafka|registry.access)[._].*");
        return isSecret(key) || (suspect && !known) ? HIDDEN : value.replaceAll("//[^/@]*@", "//" + HIDDEN + "@");
    }
}
