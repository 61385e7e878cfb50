package heed.monitoring.readmodel;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.LeagueFixture.aLeague;
import static heed.monitoring.LeagueFixture.aStanding;
import static heed.monitoring.ScoreFixture.aDay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heed.monitoring.MovementFixture;
import heed.monitoring.Simulated;
import heed.schemas.Drop;
import heed.schemas.LeagueRow;
import heed.schemas.Movement;
import heed.schemas.National;
import heed.schemas.Score;
import heed.schemas.Standing;
import heed.schemas.key.ComparisonKey;
import heed.schemas.key.LeagueKey;
import heed.schemas.key.ScoreKey;
import heed.schemas.key.SeriesKey;
import heed.schemas.key.WeekKey;
import heed.schemas.reader.CommittedReader;
import heed.schemas.reader.ReaderStatus;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Holds the read model to what comes to it from topics, tombstones among it. */
class ReadModelOnTopicsTest {

    private static final TopicPartition SCORES = new TopicPartition(Topics.SCORES.name(), 0);
    private static final TopicPartition DROPS = new TopicPartition(Topics.DROPS.name(), 0);
    private static final TopicPartition LEAGUE = new TopicPartition(Topics.LEAGUE.name(), 0);
    private static final TopicPartition NATIONAL = new TopicPartition(Topics.NATIONAL.name(), 0);
    private static final TopicPartition STANDINGS = new TopicPartition(Topics.STANDINGS.name(), 0);
    private static final TopicPartition MOVEMENTS = new TopicPartition(Topics.MOVEMENTS.name(), 0);

    private final AvroSerdes serdes = new AvroSerdes(new MemorySchemaRegistry());
    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
    private final List<TopicPartition> all = model.routes().stream()
            .map(route -> new TopicPartition(route.topic().name(), 0))
            .toList();
    private final BlockingQueue<MockConsumer<String, byte[]>> consumers = new LinkedBlockingQueue<>();
    private final CommittedReader reader = new CommittedReader("reader", this::next, serdes, model, Clock.systemUTC());

    private MockConsumer<String, byte[]> next() {
        try {
            return consumers.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private MockConsumer<String, byte[]> consumer(long scores, long drops) {
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
        for (TopicPartition each : all) {
            Node node = new Node(0, "localhost", 9092);
            consumer.updatePartitions(
                    each.topic(),
                    List.of(new PartitionInfo(each.topic(), 0, node, new Node[] {node}, new Node[] {node})));
        }
        consumer.updateBeginningOffsets(all.stream().collect(Collectors.toMap(each -> each, each -> 0L)));
        Map<TopicPartition, Long> ends = all.stream().collect(Collectors.toMap(each -> each, each -> 0L));
        ends.put(SCORES, scores);
        ends.put(DROPS, drops);
        consumer.updateEndOffsets(ends);
        return consumer;
    }

    private void deliver(MockConsumer<String, byte[]> consumer, long offset, Score score) {
        byte[] value = serdes.of(Topics.SCORES).serializer().serialize(Topics.SCORES.name(), score);
        deliver(consumer, SCORES, offset, ScoreKey.of(score).text(), value);
    }

    private void deliver(MockConsumer<String, byte[]> consumer, long offset, Drop drop) {
        byte[] value = serdes.of(Topics.DROPS).serializer().serialize(Topics.DROPS.name(), drop);
        deliver(consumer, DROPS, offset, SeriesKey.of(drop).text(), value);
    }

    private <V> byte[] bytes(Topic<V> topic, V value) {
        return serdes.of(topic).serializer().serialize(topic.name(), value);
    }

    private static void deliver(
            MockConsumer<String, byte[]> consumer, TopicPartition to, long offset, String key, byte[] value) {
        consumer.schedulePollTask(
                () -> consumer.addRecord(new ConsumerRecord<>(to.topic(), to.partition(), offset, key, value)));
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void showsFiguresOnceItHasReadWhatWasThereAtTheStart() {
        // Given
        MockConsumer<String, byte[]> consumer = consumer(2, 1);
        deliver(consumer, 0, aDay("2026-03-01").positive(18, 20));
        deliver(consumer, 1, aDay("2026-03-02").positive(19, 20));
        consumers.add(consumer);

        // When
        reader.start();
        await().until(() -> reader.status().lastContact() != null);
        boolean early = model.snapshot().part(Hospitals.class).byCode().isEmpty();
        ReaderStatus.Phase meanwhile = reader.status().phase();
        deliver(consumer, 0, aDrop().open());

        // Then
        assertThat(early).isTrue();
        assertThat(meanwhile).isEqualTo(ReaderStatus.Phase.CATCHING_UP);
        await().until(() -> reader.status().phase() == ReaderStatus.Phase.FOLLOWING);
        await().until(() -> model.snapshot().part(Drops.class).open().size() == 1);
        assertThat(model.snapshot().part(Hospitals.class).byCode()).containsOnlyKeys("H1");
    }

    @Test
    void takesOutWhatATombstoneNames() {
        // Given
        Score score = aDay("2026-03-01").positive(18, 20);
        MockConsumer<String, byte[]> consumer = consumer(1, 0);
        deliver(consumer, 0, score);
        consumers.add(consumer);
        reader.start();
        await().until(() -> !model.snapshot().part(Hospitals.class).byCode().isEmpty());

        // When
        deliver(consumer, SCORES, 1, ScoreKey.of(score).text(), null);

        // Then
        await().until(() -> model.snapshot().part(Hospitals.class).byCode().isEmpty());
    }

    @Test
    void readsComparisons() {
        // Given
        League league = new League(consumer(0, 0));

        // When
        reader.start();

        // Then
        await().until(league::isRead);
        assertThat(model.snapshot().part(Leagues.class).first("fft-2020.positive"))
                .contains(new Comparison<>(
                        "fft-2020.positive",
                        "2026-03",
                        List.of(Simulated.STAFF.cleared(league.row)),
                        Optional.of(Simulated.STAFF.cleared(league.national))));
    }

    @Test
    void takesOutTheComparisonsThatTombstonesName() {
        // Given
        League league = new League(consumer(0, 0));
        reader.start();
        await().until(league::isRead);

        // When
        league.remove();

        // Then
        await().until(() -> model.snapshot().part(Leagues.class).equals(Leagues.NONE));
    }

    /** Delivers one row of each topic that a comparison is made of. */
    private final class League {

        final LeagueRow row = aLeague("fft-2020.positive", "2026-03")
                .row("H1", 90, 100)
                .rows()
                .get(0);
        final National national =
                aLeague("fft-2020.positive", "2026-03").row("H1", 90, 100).national();
        final Standing standing = aStanding("experience-1", "2026-03", "H1", 1, 1);
        final MockConsumer<String, byte[]> consumer;

        League(MockConsumer<String, byte[]> consumer) {
            this.consumer = consumer;
            deliver(consumer, LEAGUE, 0, LeagueKey.of(row).text(), bytes(Topics.LEAGUE, row));
            deliver(consumer, NATIONAL, 0, ComparisonKey.of(national).text(), bytes(Topics.NATIONAL, national));
            deliver(consumer, STANDINGS, 0, LeagueKey.of(standing).text(), bytes(Topics.STANDINGS, standing));
            consumers.add(consumer);
        }

        void remove() {
            deliver(consumer, LEAGUE, 1, LeagueKey.of(row).text(), null);
            deliver(consumer, NATIONAL, 1, ComparisonKey.of(national).text(), null);
            deliver(consumer, STANDINGS, 1, LeagueKey.of(standing).text(), null);
        }

        boolean isRead() {
            return model.snapshot().part(Leagues.class).questionnaires().containsKey("experience-1");
        }
    }

    @Test
    void readsHowAllHospitalsMovedAndTakesOutWhatATombstoneNames() {
        // Given
        Movement week = MovementFixture.week("2026-03-02", -0.02);
        MockConsumer<String, byte[]> consumer = consumer(0, 0);
        deliver(consumer, MOVEMENTS, 0, WeekKey.of(week).text(), bytes(Topics.MOVEMENTS, week));
        consumers.add(consumer);
        reader.start();
        await().until(() -> model.snapshot()
                .part(Movements.class)
                .of("fft-2020.positive")
                .equals(Map.of(LocalDate.parse("2026-03-02"), week)));

        // When
        deliver(consumer, MOVEMENTS, 1, "fft-2020.positive|2026-W10", null);

        // Then
        await().until(() -> model.snapshot().part(Movements.class).byMeasure().isEmpty());
    }

    @Test
    void readsAgainFromTheBeginningAfterAnErrorThatAConsumerDoesNotSurvive() {
        // Given
        MockConsumer<String, byte[]> broken = consumer(1, 0);
        deliver(broken, 0, aDay("2026-03-01").at("GONE").positive(18, 20));
        consumers.add(broken);
        reader.start();
        await().until(() -> model.snapshot().part(Hospitals.class).byCode().containsKey("GONE"));

        // When
        MockConsumer<String, byte[]> second = consumer(1, 0);
        deliver(second, 0, aDay("2026-03-02").at("H2").positive(19, 20));
        consumers.add(second);
        broken.setPollException(new KafkaException("the disk of the broker is full"));

        // Then
        await().until(() -> model.snapshot().part(Hospitals.class).byCode().containsKey("H2"));
        assertThat(model.snapshot().part(Hospitals.class).byCode()).containsOnlyKeys("H2");
        assertThat(broken.closed()).isTrue();
    }
}
