package heed.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heed.bench.duck.DuckRecount;
import heed.bench.duck.DuckReport;
import heed.bench.entrant.EntrantSettings;
import heed.bench.limit.Limit;
import heed.schemas.topic.Topics;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the count of DuckDB against the rows that the limit says, which are the bytes that Heed says. */
class DuckRecountIT {

    /** Long enough that windows become final, and so many a day that no correction comes too late. */
    private static final Workload WORKLOAD = new Workload(12_000, 200, 3, 2, new Survey(2));

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    @Test
    void countsTheRowsThatAreSaidAndNamesOneThatIsNot() throws Exception {
        // Given
        try (FilledBroker filled = FilledBroker.start(WORKLOAD, directory)) {
            EntrantSettings settings = filled.settings();
            sayRows(settings);

            // When
            DuckReport ofAll = recount(settings, 0, DuckRecount::report);
            DuckReport lessOne = recount(settings, 1, DuckRecount::report);
            DuckReport ofNoneClosed = recount(settings, 0, recount -> recount.report(0));
            SaidScores said = SaidScores.read(settings.bootstrap());

            // Then
            assertThat(said.totals().same(filled.expected().totals())).isTrue();
            assertThat(ofAll.examples()).isEmpty();
            assertThat(ofAll.compared()).isGreaterThan(1_000);
            assertThat(lessOne.differing()).isBetween(7L, 14L);
            assertThat(lessOne.examples()).anySatisfy(row -> assertThat(row).contains("n is "));
            assertThat(ofNoneClosed.differing()).isEqualTo(said.finals()).isGreaterThan(1_000);
            assertThat(ofNoneClosed.examples()).allMatch(row -> row.endsWith("it is final, and nothing has closed it"));
        }
    }

    private static void sayRows(EntrantSettings settings) {
        try (Limit limit = new Limit(settings);
                Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap()))) {
            limit.start();
            await().atMost(PATIENCE)
                    .until(() -> InputProgress.committed(admin) == WORKLOAD.responses()
                            && InputProgress.isReadable(admin, Topics.SCORES));
        }
    }

    /** Counts all responses but the first ones. */
    private static DuckReport recount(EntrantSettings settings, int leftOut, Reported reported) throws Exception {
        try (DuckRecount recount = new DuckRecount(RecountBench.duckRules(), settings.survey());
                BenchReader input = new BenchReader(settings.bootstrap(), Topics.FEEDBACK);
                BenchReader output = new BenchReader(settings.bootstrap(), Topics.SCORES)) {
            AtomicInteger read = new AtomicInteger();
            input.read(record -> {
                if (read.getAndIncrement() >= leftOut) {
                    recount.feedback(record);
                }
            });
            output.read(recount::said);
            return reported.by(recount);
        }
    }

    private interface Reported {
        DuckReport by(DuckRecount recount) throws SQLException;
    }
}
