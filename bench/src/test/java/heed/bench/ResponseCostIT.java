package heed.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.ThreadMXBean;
import heed.bench.entrant.EntrantSettings;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds what a response costs where the speed of the machine does not matter: bytes that the pipeline's threads
 * allocate, and records that it writes.
 *
 * <p>Twenty hospitals of five units are answered for sixty days, five times a day and unit, so that windows become
 * final. All of it is committed at most a few times, however slow the machine: what is said is nearly the same each
 * time.
 */
class ResponseCostIT {

    /**
     * What was measured on 2026-12-01, three times, was 5.94 records, each commit more would be some .1, and 19,000
     * bytes, 21,300 with Java's first compiler alone. Whoever makes a response cheaper lowers them.
     */
    private static final double MOST_RECORDS = 6.6;

    private static final double MOST_ALLOCATED = 22_500;

    private static final Workload WORKLOAD = new Workload(30_000, 500, 20, 5, new Survey(6));
    /** Five times as long while there is much to catch up with. */
    private static final Duration COMMIT_EVERY = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final Locale before = Locale.getDefault();

    @TempDir
    private Path directory;

    /** As the application does: in other locales Kafka Streams formats text for each record at many times the cost. */
    @BeforeEach
    void setTheLocaleOfTheApplication() {
        Locale.setDefault(Locale.US);
    }

    @AfterEach
    void setTheLocaleBack() {
        Locale.setDefault(before);
    }

    @Test
    void aResponseAllocatesAndWritesNoMoreThanItDid() throws Exception {
        // Given
        try (FilledBroker filled = FilledBroker.start(WORKLOAD, directory)) {
            EntrantSettings settings = filled.settings();
            settings.streams().put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_EVERY.toMillis());

            // When
            long allocated;
            TopicSizes written;
            try (BenchPipeline pipeline = new BenchPipeline(settings);
                    Admin admin =
                            Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap()))) {
                pipeline.start();
                await().atMost(PATIENCE).until(() -> InputProgress.committed(admin) == WORKLOAD.responses());
                allocated = allocatedByThePipeline();
                written = TopicSizes.now(admin);
            }

            // Then
            assertThat(SaidScores.read(settings.bootstrap())
                            .totals()
                            .same(filled.expected().totals()))
                    .isTrue();
            assertThat((double) written.records() / WORKLOAD.responses())
                    .as("records written a response")
                    .isBetween(1.0, MOST_RECORDS);
            assertThat((double) allocated / WORKLOAD.responses())
                    .as("bytes allocated a response")
                    .isBetween(1.0, MOST_ALLOCATED);
        }
    }

    /** Adds up what the threads that Kafka Streams made have allocated: those of the broker are called otherwise. */
    private static long allocatedByThePipeline() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] own = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().contains(PipelineSettings.GROUP))
                .mapToLong(ThreadInfo::getThreadId)
                .toArray();
        return Arrays.stream(threads.getThreadAllocatedBytes(own)).sum();
    }
}
