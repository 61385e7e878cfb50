package heed.monitoring.meters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryTest {

    @Test
    void findsMetricsAndNotFunctionsLabelsOrWords() {
        // When
        var joined = new Query("sum by (reason) (rate(a_total{reason=\"b\"}[5m])) / on (c) d and e == bool 2e9");
        var nested = new Query("topk(10, time() - max without (f) (g:h_seconds)) or vector(0)");

        // Then
        assertThat(joined.metrics()).containsExactly("a_total", "d", "e");
        assertThat(nested.metrics()).containsExactly("g:h_seconds");
    }
}
