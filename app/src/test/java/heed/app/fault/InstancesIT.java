package heed.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.acceptance.Background;
import heed.app.acceptance.CommittedTopics;
import heed.app.acceptance.Load;
import heed.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several instances on three brokers, under a load that reaches every partition all the time: restarted one by one;
 * then instances join, leave, are killed and put to sleep, while brokers are too, each in turn.
 */
@EnabledIfSystemProperty(
        named = "heed.fault.rounds",
        matches = "\\d+",
        disabledReason = "takes minutes: ask for it by -Dheed.fault.rounds=1")
class InstancesIT {

    private static final int ROUNDS = Integer.getInteger("heed.fault.rounds", 1);
    private static final long SEED = Long.getLong("heed.fault.seed", 13);
    private static final Map<String, String> SETTINGS =
            Map.of("HEED_PIPELINE_REPLICATION", "3", "HEED_AUDIENCES_INTERNAL", "1");

    @TempDir
    private Path data;

    private Cluster cluster;
    private CommittedTopics topics;
    private Gaps gaps;
    private final List<HeedInstance> instances = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        cluster = Cluster.start(data, 3);
        topics = new CommittedTopics(cluster.bootstrap(), cluster.registryUrl());
        instance("one").start().awaitReady();
        instance("two").start().awaitReady();
        topics.keepEveryRecordOf(Topics.DROPS);
        gaps = new Gaps(topics);
    }

    @AfterEach
    void stop() throws Exception {
        Faults.end(gaps);
        instances.forEach(HeedInstance::close);
        Faults.end(topics, cluster);
    }

    @Test
    void nothingIsLostOrDoubleWhateverInstancesAndBrokersGoThrough() throws Exception {
        // Given
        Load load = Load.revising(60_000 * ROUNDS, 24, SEED);

        // When
        try (Feed feed = Feed.start(load, topics)) {
            gaps.awaitAll();
            for (int round = 0; round < ROUNDS; round++) {
                Random order = new Random(SEED + round);
                new Happening("rolling restart of two instances", this::restartOneByOne).run(gaps);
                new Happening("instances and brokers, each in turn, side by side", () -> sideBySide(order)).run(gaps);
            }
            feed.finish();
        }
        Evidence found = Evidence.gather(load, topics, instances, SETTINGS);

        // Then
        System.out.println("fault: MiB of memory " + found.residentMiB());
        assertThat(Verdict.of(found)).isEmpty();
    }

    /** Has one instance at a time fail, and one broker at a time, so that there is always another one. */
    private void sideBySide(Random order) throws Exception {
        List<Happening> ofInstances = new ArrayList<>(List.of(
                new Happening("two more instances join and leave", this::joinAndLeave),
                new Happening("an instance asleep for 20 s", this::sleepOfAnInstance),
                new Happening("an instance killed", this::killAnInstance)));
        List<Happening> ofBrokers = new ArrayList<>(List.of(
                new Happening("a broker asleep for 10 s", this::sleepOfABroker),
                new Happening("broker 1 killed", () -> kill(cluster.broker(0), broker -> {})),
                new Happening("broker 2 killed", () -> kill(cluster.broker(1), broker -> {})),
                new Happening(
                        "broker 3 killed, and half of the input lost there",
                        () -> kill(cluster.broker(2), broker -> broker.cutLogOf(Topics.FEEDBACK)))));
        Collections.shuffle(ofInstances, order);
        Collections.shuffle(ofBrokers, order);
        try (Background instancesFail = new Background(() -> inTurn(ofInstances))) {
            inTurn(ofBrokers);
            instancesFail.await();
        }
    }

    private static void inTurn(List<Happening> all) {
        try {
            for (Happening each : all) {
                each.run();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private HeedInstance instance(String name) {
        HeedInstance instance = new HeedInstance(data.resolve(name), cluster, SETTINGS);
        instances.add(instance);
        return instance;
    }

    private void restartOneByOne() throws Exception {
        for (HeedInstance each : instances.subList(0, 2)) {
            each.stop();
            each.start().awaitReady();
        }
    }

    private void joinAndLeave() throws Exception {
        HeedInstance three = instances.size() > 2 ? instances.get(2) : instance("three");
        HeedInstance four = instances.size() > 3 ? instances.get(3) : instance("four");
        three.start();
        four.start().awaitReady();
        three.awaitReady();
        four.stop();
        three.stop();
    }

    private void sleepOfAnInstance() throws Exception {
        HeedInstance one = instances.get(0);
        one.process().pause();
        Faults.last(Duration.ofSeconds(20));
        one.process().goOn();
        one.awaitReady();
    }

    private void killAnInstance() throws Exception {
        instances.get(1).kill();
        instances.get(1).start().awaitReady();
    }

    private void sleepOfABroker() throws Exception {
        cluster.broker(1).pause();
        Faults.last(Duration.ofSeconds(10));
        cluster.broker(1).goOn();
        cluster.awaitAll();
    }

    private interface Loss {
        void of(BrokerChild broker) throws Exception;
    }

    private void kill(BrokerChild broker, Loss loss) throws Exception {
        broker.kill();
        loss.of(broker);
        broker.startAgain();
        cluster.awaitAll();
    }
}
