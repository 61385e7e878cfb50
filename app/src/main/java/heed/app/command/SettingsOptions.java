package heed.app.command;

import heed.app.settings.Settings;
import heed.app.settings.SettingsReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.internals.BrokerSecurityConfigs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which any command's settings are overridden. */
final class SettingsOptions {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings file; default: heed.yaml here, else beside the launcher.")
    private @Nullable Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "Data directory (setting data).")
    private @Nullable String data;

    @Option(names = "--bootstrap", paramLabel = "HOST:PORT", description = "Kafka brokers to use (setting bootstrap).")
    private @Nullable String bootstrap;

    @Option(names = "--registry", paramLabel = "URL", description = "Schema registry to use (setting registry).")
    private @Nullable String registry;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Any setting, for example --set page.port=9000. May be given several times.")
    private Map<String, String> others = new LinkedHashMap<>();

    /** Reads the settings from file, environment and these options. */
    Settings read(CommandContext context) {
        return read(context, Map.of());
    }

    /** Reads the settings with others on top, as the demo has them. */
    Settings read(CommandContext context, Map<String, String> onTop) {
        Map<String, String> all = overrides();
        onTop.forEach(all::putIfAbsent);
        return read(context, file(context), all);
    }

    /** Reads the settings with commands being to Kafka who a file of its client settings says. */
    Settings readAs(CommandContext context, String file) {
        Map<String, String> all = overrides();
        all.put("kafka.commands.file", file);
        return read(context, file(context), all);
    }

    private Optional<Path> file(CommandContext context) {
        return config == null ? context.settingsFile() : Optional.of(config);
    }

    private static Settings read(CommandContext context, Optional<Path> file, Map<String, String> options) {
        Settings settings = SettingsReader.read(file, context.environment(), options);
        allowTokensOf(settings);
        return settings;
    }

    /** Kafka asks no address for tokens that the process does not allow, whatever the settings say. */
    private static void allowTokensOf(Settings settings) {
        Set<String> endpoints = settings.servers().kafka().tokenEndpoints();
        if (!endpoints.isEmpty()) {
            System.setProperty(BrokerSecurityConfigs.ALLOWED_SASL_OAUTHBEARER_URLS_CONFIG, String.join(",", endpoints));
        }
    }

    private Map<String, String> overrides() {
        Map<String, String> overrides = new LinkedHashMap<>(others);
        put(overrides, "data", data);
        put(overrides, "bootstrap", bootstrap);
        put(overrides, "registry", registry);
        return overrides;
    }

    private static void put(Map<String, String> overrides, String key, @Nullable String value) {
        if (value != null) {
            overrides.put(key, value);
        }
    }
}
