package heed.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.acceptance.Load.Fate;
import heed.app.acceptance.Recounted;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The verdict is red for a finding that is doctored in one place, whichever place that is. */
class VerdictTest {

    @Test
    void findsNothingWhereAllIsWell() {
        // When
        List<String> problems = Verdict.of(new Finding().evidence());

        // Then
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("doctored")
    void isRedForEachFinding(String says, Consumer<Finding> doctor) {
        // Given
        Finding finding = new Finding();
        doctor.accept(finding);

        // When
        List<String> problems = Verdict.of(finding.evidence());

        // Then
        assertThat(problems).isNotEmpty().anySatisfy(problem -> assertThat(problem)
                .isEqualTo(says));
    }

    static Stream<Arguments> doctored() {
        return Stream.of(
                red("in: expected 114, was 110", found -> found.tallied.put("in", 110L)),
                red("counted: expected 90, was 91", found -> found.tallied.put("counted", 91L)),
                red("duplicate: expected 10, was 9", found -> found.tallied.put("duplicate", 9L)),
                red("conflict: expected 3, was 2", found -> found.tallied.put("conflict", 2L)),
                red("conflict by the recount: expected 3, was 4", found -> found.recount.put("conflict", 4L)),
                red("corrected: expected 5, was 6", found -> found.tallied.put("corrected", 6L)),
                red("withdrawn: expected 4, was 3", found -> found.tallied.put("withdrawn", 3L)),
                red("rejected: expected 2, was 0", found -> found.tallied.put("rejected", 0L)),
                red("rejected records: expected 2, was 1", found -> found.rejected = 1),
                red("counted by the recount: expected 90, was 89", found -> found.recount.put("counted", 89L)),
                red("withdrawn by the recount: expected 4, was 5", found -> found.recount.put("withdrawn", 5L)),
                red("rows in motion: expected 0, was 1", found -> found.recount.put("in motion", 1L)),
                red("  different  1", found -> {
                    found.exitCode = 1;
                    found.recount.put("different", 1L);
                }),
                red("told of drop a: expected 1, was 2", found -> found.drops.put("a", 2L)),
                red(
                        "drop a is revised, and nothing changed",
                        found -> found.unchanged.add("drop a is revised, and nothing changed")),
                red("only 5 of the 6 falling hospitals were flagged", found -> found.fallen = 5),
                red(
                        "T00 2026-03-01: channels 3, score 4",
                        found -> found.channels.add("T00 2026-03-01: channels 3, score 4")),
                red("a page shows 39 of 40 hospitals", found -> found.pages.add("a page shows 39 of 40 hospitals")),
                red("transaction x is Ongoing", found -> found.open.add("transaction x is Ongoing")),
                red("one has 1401 MiB of memory, more than 1400", found -> found.residentMiB.put("one", 1_401L)),
                red("\tat org.apache.kafka.X", found -> found.traces.add("\tat org.apache.kafka.X")));
    }

    private static Arguments red(String says, Consumer<Finding> doctor) {
        return Arguments.of(says, doctor);
    }

    /** A finding in which all is well until it is doctored. */
    private static final class Finding {
        private final Map<Fate, Long> acknowledged = new EnumMap<>(Map.of(
                Fate.COUNTED,
                90L,
                Fate.DUPLICATE,
                10L,
                Fate.CONFLICT,
                3L,
                Fate.CORRECTED,
                5L,
                Fate.WITHDRAWN,
                4L,
                Fate.REJECTED,
                2L));
        private final Map<String, Long> tallied = new HashMap<>(Map.of(
                "in",
                114L,
                "counted",
                90L,
                "duplicate",
                10L,
                "conflict",
                3L,
                "corrected",
                5L,
                "withdrawn",
                4L,
                "rejected",
                2L));
        private final Map<String, Long> recount = new HashMap<>(Map.of(
                "counted",
                90L,
                "duplicate",
                10L,
                "conflict",
                3L,
                "corrected",
                5L,
                "withdrawn",
                4L,
                "rejected",
                2L,
                "in motion",
                0L));
        private int exitCode;
        private long rejected = 2;
        private final Map<String, Long> drops = new HashMap<>(Map.of("a", 1L, "b", 1L));
        private final List<String> unchanged = new ArrayList<>();
        private long fallen = 6;
        private final List<String> channels = new ArrayList<>();
        private final List<String> pages = new ArrayList<>();
        private final List<String> open = new ArrayList<>();
        private final Map<String, Long> residentMiB = new HashMap<>(Map.of("one", 1_400L));
        private final List<String> traces = new ArrayList<>();

        private Evidence evidence() {
            List<String> lines = recount.entrySet().stream()
                    .map(each -> "  " + each.getKey() + "  " + each.getValue())
                    .toList();
            return new Evidence(
                    acknowledged,
                    tallied,
                    new Recounted(exitCode, lines),
                    rejected,
                    drops,
                    unchanged,
                    fallen,
                    channels,
                    pages,
                    open,
                    residentMiB,
                    traces);
        }
    }
}
