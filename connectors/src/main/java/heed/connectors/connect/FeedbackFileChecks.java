package heed.connectors.connect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigValue;

/** Finds what is wrong with settings that are right each by itself, all of it at once. */
final class FeedbackFileChecks {

    private static final String AS_IT_IS = "org.apache.kafka.connect.converters.ByteArrayConverter";
    private static final String TOLERANCE = "errors.tolerance";
    private static final List<String> CONVERTERS = List.of("key.converter", "value.converter");

    private final Map<String, String> given;
    private final List<ConfigValue> values;

    /** Takes what was given, and what was found of each setting by itself, to which more is added. */
    FeedbackFileChecks(Map<String, String> given, List<ConfigValue> values) {
        this.given = given;
        this.values = values;
    }

    /** Looks for what is wrong. */
    void run() {
        CONVERTERS.forEach(this::converter);
        tolerance();
        together(FeedbackFileSettings.USER, FeedbackFileSettings.PASSWORD);
        together(FeedbackFileSettings.PASSWORD, FeedbackFileSettings.USER);
        if (isGiven(FeedbackFileSettings.TOKEN) && isGiven(FeedbackFileSettings.USER)) {
            refuse(FeedbackFileSettings.TOKEN, "is given beside a name and password; give one or the other");
        }
        if (values.stream().allMatch(value -> value.errorMessages().isEmpty())) {
            var config = new FeedbackFileSourceConfig(given);
            config.finished().ifPresent(finished -> finished(config, finished));
            attempt(FeedbackFileSettings.QUESTIONNAIRES, config::questionnaires);
            attempt(FeedbackFileSettings.HOSPITALS, config::hospitals);
            attempt(FeedbackFileSettings.CERTIFICATES, () -> config.serdes(Clock.systemUTC()));
            if (values.stream().allMatch(value -> value.errorMessages().isEmpty())) {
                attempt(FeedbackFileSettings.MAPPING, config::rows);
            }
        }
    }

    private void converter(String name) {
        if (!AS_IT_IS.equals(given.get(name))) {
            refuse(
                    name,
                    name + " must be " + AS_IT_IS + ", said here whatever the worker's own is: the connector writes"
                            + " keys and values as they stand on the topics");
        }
    }

    private void tolerance() {
        if (!"none".equalsIgnoreCase(given.getOrDefault(TOLERANCE, "none"))) {
            refuse(
                    TOLERANCE,
                    TOLERANCE + " must be none: otherwise Connect passes over what it can't write, and goes on as if it"
                            + " were in Heed");
        }
    }

    private void together(String one, String other) {
        if (isGiven(one) && !isGiven(other)) {
            refuse(one, one + " is given without " + other);
        }
    }

    private void finished(FeedbackFileSourceConfig config, Path finished) {
        if (finished.toAbsolutePath()
                .normalize()
                .equals(config.directory().toAbsolutePath().normalize())) {
            refuse(
                    FeedbackFileSettings.FINISHED,
                    FeedbackFileSettings.FINISHED + " must be another directory than " + FeedbackFileSettings.DIRECTORY
                            + "; one below it will do");
        } else if (!Files.isWritable(finished) || !Files.isWritable(config.directory())) {
            refuse(
                    FeedbackFileSettings.FINISHED,
                    "files can't be moved from " + config.directory() + " to " + finished
                            + "; let the worker write to both");
        }
    }

    private boolean isGiven(String name) {
        return !given.getOrDefault(name, "").isEmpty();
    }

    private void attempt(String name, Runnable reading) {
        try {
            reading.run();
        } catch (RuntimeException e) {
            String.valueOf(e.getMessage()).lines().forEach(problem -> refuse(name, problem));
        }
    }

    private void refuse(String name, String why) {
        Optional<ConfigValue> known =
                values.stream().filter(value -> value.name().equals(name)).findFirst();
        ConfigValue value = known.orElseGet(() -> {
            var more = new ConfigValue(name);
            more.value(given.get(name));
            values.add(more);
            return more;
        });
        value.addErrorMessage(why);
    }
}
