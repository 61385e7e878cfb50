package heed.monitoring.meters;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/metrics.md to what Heed exposes; writes it anew with {@code -Dheed.regenerate=true}. */
class MetricsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "metrics.md");
    private static final Pattern LABEL = Pattern.compile("[{,]([a-z_]+)=\"");

    @Test
    void isWhatTheMetersSay() throws IOException {
        // Given
        List<String> scrape = ExposedMetrics.scrape(Simulated.STAFF).lines().toList();

        // When
        String page = page(scrape);
        if (Boolean.getBoolean("heed.regenerate")) {
            Files.writeString(PAGE, page);
        }

        // Then
        assertThat(PAGE)
                .as("docs/metrics.md is stale; mend it: mvn -pl monitoring -am test -Dtest=MetricsPageTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dheed.regenerate=true")
                .hasContent(page);
    }

    private static String page(List<String> scrape) {
        StringBuilder page = new StringBuilder(
                """
                # Metrics

                What `/metrics` has. This page is generated from `MeterNames` and a scrape, and a test fails where it is stale. To write it anew:

                ```console
                mvn -pl monitoring -am test -Dtest=MetricsPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dheed.regenerate=true
                ```

                Every label has a bounded set of values; there is no id, offset or time in any. The counters of responses are there for the
                partitions that an instance owns: they go with a partition and start again where it comes back, so ask for their
                `increase()`. A score that may not be shown is absent, and `heed_score_state` says why.

                ## Heed's own

                | name in PromQL | type | labels | meaning |
                |---|---|---|---|
                """);
        for (MeterNames meter : MeterNames.values()) {
            String name = exposedName(meter, scrape);
            page.append("| `%s` | %s | %s | %s |\n"
                    .formatted(name, type(name, scrape), labels(name, scrape), meter.description()));
        }
        page.append(
                """

                A histogram has `_bucket` with `le`, `_sum`, `_count` and, of the last minutes, `_max`.

                ## Kafka's

                Of Kafka's own metrics these are let through, 400 series at most; `heed_meters_refused_total` counts what was refused. Labels are
                some of `client_id`, `thread_id`, `task_id` and `kafka_version`. What they mean is in
                [Kafka's documentation](https://kafka.apache.org/documentation/#monitoring).

                | name in PromQL | type |
                |---|---|
                """);
        new TreeSet<>(KafkaMeterFilter.ALLOWED)
                .forEach(name -> page.append("| `%s` | %s |\n"
                        .formatted(name.replace('.', '_'), name.endsWith(".total") ? "counter" : "gauge")));
        page.append(
                """

                ## The process

                `jvm_*`, `process_*` and `system_*` are
                [Micrometer's](https://docs.micrometer.io/micrometer/reference/reference/jvm.html): memory, garbage collection, threads, classes,
                processor, uptime, open files. Where the page is for everybody only `process_start_time_seconds` and
                `process_uptime_seconds` are there: memory and processor time show when a single answer came in.
                """);
        return page.toString();
    }

    private static String exposedName(MeterNames meter, List<String> scrape) {
        return Stream.of(meter.meter(), meter.meter() + "_total")
                .filter(name -> scrape.stream().anyMatch(line -> line.startsWith("# TYPE " + name + " ")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(meter + " is on no scrape"));
    }

    private static String type(String name, List<String> scrape) {
        return scrape.stream()
                .filter(line -> line.startsWith("# TYPE " + name + " "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
    }

    private static String labels(String name, List<String> scrape) {
        Set<String> labels = new TreeSet<>();
        scrape.stream().filter(line -> line.startsWith(name + "{")).forEach(line -> LABEL.matcher(line)
                .results()
                .forEach(label -> labels.add("`" + label.group(1) + "`")));
        return labels.isEmpty() ? "" : String.join(", ", labels);
    }
}
