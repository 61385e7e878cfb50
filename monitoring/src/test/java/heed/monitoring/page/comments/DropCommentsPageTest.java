package heed.monitoring.page.comments;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aDay;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.html.Parsed;
import heed.monitoring.page.Asked;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageReader;
import heed.monitoring.readmodel.HeldComments;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.Viewer;
import heed.monitoring.view.Names;
import heed.schemas.Comment;
import heed.schemas.Rated;
import heed.schemas.access.Right;
import heed.schemas.access.Rights;
import heed.schemas.access.Role;
import heed.schemas.access.Scope;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.theme.Theme;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DropCommentsPageTest {

    private static final String DROP = "/drops/0b5a3b5e-6f3f-5d0c-9d0a-111111111111/comments";
    private static final String NOBODY = "Nobody wrote anything in these days.";
    private static final String TOO_FEW = "Too few wrote to tell whether people write about something else since.";
    private static final String NOT_KEPT = "What people wrote in these days is not kept any more.";
    private static final String CUT = "Comments of earlier days than these are not kept any more.";

    private final ReadModel model = new ReadModel(Clock.fixed(Simulated.NOW, ZoneOffset.UTC), Simulated.STAFF);
    private final Names names =
            new Names(HospitalDirectory.of(List.of(), ZoneId.of("Europe/London")), Questionnaires.shipped());
    private final List<Comment> comments = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void fill() {
        model.put(aDrop().open());
        model.put(aDay("2026-02-10").at("H1").measure("fft-2020.positive").positive(36, 40));
        model.put(aDay("2026-02-17").at("H1").measure("fft-2020.positive").positive(36, 40));
        model.put(aDay("2026-02-25").at("H1").measure("fft-2020.positive").positive(15, 40));
        model.publish();
    }

    @Test
    void saysThatTooFewWroteToTellAndHowMany() {
        // Given
        write(12, "2026-02-25", "food");
        write(9, "2026-02-17", "food");

        // When
        String text = page(Duration.ofDays(60)).text();

        // Then
        assertThat(text)
                .contains(TOO_FEW, "Comments since: 12. Before: fewer than 10. It takes at least 10 of each")
                .doesNotContain("there is no theme");
    }

    @Test
    void saysThatThereIsNoThemeWhereItWasLookedFor() {
        // Given
        write(12, "2026-02-25", "food");
        write(10, "2026-02-17", "food");

        // When
        String text = page(Duration.ofDays(60)).text();

        // Then
        assertThat(text)
                .contains("there is no theme that more wrote about since than chance explains")
                .doesNotContain(TOO_FEW, CUT, NOT_KEPT);
    }

    @Test
    void namesThemesThatMoreWriteAbout() {
        // Given
        write(20, "2026-02-25", "food");
        write(4, "2026-02-17", "food");
        write(30, "2026-02-17", "nothing");

        // When
        Parsed page = page(Duration.ofDays(60));

        // Then
        assertThat(page.text()).contains("Among people who rated care alike, more wrote about these since");
        assertThat(page.texts("li")).anyMatch(item -> item.endsWith("20 of 20 since, fewer than 10 of 34 before"));
    }

    @Test
    void comparesWithDaysWhoseCommentsAreAllKeptAlone() {
        // Given
        write(12, "2026-02-25", "food");
        write(3, "2026-02-17", "food");
        write(1, "2026-02-15", "food");

        // When
        Parsed page = page(Duration.ofDays(14));

        // Then
        assertThat(page.texts("h2")).endsWith("Before: 16 February 2026 to 19 February 2026");
        assertThat(page.texts("p")).containsOnlyOnce(CUT);
        assertThat(page.texts("h3")).contains("From people whose experience was good (3)");
    }

    @Test
    void claimsNothingOfDaysWhoseCommentsAreNotKept() {
        // Given
        write(12, "2026-02-25", "food");

        // When
        Parsed page = page(Duration.ofDays(9));

        // Then
        assertThat(page.texts("h2")).endsWith("Before: 23 January 2026 to 19 February 2026");
        assertThat(page.text())
                .contains(NOT_KEPT, "Comments since: 12. Before: none are kept.")
                .doesNotContain(NOBODY);
    }

    @Test
    void saysThatNobodyWroteWhereAllWouldBeKept() {
        // When
        Parsed page = page(Duration.ofDays(60));

        // Then
        assertThat(page.texts("p")).filteredOn(NOBODY::equals).hasSize(2);
    }

    @Test
    void looksAtEachCommentOnceForItsThemes() {
        // Given
        write(12, "2026-02-25", "food");
        write(30, "2026-02-17", "food");

        // When
        page(Duration.ofDays(60), "?theme=food");

        // Then
        assertThat(asked).hasValue(42);
    }

    private Parsed page(Duration retention) {
        return page(retention, "");
    }

    private Parsed page(Duration retention, String query) {
        Page page = new DropCommentsPage(names, Simulated.STAFF);
        var held = new HeldComments(comments, Simulated.NOW.minus(retention), this::themes);
        var lead = Viewer.of(Rights.of(Role.LEAD, Scope.EVERYWHERE).granting(Set.of(Right.COMMENTS)));
        return Asked.of(
                page,
                model.snapshot(),
                DROP + query,
                PageReader.unnamed(right -> true, () -> model.comments(held, lead)));
    }

    private List<Theme> themes(Comment comment) {
        asked.incrementAndGet();
        return Theme.of(comment.getText()).map(List::of).orElse(List.of());
    }

    private void write(int some, String date, String text) {
        for (int i = 0; i < some; i++) {
            comments.add(Comment.newBuilder()
                    .setFeedbackId(date + text + i)
                    .setHospital("H1")
                    .setRated(Rated.GOOD)
                    .setText(text)
                    .setGivenAt(Instant.parse(date + "T12:00:00Z"))
                    .build());
        }
    }
}
