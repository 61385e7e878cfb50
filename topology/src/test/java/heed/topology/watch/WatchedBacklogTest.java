package heed.topology.watch;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.ActionKind;
import heed.schemas.WatchTime;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topics;
import heed.topology.episode.EpisodeTopology;
import heed.topology.response.Change;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Place;
import heed.topology.response.Places;
import heed.topology.response.Response;
import heed.topology.response.ScoredMeasure;
import heed.topology.store.WriteBehindStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Answers of a backlog wait for the commit: what is said and kept must be what it would be if none did. */
class WatchedBacklogTest {

    private static final int DAYS = 100;
    private static final int A_DAY = 60;
    /** From which response on there is a unit more, of which the act is the first that asks. */
    private static final int NEW_UNIT = 5_200;

    private static final long LAST_MS = Duration.ofDays(DAYS + 1).toMillis();

    private final AvroSerdes serdes = new AvroSerdes(new MemorySchemaRegistry());
    private final MeasureCatalogue catalogue = new MeasureCatalogue(Questionnaires.shipped());
    private final Places places = new Places(HospitalDirectory.empty());
    private final ScoredMeasure measure = catalogue.byName(ActsFixture.MEASURE);
    private final WatchStep step = new WatchStep(
            WatchRules.DEFAULTS,
            new WatchTimes(HospitalDirectory.empty(), WatchTime.GIVEN),
            HospitalDirectory.empty(),
            Questionnaires.shipped(),
            catalogue,
            EpisodeTopology.flags());

    @Test
    void saysAndKeepsOfABacklogWhatItSaysOfAnswersAsTheyHappen() {
        // Given
        WatchContext live = new WatchContext(0);
        WatchContext backlog = new WatchContext(2 * LAST_MS);

        // When
        feed(live, DAYS, 1).flushCache();
        feed(backlog, DAYS, 1_700).flushCache();

        // Then
        assertThat(live.said.keySet())
                .anyMatch(key -> key.startsWith("drops-sink"))
                .anyMatch(key -> key.startsWith("flags-sink"))
                .contains("baselines-sink H1|W1|" + ActsFixture.MEASURE)
                .noneMatch(key -> key.startsWith("rejected-sink"));
        assertThat(newest(backlog)).isEqualTo(newest(live));
        assertThat(allButTheUsual(backlog)).isEqualTo(allButTheUsual(live));
        assertThat(backlog.rows).isEqualTo(live.rows);
    }

    @Test
    void judgesAnswersOfABacklogAtTheCommit() {
        // Given
        WatchContext backlog = new WatchContext(2 * LAST_MS);

        // When
        WriteBehindStore<?> store = feed(backlog, 80, Integer.MAX_VALUE);
        boolean silent = backlog.said.isEmpty();
        store.flushCache();

        // Then
        assertThat(silent).isTrue();
        assertThat(backlog.said.keySet()).anyMatch(key -> key.startsWith("drops-sink"));
    }

    private static Map<String, Object> newest(WatchContext context) {
        Map<String, Object> newest = new TreeMap<>();
        context.said.forEach((key, values) -> newest.put(key, values.get(values.size() - 1)));
        return newest;
    }

    /** What is usual is said once a commit. */
    private static Map<String, List<Object>> allButTheUsual(WatchContext context) {
        Map<String, List<Object>> others = new TreeMap<>(context.said);
        others.keySet().removeIf(key -> key.startsWith("baselines-sink"));
        return others;
    }

    /** Two hospitals, one with units, of which answers fall, are corrected, and are acted on; some commits. */
    private WriteBehindStore<?> feed(WatchContext context, int days, int responsesACommit) {
        WriteBehindStore<?> store =
                (WriteBehindStore<?>) step.stores().iterator().next().build();
        store.init(context.context(), store);
        Processor<byte[], Change, Object, Object> watch = step.get();
        watch.init(context.context());
        Processor<byte[], byte[], Object, Object> acts = step.acts(serdes).get();
        acts.init(context.context());
        for (int i = 0; i < days * A_DAY; i++) {
            long atMs = Duration.ofDays(1).toMillis() * i / A_DAY;
            if (i == 90 * A_DAY) {
                acts.process(act("a", null, atMs));
                acts.process(act("b", "W1", atMs));
            }
            watch.process(new Record<>(new byte[0], change(i, atMs), atMs));
            if ((i + 1) % responsesACommit == 0) {
                store.flushCache();
            }
        }
        return store;
    }

    private Change change(int i, long atMs) {
        Place place = i % 3 == 0 ? places.of("H2", null) : places.of("H1", i < NEW_UNIT ? "W0" : "W1");
        Response response = new Response();
        response.start(0, i, 1, Response.Kind.SUBMITTED, new Record<>(new byte[0], new byte[0], atMs));
        Change change = new Change();
        change.start(response);
        response.answers().start(place, atMs);
        response.answers().add(measure, points(i));
        change.putIn(response.answers());
        if (i % 17 == 16) {
            // The same place as six responses before.
            change.takeOut(1).start(place, Duration.ofDays(1).toMillis() * (i - 6) / A_DAY);
            change.out().add(measure, points(i - 6));
        }
        return change;
    }

    /** Nine in ten are good, and from the sixtieth day six in ten. */
    private static int points(int i) {
        return Math.floorMod(i * 31, 10) < (i < 60 * A_DAY ? 9 : 6) ? 10_000 : 0;
    }

    private Record<byte[], byte[]> act(String id, @Nullable String unit, long atMs) {
        byte[] value = serdes.of(Topics.ACTIONS)
                .serializer()
                .serialize(
                        Topics.ACTIONS.name(),
                        ActsFixture.action(id, ActionKind.REBASELINED, "H1", unit, ActsFixture.MEASURE, null));
        return new Record<>("H1".getBytes(StandardCharsets.UTF_8), value, atMs);
    }
}
