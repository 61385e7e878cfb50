package heed.connectors.webhook;

import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Holds secrets of webhooks that were given beside the file, by the variables that they were given by. Shows none. */
public record GivenSecrets(Map<String, String> byVariable) {

    private static final String PREFIX = "HEED_WEBHOOK_";

    public GivenSecrets {
        byVariable = Map.copyOf(byVariable);
    }

    /** Returns that none were given. */
    public static GivenSecrets none() {
        return new GivenSecrets(Map.of());
    }

    /** Tells whether a variable is one of a webhook's secret. */
    public static boolean isVariable(String name) {
        return name.startsWith(PREFIX + "SECRET_") || name.startsWith(PREFIX + "FORMER_SECRET_");
    }

    /** Returns the variable of what the file has under {@code key} for a webhook. */
    static String variable(String key, String webhook) {
        return PREFIX + (key + '_' + webhook).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    Optional<String> of(String key, String webhook) {
        return Optional.ofNullable(byVariable.get(variable(key, webhook)));
    }

    /** Returns the variables that were given, without those of {@code taken}. */
    NavigableSet<String> without(Iterable<String> taken) {
        NavigableSet<String> left = new TreeSet<>(byVariable.keySet());
        taken.forEach(left::remove);
        return left;
    }

    @Override
    public String toString() {
        return "secrets by " + new TreeSet<>(byVariable.keySet());
    }
}
