package heed.monitoring.meters;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

class KafkaMeterFilterTest {

    @Test
    void letsFewKafkaMetersThroughAndNeverMoreThanTheCap() {
        // Given
        KafkaMeterFilter filter = new KafkaMeterFilter();
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config().meterFilter(filter);
        String wanted = "kafka.producer.record.send.total";

        // When
        for (int at = 0; at < KafkaMeterFilter.MOST + 50; at++) {
            Gauge.builder(wanted, () -> 1)
                    .tags(Tags.of("client.id", "heed-" + at))
                    .register(registry);
            Gauge.builder("kafka.producer.request.latency.avg", () -> Double.NaN)
                    .tags(Tags.of("client.id", "heed-" + at))
                    .register(registry);
            Gauge.builder(wanted, () -> 1)
                    .tags(Tags.of("client.id", "heed", "topic", "t" + at))
                    .register(registry);
        }

        // Then
        assertThat(registry.getMeters()).hasSize(KafkaMeterFilter.MOST);
        assertThat(filter.refused()).isEqualTo(50);
    }

    @Test
    void continuesASeriesAcrossRestartsWithGeneratedClientIds() {
        // Given
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config().meterFilter(new KafkaMeterFilter());

        // When
        for (String process :
                new String[] {"7b4a0a54-2f0c-4c5b-8a25-0d7a3f0f8a01", "9c4a0a54-2f0c-4c5b-8a25-0d7a3f0f8a02"}) {
            Gauge.builder("kafka.stream.thread.commit.total", () -> 1)
                    .tags(Tags.of("thread.id", "heed-" + process + "-StreamThread-1"))
                    .register(registry);
        }

        // Then
        assertThat(registry.getMeters()).hasSize(1);
        assertThat(registry.getMeters().get(0).getId().getTag("thread.id")).isEqualTo("heed-StreamThread-1");
    }
}
