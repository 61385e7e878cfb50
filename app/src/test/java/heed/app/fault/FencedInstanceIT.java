package heed.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.acceptance.CommittedTopics;
import heed.app.acceptance.HeedProcess;
import heed.app.acceptance.Load;
import heed.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@link InstancesIT} tries for minutes, once and in a fixed order: an instance joins another on three brokers,
 * falls asleep in its work until the other has its partitions, goes on as one who does not know that yet, a broker is
 * killed, and the first instance leaves. All input is counted once. {@link VerdictTest} holds what judges that.
 */
class FencedInstanceIT {

    private static final int RESPONSES = 12_000;
    private static final long SEED = 13;
    /** Of an instance, each of them a member of the group. */
    private static final int THREADS = 2;

    @TempDir
    private Path data;

    private Cluster cluster;
    private CommittedTopics topics;
    private Gaps gaps;
    private HeedInstance one;
    private HeedInstance two;

    @BeforeEach
    void start() throws Exception {
        cluster = Cluster.start(data, 3);
        topics = new CommittedTopics(cluster.bootstrap(), cluster.registryUrl());
    }

    @AfterEach
    void stop() throws Exception {
        Faults.end(gaps, one, two, topics, cluster);
    }

    private void startInstances(Map<String, String> settings) {
        one = new HeedInstance(data.resolve("one"), cluster, settings);
        two = new HeedInstance(data.resolve("two"), cluster, settings);
        one.start().awaitReady();
        topics.keepEveryRecordOf(Topics.DROPS);
        gaps = new Gaps(topics);
    }

    @Test
    void nothingIsLostOrDoubleThoughAnInstanceWakesWhoseWorkAnotherHasTakenOverAndABrokerIsKilled() throws Exception {
        // Given
        Map<String, String> settings = Map.of("HEED_PIPELINE_REPLICATION", "3", "HEED_AUDIENCES_INTERNAL", "1");
        Load load = Load.revising(RESPONSES, 24, SEED);
        startInstances(settings);

        // When
        try (Feed feed = Feed.start(load, topics)) {
            new Happening("an instance joins", () -> two.start().awaitReady()).run(gaps);
            new Happening("an instance asleep until its work is another's", this::sleepUntilAnotherHasItsWork)
                    .run(gaps);
            new Happening("a broker killed", this::killABroker).run(gaps);
            new Happening("an instance leaves", one::stop).run(gaps);
            feed.finish();
        }
        Evidence found = Evidence.gather(load, topics, List.of(two), settings);

        // Then
        assertThat(Verdict.of(found)).isEmpty();
    }

    /** Its threads are given up while it is asleep. */
    private void sleepUntilAnotherHasItsWork() throws Exception {
        awaitMembers(2 * THREADS);
        two.process().pause();
        awaitMembers(THREADS);
        gaps.awaitAll();
        two.process().goOn();
        two.awaitReady();
    }

    private void awaitMembers(int members) {
        Awaitility.await()
                .atMost(HeedProcess.GENEROUS)
                .ignoreExceptions()
                .until(() -> topics.members("heed") == members);
    }

    private void killABroker() throws Exception {
        cluster.broker(1).kill();
        gaps.awaitAll();
        cluster.broker(1).startAgain();
        cluster.awaitAll();
    }
}
