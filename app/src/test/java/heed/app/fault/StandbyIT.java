package heed.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.acceptance.CommittedTopics;
import heed.app.acceptance.HeedProcess;
import heed.app.acceptance.Load;
import heed.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills one of two instances that have a history in their state, starts it again and kills the other: so state is read
 * from Kafka, or goes on from a standby's, in both. Prints how long readers waited.
 */
@EnabledIfSystemProperty(
        named = "heed.fault.history",
        matches = "\\d+",
        disabledReason = "takes minutes: ask for it by -Dheed.fault.history=100000, the number of responses")
class StandbyIT {

    private static final int HISTORY = Integer.getInteger("heed.fault.history", 0);
    private static final int WHILE_KILLED = 40_000;
    private static final long SEED = Long.getLong("heed.fault.seed", 13);

    /** In which a standby reads what there is, and partitions go back to who was killed. */
    private static final Duration SETTLING = Duration.ofSeconds(Integer.getInteger("heed.fault.settling", 20));

    @TempDir
    private Path data;

    private Cluster cluster;
    private CommittedTopics topics;
    private HeedInstance one;
    private HeedInstance two;
    private Map<String, String> settings;

    private void start(int standbys) throws Exception {
        settings = new HashMap<>(Map.of("HEED_PIPELINE_REPLICATION", "3", "HEED_AUDIENCES_INTERNAL", "1"));
        settings.put("HEED_PIPELINE_STANDBY_REPLICAS", Integer.toString(standbys));
        cluster = Cluster.start(data, 3);
        topics = new CommittedTopics(cluster.bootstrap(), cluster.registryUrl());
        one = new HeedInstance(data.resolve("one"), cluster, settings);
        two = new HeedInstance(data.resolve("two"), cluster, settings);
        one.start().awaitReady();
        two.start().awaitReady();
        topics.keepEveryRecordOf(Topics.DROPS);
    }

    @AfterEach
    void stop() throws Exception {
        Faults.end(one, two, topics, cluster);
    }

    @Test
    void nothingIsLostOrDoubleWhereStateIsReadFromKafka() throws Exception {
        // Given
        start(0);

        // When
        List<String> wrong = killEach("without a standby");

        // Then
        assertThat(wrong).isEmpty();
    }

    @Test
    void nothingIsLostOrDoubleWhereStateGoesOnFromAStandbys() throws Exception {
        // Given
        start(1);

        // When
        List<String> wrong = killEach("with a standby");

        // Then
        assertThat(wrong).isEmpty();
    }

    private List<String> killEach(String how) throws Exception {
        Load load = Load.of(HISTORY + WHILE_KILLED, 24, SEED);
        try (Gaps gaps = new Gaps(topics);
                Feed feed = Feed.startAfter(HISTORY, load, topics)) {
            awaitCounted(HISTORY);
            for (HeedInstance each : List.of(two, one, two)) {
                Faults.last(SETTLING);
                new Happening("instance " + each.data().getFileName() + " killed " + how, each::kill).run(gaps);
                each.start().awaitReady();
            }
            feed.finish();
        }
        Evidence found = Evidence.gather(load, topics, List.of(one, two), settings);
        System.out.println("fault: MiB of memory " + how + " " + found.residentMiB());
        return Verdict.of(found);
    }

    /** Waits until what the instances have committed is as much as {@code responses}. */
    private void awaitCounted(int responses) {
        Awaitility.await()
                .atMost(HeedProcess.GENEROUS)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> topics.workedOff("heed") >= responses);
    }
}
