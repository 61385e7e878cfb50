package heed.monitoring.readmodel;

import static heed.monitoring.ScoreFixture.aDay;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.schemas.Audience;
import heed.schemas.Comment;
import heed.schemas.Rated;
import heed.schemas.access.Right;
import heed.schemas.access.Rights;
import heed.schemas.access.Role;
import heed.schemas.access.Scope;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.key.PlaceKey;
import heed.schemas.key.SeriesKey;
import heed.schemas.theme.Theme;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeenCommentsTest {

    private static final String MEASURE = "fft-2020.positive";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);

    @BeforeEach
    void fill() {
        model.put(aDay(Simulated.TODAY).at("H1").measure(MEASURE).positive(15, 20));
        model.put(aDay(Simulated.TODAY).at("H1").unit("W1").measure(MEASURE).positive(8, 10));
        model.put(aDay(Simulated.TODAY).at("H2").measure(MEASURE).positive(5, 9));
        model.publish();
    }

    @Test
    void areOfThePlaceTheNewestFirst() {
        // When
        Optional<List<String>> whole = read(granted(Scope.of("H1")), "H1", null);
        Optional<List<String>> unit = read(granted(Scope.of("H1")), "H1", "W1");

        // Then
        assertThat(whole).contains(List.of("new at W1", "of H1", "old at W1"));
        assertThat(unit).contains(List.of("new at W1", "old at W1"));
    }

    @Test
    void areForNobodyWithoutTheRight() {
        // When // Then
        assertThat(read(Viewer.of(Rights.of(Role.LEAD, Scope.of("H1"))), "H1", null))
                .contains(List.of());
        assertThat(read(
                        Viewer.of(Rights.of(Role.NATIONAL, Scope.EVERYWHERE).granting(Set.of(Right.COMMENTS))),
                        "H1",
                        null))
                .contains(List.of());
    }

    @Test
    void areThoseOfTheReadersOwnPlaces() {
        // Given
        Viewer elsewhere = granted(Scope.of("H2"));
        Viewer unit = granted(Scope.of(Set.of(new PlaceKey("H1", "W1"))));

        // When // Then
        assertThat(read(elsewhere, "H1", null)).contains(List.of());
        assertThat(read(unit, "H1", null)).contains(List.of("new at W1", "old at W1"));
    }

    @Test
    void areNotShownWhereFewerAnsweredThanTheMinimum() {
        // When
        Optional<List<String>> few = read(granted(Scope.of("H2")), "H2", null);

        // Then
        assertThat(few).isEmpty();
    }

    @Test
    void areOfNoPageThatIsForEverybody() {
        // Given
        var everybody = new Disclosure(Audience.PUBLISHED, 10);

        // When
        SeenComments seen = SeenComments.of(held(CommentThemes.NONE), granted(Scope.of("H1")), everybody);

        // Then
        assertThat(seen).isSameAs(SeenComments.NONE);
    }

    @Test
    void areEachLookedAtOnceForWhatTheyAreAbout() {
        // Given
        var asked = new AtomicInteger();
        SeenComments seen = model.comments(
                held(comment -> {
                    asked.incrementAndGet();
                    return List.of(Theme.FOOD);
                }),
                granted(Scope.of("H1")));
        List<Comment> all =
                seen.of(line("H1", null), Simulated.TODAY, 28, LONDON).orElseThrow();

        // When
        List<Theme> themes = Stream.concat(all.stream(), all.stream())
                .flatMap(each -> seen.themes(each).stream())
                .toList();

        // Then
        assertThat(themes).hasSize(6);
        assertThat(asked).hasValue(3);
    }

    @Test
    void areAllKeptFromTheFirstWholeDayOn() {
        // Given
        Viewer viewer = granted(Scope.of("H1"));

        // When
        SeenComments seen = model.comments(held(CommentThemes.NONE), viewer);

        // Then
        assertThat(seen.firstDay(LONDON)).isEqualTo("2026-01-31");
        assertThat(seen.firstDay(ZoneId.of("America/New_York"))).isEqualTo("2026-01-30");
    }

    private Optional<List<String>> read(Viewer viewer, String hospital, @Nullable String unit) {
        return model.comments(held(CommentThemes.NONE), viewer)
                .of(line(hospital, unit), Simulated.TODAY, 28, LONDON)
                .map(all -> all.stream().map(Comment::getText).toList());
    }

    private Series line(String hospital, @Nullable String unit) {
        return model.snapshot()
                .part(Hospitals.class)
                .line(new SeriesKey(hospital, unit, MEASURE))
                .orElseThrow();
    }

    private static HeldComments held(CommentThemes themes) {
        return new HeldComments(comments(), Instant.parse("2026-01-30T00:00:00Z"), themes);
    }

    private static Viewer granted(Scope scope) {
        return Viewer.of(Rights.of(Role.LEAD, scope).granting(Set.of(Right.COMMENTS)));
    }

    private static List<Comment> comments() {
        Instant now = Simulated.TODAY.atTime(12, 0).atZone(LONDON).toInstant();
        return List.of(
                comment("H1", "W1", "old at W1", now.minus(Duration.ofDays(27))),
                comment("H1", null, "of H1", now.minus(Duration.ofDays(1))),
                comment("H1", "W1", "new at W1", now),
                comment("H1", "W1", "too old", now.minus(Duration.ofDays(28))),
                comment("H2", null, "of H2", now));
    }

    private static Comment comment(String hospital, @Nullable String unit, String text, Instant givenAt) {
        return new Comment(text, 1, hospital, unit, null, null, Rated.GOOD, text, givenAt);
    }
}
