package heed.topology.score;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Window;
import heed.schemas.disclosure.Minimums;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.topology.response.Answers;
import heed.topology.response.Change;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Place;
import heed.topology.response.Places;
import heed.topology.response.Response;
import heed.topology.response.ScoredMeasure;
import heed.topology.time.UtcDay;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

/** Changes of a backlog wait for the commit: what is said and kept must be what it would be if none did. */
class ScoreBacklogTest {

    private static final int LATENESS_DAYS = 3;
    private static final int KEPT_DAYS = 4;
    private static final int A_DAY = 40;
    private static final int DAYS = 100;
    private static final String LONE = "H9";

    private final MeasureCatalogue catalogue = new MeasureCatalogue(Questionnaires.shipped());
    private final Places places = new Places(HospitalDirectory.empty());
    private final List<ScoredMeasure> measures = List.of(
            catalogue.byName("fft-2020.positive"),
            catalogue.byName("fft-2020.negative"),
            catalogue.byName("another-1.measure"));

    @Test
    void saysAndKeepsOfABacklogWhatItSaysOfResponsesAsTheyHappen() {
        for (int seed = 0; seed < 6; seed++) {
            // Given
            Commits live = new Commits();
            Commits backlog = new Commits();

            // When
            feed(seed, i -> false, Set.of(), live);
            feed(seed, ScoreBacklogTest::mostWait, Set.of(), backlog);

            // Then
            assertThat(backlog.said).as("seed %d", seed).isEqualTo(live.said);
            assertThat(backlog.rows()).as("seed %d", seed).isEqualTo(live.rows());
            assertThat(live.deleted).isGreaterThan(1_000);
        }
    }

    @Test
    void saysAndKeepsTheSameAfterItWasThrownAwayWithWhatWaitedAndReadAgainFromTheLastCommit() {
        for (int seed = 0; seed < 3; seed++) {
            // Given
            Commits live = new Commits();
            Commits crashed = new Commits();

            // When
            feed(seed, i -> false, Set.of(), live);
            feed(seed, ScoreBacklogTest::mostWait, crashes(seed), crashed);

            // Then
            assertThat(crashed.thrownAway).as("seed %d", seed).isGreaterThan(1_000);
            assertThat(crashed.said).as("seed %d", seed).isEqualTo(live.said);
            assertThat(crashed.rows()).as("seed %d", seed).isEqualTo(live.rows());
        }
    }

    @Test
    void putsAChangeThatWaitsIntoItsPanesWithTheNextThatDoesNot() {
        // Given
        ScoreState state = state();
        state.applyWithCommit(change(places.of("H1", "W1"), 0, 1));
        Commits waiting = new Commits();
        waiting.say(state);

        // When
        state.apply(change(places.of("H2", null), 0, 1));
        Commits applied = new Commits();
        applied.say(state);

        // Then
        assertThat(waiting.said.get(0)).isEmpty();
        assertThat(applied.said.get(0).keySet())
                .anyMatch(key -> key.startsWith("H1|W1 "))
                .anyMatch(key -> key.startsWith("H2 "));
    }

    /** Responses whose state is lost once they came, none of them in the last days. */
    private static Set<Integer> crashes(int seed) {
        return new Random(seed)
                .ints(20, 0, (DAYS - LATENESS_DAYS - KEPT_DAYS) * A_DAY)
                .boxed()
                .collect(Collectors.toSet());
    }

    /** Feeds responses to a state, which is thrown away after those of {@code crashes}, once each. */
    private void feed(int seed, IntPredicate waits, Set<Integer> crashes, Commits commits) {
        List<Change> changes = changes(seed);
        Set<Integer> crashed = new HashSet<>();
        ScoreState state = state();
        int next = 0;
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            if (waits.test(i)) {
                state.applyWithCommit(change);
            } else {
                state.apply(change);
            }
            state.advanceTo(change.asOfMs());
            if (crashes.contains(i) && crashed.add(i)) {
                commits.thrownAway += i + 1 - next;
                state = commits.restore(state());
                i = next - 1;
            } else if (random(i + 1) == 1) {
                commits.commit(state);
                next = i + 1;
            }
        }
        commits.commit(state);
    }

    /** Some hospitals with units; responses come up to two days late, some are corrected, moved or taken back. */
    private List<Change> changes(int seed) {
        Random random = new Random(seed);
        Map<String, Long> closed = new TreeMap<>();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < DAYS * A_DAY; i++) {
            long arrivalMs = Duration.ofDays(1).toMillis() * i / A_DAY;
            // One is heard of so rarely that what waits there is older than what its ledger closes.
            Place place = i % (7 * A_DAY) == 0 ? places.of(LONE, null) : place(random);
            Change change = change(place, arrivalMs, random.nextInt());
            int kind = random.nextInt(10);
            if (kind == 0) {
                out(change, random.nextBoolean() ? place : other(place, random), arrivalMs - late(random), random);
            }
            long day = UtcDay.of(arrivalMs);
            long closes = Math.max(day - KEPT_DAYS, closed.getOrDefault(place.hospital(), Long.MIN_VALUE));
            closed.put(place.hospital(), closes);
            change.keptOn(day, day <= KEPT_DAYS ? Long.MIN_VALUE : closes);
            changes.add(change);
        }
        return changes;
    }

    private static boolean mostWait(int i) {
        return random(i) > 0;
    }

    /** Few responses do not wait, and few are followed by a commit, the same in each run. */
    private static int random(int i) {
        return Math.floorMod(i * 7919, 300);
    }

    private Place place(Random random) {
        int unit = random.nextInt(4);
        return places.of("H" + random.nextInt(4), unit == 0 ? null : "W" + unit);
    }

    private Place other(Place place, Random random) {
        return places.of(place.hospital(), "W" + random.nextInt(4));
    }

    private static long late(Random random) {
        return (long)
                (random.nextDouble() * random.nextDouble() * Duration.ofDays(2).toMillis());
    }

    private Change change(Place place, long arrivalMs, int which) {
        Response response = new Response();
        response.start(0, 1, 1, Response.Kind.SUBMITTED, new Record<>(new byte[0], new byte[0], arrivalMs));
        Change change = new Change();
        change.start(response);
        response.answers()
                .start(
                        place,
                        Math.max(
                                0,
                                arrivalMs
                                        - Math.floorMod(
                                                which, Duration.ofDays(2).toMillis())));
        give(response.answers(), which);
        change.putIn(response.answers());
        return change;
    }

    private void out(Change change, Place place, long givenMs, Random random) {
        Answers out = change.takeOut(1);
        out.start(place, Math.max(0, givenMs));
        give(out, random.nextInt());
    }

    private void give(Answers answers, int which) {
        for (int i = 0; i < 3; i++) {
            if ((which >> i & 1) == 1) {
                answers.add(measures.get(i), 2_500 * (which >>> (4 + i) & 3));
            }
        }
    }

    private ScoreState state() {
        ScoreRules rules =
                new ScoreRules(new Minimums(1, 1), Duration.ofDays(LATENESS_DAYS), Duration.ofHours(1), Window.DAY);
        return new ScoreState(rules, places, catalogue);
    }

    /** What each commit says and leaves in the changelog. */
    private static final class Commits {

        private final List<Map<String, String>> said = new ArrayList<>();
        /** The changelog, of each key the last row, in the order in which they were written. */
        private final Map<String, Optional<byte[]>> changelog = new LinkedHashMap<>();

        private int deleted;
        private int thrownAway;

        void commit(ScoreState state) {
            state.applyWaiting();
            say(state);
            state.writeChanges((key, value) -> {
                deleted += value == null ? 1 : 0;
                String text = new String(key, StandardCharsets.ISO_8859_1);
                changelog.remove(text);
                changelog.put(text, Optional.ofNullable(value).map(byte[]::clone));
            });
        }

        ScoreState restore(ScoreState fresh) {
            changelog.forEach(
                    (key, value) -> fresh.restore(key.getBytes(StandardCharsets.ISO_8859_1), value.orElse(null)));
            fresh.restored();
            return fresh;
        }

        Map<String, String> rows() {
            Map<String, String> rows = new TreeMap<>();
            changelog.forEach((key, value) -> rows.put(key, Arrays.toString(value.orElse(null))));
            return rows;
        }

        void say(ScoreState state) {
            Map<String, String> now = new TreeMap<>();
            state.forEachChanged(pane -> now.put(
                    pane.place + " " + pane.group.name() + " " + pane.window + " " + pane.span.startMs(),
                    figures(pane, state.closedThroughMs())));
            said.add(now);
        }

        private static String figures(PaneRow pane, long closedThroughMs) {
            StringBuilder text = new StringBuilder().append(pane.endsBy(closedThroughMs));
            for (int slot = 0; slot < pane.slots(); slot++) {
                text.append((pane.changed >> slot & 1) == 0 ? " -" : " ")
                        .append(List.of(
                                pane.n(slot),
                                pane.sum(slot),
                                pane.sumOfSquares(slot),
                                pane.asOfMs(slot),
                                pane.restatements(slot),
                                pane.dated(slot),
                                pane.squaredN(slot),
                                pane.squaredSum(slot)));
            }
            return text.toString();
        }
    }
}
