package heed.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private static final List<RecountReport.Difference> OTHER =
            List.of(new RecountReport.Difference("topic k", "n", "2", "1"));

    private final Findings<String> findings = new Findings<>("topic", 2);
    private final List<RecountReport.Difference> shown = new ArrayList<>();

    /** Rows that begin with m move, those with u can't be judged. */
    private static final class ByName implements Findings.Sense<String> {

        @Override
        public String key(String row) {
            return row;
        }

        @Override
        public Findings.Standing of(String row) {
            return switch (row.charAt(0)) {
                case 'm' -> Findings.Standing.IN_MOTION;
                case 'u' -> Findings.Standing.UNJUDGED;
                default -> Findings.Standing.COMPARED;
            };
        }

        @Override
        public Optional<Findings.Standing> ofUnexpected(String key) {
            return key.startsWith("n") ? Optional.empty() : Optional.of(of(key));
        }
    }

    @Test
    void aRowIsRightWhereItsNewestRecordIs() {
        // Given
        findings.note("a", OTHER);

        // When
        findings.note("a", List.of());

        // Then
        assertThat(judge("a")).isEqualTo(new RecountReport.Count("rows", 1, 0, 0, 0));
        assertThat(shown).isEmpty();
    }

    @Test
    void aRowThatDiffersIsAbsentOrTooManyIsNamed() {
        // Given
        findings.note("a", OTHER);
        findings.note("c", List.of());

        // When
        findings.noteTombstone("c", "c");
        findings.noteUnexpected("d");
        RecountReport.Count count = judge("a", "b", "c");

        // Then
        assertThat(count).isEqualTo(new RecountReport.Count("rows", 4, 0, 0, 4));
        assertThat(shown).hasSize(2).startsWith(new RecountReport.Difference("topic b", "row", "absent", "present"));
    }

    @Test
    void whatIsTakenBackIsNoLongerTooMany() {
        // Given
        findings.noteUnexpected("d");
        findings.noteUnexpected("e");

        // When
        findings.noteTombstone("d", null);
        RecountReport.Count count = judge();

        // Then
        assertThat(count.differing()).isEqualTo(1);
        assertThat(shown).containsExactly(new RecountReport.Difference("topic e", "row", "present", "absent"));
    }

    @Test
    void whatMovesOrCannotBeJudgedIsCountedApartAndDiffersInNothing() {
        // Given
        findings.note("m1", OTHER);
        findings.note("u1", OTHER);

        // When
        findings.noteUnexpected("m2");
        findings.noteUnexpected("u2");
        findings.noteUnexpected("new");
        RecountReport.Count count = judge("m1", "u1", "m3", "u3");

        // Then
        assertThat(count).isEqualTo(new RecountReport.Count("rows", 0, 3, 3, 0));
        assertThat(shown).isEmpty();
    }

    @Test
    void beyondTheLimitRowsAreCountedOnly() {
        // When
        findings.note("a", OTHER);
        findings.note("b", OTHER);
        findings.note("c", OTHER);
        RecountReport.Count count = judge("a", "b", "c");

        // Then
        assertThat(count.differing()).isEqualTo(3);
        assertThat(shown).hasSize(2);
    }

    @Test
    void earlierRecordsOfOtherRowsTakeNoRoom() {
        // Given
        List<String> others = List.of("a", "b", "c");
        others.forEach(row -> findings.note(row, OTHER));

        // When
        findings.note("d", OTHER);
        others.forEach(row -> findings.note(row, List.of()));
        RecountReport.Count count = judge("a", "b", "c", "d");

        // Then
        assertThat(count.differing()).isEqualTo(1);
        assertThat(shown).isEqualTo(OTHER);
    }

    private RecountReport.Count judge(String... rows) {
        return findings.judge("rows", List.of(rows), new ByName(), shown);
    }
}
