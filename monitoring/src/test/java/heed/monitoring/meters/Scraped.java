package heed.monitoring.meters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;

/** Reads the text format as Prometheus does: each series, with its labels, once. */
final class Scraped {

    private Scraped() {}

    static Map<String, Double> from(Meters meters) {
        Map<String, Double> series = new TreeMap<>();
        meters.scrape("text/plain")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .forEach(line -> {
                    int space = line.lastIndexOf(' ');
                    String name = line.substring(0, space);
                    assertThat(series.put(name, Double.valueOf(line.substring(space + 1))))
                            .as("twice: %s", name)
                            .isNull();
                });
        return series;
    }
}
