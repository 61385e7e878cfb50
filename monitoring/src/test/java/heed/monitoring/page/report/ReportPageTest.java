package heed.monitoring.page.report;

import static heed.monitoring.ActionFixture.aNote;
import static heed.monitoring.ActionFixture.anAct;
import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.LeagueFixture.aLeague;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.ScoreFixture.aMonth;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.LeagueFixture;
import heed.monitoring.Simulated;
import heed.monitoring.SimulatedPipeline;
import heed.monitoring.WatchFixture;
import heed.monitoring.html.Parsed;
import heed.monitoring.page.Asked;
import heed.monitoring.page.Layout;
import heed.monitoring.page.PageReader;
import heed.monitoring.page.PageRequest;
import heed.monitoring.readmodel.HeldComments;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.Viewer;
import heed.monitoring.view.Names;
import heed.schemas.ActionKind;
import heed.schemas.Audience;
import heed.schemas.Comment;
import heed.schemas.Rated;
import heed.schemas.access.Right;
import heed.schemas.access.Rights;
import heed.schemas.access.Role;
import heed.schemas.access.Scope;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Minimums;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.key.PlaceKey;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.theme.Theme;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a report says of a hospital on 1 March 2026: December is its newest closed month. */
class ReportPageTest {

    private static final String MEASURE = "Rated very good or good";
    private static final Disclosure EVERYBODY = Disclosure.to(Audience.PUBLISHED, new Minimums(10, 21));

    private final Names names =
            new Names(HospitalDirectory.of(List.of(), ZoneId.of("Europe/London")), Questionnaires.shipped());
    private final SimulatedPipeline pipeline = new SimulatedPipeline();
    private ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
    private Disclosure disclosure = Simulated.STAFF;

    @BeforeEach
    void fill() {
        model.put(aDay("2026-03-01").positive(18, 20));
        model.put(aMonth("2025-11").closed().positive(380, 400));
        model.put(aMonth("2025-12").closed().positive(360, 400));
        model.put(aMonth("2026-01").positive(361, 400));
        model.put(aMonth("2026-02").positive(5, 7));
        model.put(aMonth("2026-03").asOf("2026-03-01T20:00:00Z").positive(18, 20));
    }

    private ReportPage page() {
        return new ReportPage(names, pipeline.sources(), disclosure);
    }

    private Parsed report(String query) {
        return report(query, PageReader.unnamed(right -> right == Right.FIGURES));
    }

    private Parsed report(String query, PageReader reader) {
        model.publish();
        return Asked.of(page(), model.snapshot(), "/report/H1" + query, reader);
    }

    @Test
    void tellsOfTheNewestClosedMonthUnlessAskedForAnother() {
        // When
        Parsed page = report("");

        // Then
        assertThat(page.one("h1").text()).isEqualTo("H1, December 2025");
        assertThat(page.one(".stand").text()).isEqualTo("Final Only a correction or a withdrawal changes it now.");
        assertThat(page.texts(".lead"))
                .containsExactly(MEASURE + ", December 2025: 90% of 400 answers (87% to 93%); 5 points lower than in"
                        + " November 2025 (95%): more than chance alone explains, unless answers of one day are"
                        + " alike. No drop or rise is remembered that was open in it.");
        assertThat(page.texts(".months a")).containsExactly("Before: November 2025", "After: January 2026");
        assertThat(page.attributes(".months a", "href"))
                .containsExactly("/report/H1?month=2025-11", "/report/H1?month=2026-01");
    }

    @Test
    void callsAChangeOneOnlyBeyondBothRanges() {
        // Given
        model.put(aMonth("2026-01").positive(372, 400));

        // When
        Parsed page = report("?month=2026-01");

        // Then
        assertThat(page.row(MEASURE).subList(0, 3))
                .containsExactly(
                        "93% 90% to 95%",
                        "400", "3 points higher than in December 2025 (90%): chance alone may explain it");
        assertThat(page.one(".stand").text())
                .isEqualTo("Still open The month is over; answers that were given in it may still come in.");
    }

    @Test
    void allowsForAnswersOfADayBeingAlikeWhereItIsToldHowMuch() {
        // Given
        List.of("2025-11", "2025-12").forEach(month -> compared(month, 8));
        Parsed alike = report("?month=2025-12");
        List.of("2025-11", "2025-12").forEach(month -> compared(month, 1));

        // When
        Parsed different = report("?month=2025-12");

        // Then
        assertThat(alike.row(MEASURE))
                .contains("5 points lower than in November 2025 (95%): chance alone may explain it");
        assertThat(different.row(MEASURE))
                .contains("5 points lower than in November 2025 (95%): more than chance alone explains");
    }

    private void compared(String month, double effect) {
        aLeague("fft-2020.positive", month)
                .row("H1", month.equals("2025-11") ? 380 : 360, 400)
                .alike(.02, effect)
                .into(model);
    }

    @Test
    void saysOfAMonthThatLastsThatItIsSoFar() {
        // When
        Parsed page = report("?month=2026-03");

        // Then
        assertThat(page.one("h1").text()).isEqualTo("H1, March 2026 so far");
        assertThat(page.one(".stand").text())
                .isEqualTo(
                        "So far The month lasts: these are its days up to 1 March 2026, and every figure still moves.");
        assertThat(page.one(".lead").text())
                .startsWith(MEASURE + ", March 2026 so far: 90% of 20 answers (70% to 97%); February 2026: too few to"
                        + " show (fewer than 10).")
                .endsWith("No drop or rise is remembered that was open in it so far.");
        assertThat(page.texts(".months a")).containsExactly("Before: February 2026");
    }

    @Test
    void showsNoFigureOfTooFewAnswers() {
        // When
        Parsed page = report("?month=2026-02");

        // Then
        assertThat(page.row(MEASURE).subList(0, 3))
                .containsExactly("Too few to show (fewer than 10)", "-", "January 2026: 90%");
        assertThat(page.text()).doesNotContain("71%", "5 of 7", "7 answers");
    }

    @Test
    void saysOfAMonthWithoutAnswersThatThereAreNone() {
        // When
        Parsed first = report("?month=2025-10");
        Parsed between = report("?month=2024-03");

        // Then
        assertThat(first.one(".lead").text())
                .isEqualTo(
                        "Nobody answered in October 2025 or the month before. No drop or rise is remembered that was open in it.");
        assertThat(first.count("table")).isZero();
        assertThat(first.texts(".months a")).containsExactly("After: November 2025");
        assertThat(between.one(".lead").text()).startsWith("Nobody answered in March 2024 or the month before.");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-13, 'That is no month. Write it as a year and two digits, as in 2026-03.'",
        "October, 'That is no month. Write it as a year and two digits, as in 2026-03.'",
        "'', 'That is no month. Write it as a year and two digits, as in 2026-03.'",
        "-999-01, 'That is no month. Write it as a year and two digits, as in 2026-03.'",
        "2024-02, 'Figures of February 2024 are not kept any more. The oldest month is March 2024: 2024-03.'",
        "2026-04, 'April 2026 has not begun. The newest month is March 2026: 2026-03.'"
    })
    void refusesWhatIsNoMonthThatHasBegun(String month, String sentence) {
        // When
        model.publish();
        var content = page().write(
                        new PageRequest(
                                name -> "H1",
                                name -> month,
                                name -> null,
                                PageReader.unnamed(right -> right == Right.FIGURES)),
                        model.snapshot())
                .orElseThrow();

        // Then
        assertThat(content.answer()).isEqualTo(Layout.Answer.REFUSED);
        assertThat(Asked.parsed(content.body()).one(".lead").text()).isEqualTo(sentence);
    }

    @Test
    void hasNothingOfAHospitalThatNobodyHasHeardOf() {
        // When
        model.publish();
        var content = page().write(
                        new PageRequest(
                                name -> "H9",
                                name -> null,
                                name -> null,
                                PageReader.unnamed(right -> right == Right.FIGURES)),
                        model.snapshot());

        // Then
        assertThat(content).isEmpty();
    }

    @Test
    void saysWhyADropIsStillOpenWhoseScoreIsUpAgain() {
        // Given
        model.put(aDrop().with(drop -> drop.setEasedAt(Instant.parse("2026-02-27T10:00:00Z")))
                .open());

        // When
        Parsed page = report("?month=2026-02");

        // Then
        assertThat(page.texts(".found > li"))
                .containsExactly("Drop " + MEASURE + " fell from 91% to 78%: flagged on 24 February 2026, still open,"
                        + " now 90% of 20 answers in the last 7 days. The score is up again; this stays open until it has stayed near what it was before."
                        + " Nothing was recorded as done.");
    }

    @Test
    void tellsOfDropsAndRisesOfTheMonthAndWhatWasDone() {
        // Given
        model.put(aDrop().unit("Ward-7").open());
        model.put(aDrop().id("0b5a3b5e-6f3f-5d0c-9d0a-222222222222")
                .between(Instant.parse("2026-01-20T08:00:00Z"), Instant.parse("2026-01-26T16:05:00Z"))
                .recovered(Instant.parse("2026-03-01T11:20:00Z"))
                .build());
        model.put(WatchFixture.anOpenRise("H1", "fft-2020.negative", Instant.parse("2026-02-10T09:00:00Z")));
        model.put(anAct(ActionKind.ACKNOWLEDGED)
                .about("0b5a3b5e-6f3f-5d0c-9d0a-222222222222")
                .build());
        model.put(anAct(ActionKind.RESOLVED)
                .number(7)
                .about("0b5a3b5e-6f3f-5d0c-9d0a-222222222222")
                .saying("Two more nurses at night.")
                .build());

        // When
        Parsed page = report("?month=2026-02");
        Parsed before = report("?month=2026-01");
        Parsed earlier = report("?month=2025-12");

        // Then
        assertThat(page.texts(".found > li"))
                .containsExactly(
                        "Drop " + MEASURE + " fell from 91% to 78%: flagged on 26 January 2026, open at the end of the"
                                + " month, back since 1 March 2026. 25 February 2026: Sister Evans took note of the drop."
                                + " 25 February 2026: Sister Evans resolved it: Two more nurses at night.",
                        "Drop Ward-7: " + MEASURE + " fell from 91% to 78%: flagged on 24 February 2026, still open, no"
                                + " responses in the last 7 days. Nothing was recorded as done.",
                        "Rise Rated poor or very poor rose from 80% to 90%: flagged on 10 February 2026, still open.");
        assertThat(page.one(".lead").text())
                .endsWith(
                        "2 drops were open in the month (1 flagged, none ended in it); 1 rise was open in the month (1"
                                + " flagged, none ended in it).");
        assertThat(before.one(".lead").text())
                .endsWith("1 drop was open in the month (1 flagged, none ended in it); no rise.");
        assertThat(earlier.texts(".found > li")).isEmpty();
    }

    @Test
    void tellsWhatStaffNotedInTheMonth() {
        // Given
        model.put(aNote("2026-01-01", "The first day").number(1).build());
        model.put(aNote("2026-01-31", "The last day").number(2).build());
        model.put(aNote("2025-12-31", "The day before").number(3).build());
        model.put(aNote("2026-02-01", "The day after").number(4).build());

        // When
        Parsed page = report("?month=2026-01");

        // Then
        assertThat(page.texts(".notes .said")).containsExactly("The first day", "The last day");
    }

    @Test
    void saysHowTheOthersDidInTheSameMonth() {
        // Given
        LeagueFixture league = aLeague("fft-2020.positive", "2026-01").row("H1", 361, 400);
        for (int other = 2; other <= 12; other++) {
            league.row("H" + other, 380, 400);
        }
        league.into(model);

        // When
        Parsed page = report("?month=2026-01");
        Parsed other = report("?month=2025-12");

        // Then
        assertThat(page.row(MEASURE).get(4)).isEqualTo("12 of 12 (1 to 12) ● As expected");
        assertThat(page.text()).contains("Ranks of this month still move.");
        assertThat(other.row(MEASURE).get(4)).isEqualTo("-");
        assertThat(other.text()).contains("Among hospitals nothing is told of this month");
    }

    @Test
    void showsTheIconsOfTheSpcChartAsItStoodAtTheMonthsEnd() {
        // Given
        for (int month = 1; month <= 12; month++) {
            model.put(aMonth("2024-%02d".formatted(month)).closed().positive(360 + month % 3, 400));
        }
        for (int month = 1; month <= 10; month++) {
            model.put(aMonth("2025-%02d".formatted(month)).closed().positive(360 + month % 3, 400));
        }
        model.put(aMonth("2025-11").closed().positive(361, 400));
        model.put(aMonth("2026-01").positive(280, 400));

        // When
        Parsed december = report("?month=2025-12");
        Parsed january = report("?month=2026-01");
        Parsed early = report("?month=2024-06");

        // Then
        assertThat(december.texts(".spc-icon")).containsExactly("Common cause: no more change than chance makes");
        assertThat(january.texts(".spc-icon")).containsExactly("L Special cause, concern: lower");
        assertThat(january.links("chart by month"))
                .containsExactly("/hospitals/H1/spc?measure=fft-2020.positive&per=month");
        assertThat(early.row(MEASURE).get(3)).startsWith("Too few ");
    }

    @Test
    void saysThatItIsNotKnownHowTheHospitalIs() {
        // Given
        model.put(aDrop().open());
        pipeline.stuckFor("H1", 600);

        // When
        Parsed page = report("?month=2026-02");

        // Then
        assertThat(page.one(".lost").text()).startsWith("Since 5 May 2030, 11:50 it is not known how this hospital is");
        assertThat(page.texts(".found > li").get(0)).contains("open when that was last known");
    }

    @Test
    void tellsEverybodyOfReleasedMonthsAlone() {
        // Given
        disclosure = EVERYBODY;
        model = new ReadModel(Clock.systemUTC(), EVERYBODY);
        model.put(aMonth("2025-12").closed().positive(360, 400));
        model.put(aMonth("2026-01").positive(361, 400));
        model.put(aDrop().with(drop -> drop.setOpenedAt(Instant.parse("2025-12-20T10:41:00Z")))
                .open());
        model.put(anAct(ActionKind.ACKNOWLEDGED).build());

        // When
        Parsed page = report("");
        model.publish();
        var later = page().write(
                        new PageRequest(
                                name -> "H1",
                                name -> "2026-01",
                                name -> null,
                                PageReader.unnamed(right -> right == Right.FIGURES)),
                        model.snapshot())
                .orElseThrow();

        // Then
        assertThat(page.one("h1").text()).isEqualTo("H1, December 2025");
        assertThat(page.one(".lead").text()).startsWith(MEASURE + ", December 2025: 90% of 400 answers");
        assertThat(page.texts(".months a")).isEmpty();
        assertThat(page.texts(".found > li")).hasSize(1).allMatch(item -> !item.contains("Sister Evans"));
        assertThat(page.text()).doesNotContain("recorded as done");
        assertThat(later.answer()).isEqualTo(Layout.Answer.REFUSED);
    }

    @Test
    void tellsWhatPeopleWroteAboutToThoseWhoMayReadIt() {
        // Given
        for (String date : List.of("2026-01-10", "2026-01-20")) {
            model.put(aDay(date).positive(36, 40));
        }
        List<Comment> comments = new ArrayList<>();
        for (int at = 0; at < 12; at++) {
            comments.add(comment(at, "food"));
        }
        comments.add(comment(12, "information"));
        var held = new HeldComments(comments, Instant.parse("2025-12-01T00:00:00Z"), each -> Theme.of(each.getText())
                .map(List::of)
                .orElse(List.of()));
        var lead = Viewer.of(Rights.of(Role.LEAD, Scope.EVERYWHERE).granting(Set.of(Right.COMMENTS)));

        // When
        Parsed page = report("?month=2026-01", PageReader.unnamed(right -> true, () -> model.comments(held, lead)));
        Parsed unkept = report("?month=2025-11", PageReader.unnamed(right -> true, () -> model.comments(held, lead)));
        Parsed others = report("?month=2026-01");

        // Then
        assertThat(page.texts(".themes li")).containsExactly("Food & drink provision & facilities: 12");
        assertThat(page.text()).contains("13 comments, 1 January 2026 to 31 January 2026.");
        assertThat(unkept.text()).contains("What people wrote in these days is not kept any more.");
        assertThat(others.text()).doesNotContain("What people wrote about", "Food");
    }

    private static Comment comment(int at, String text) {
        return Comment.newBuilder()
                .setFeedbackId("c" + at)
                .setHospital("H1")
                .setRated(Rated.GOOD)
                .setText(text)
                .setGivenAt(Instant.parse("2026-01-12T12:00:00Z"))
                .build();
    }

    @Test
    void tellsWhoSeesAWardAloneOfTheWardAlone() {
        // Given
        model.put(aMonth("2026-01").unit("Ward-7").positive(90, 100));
        model.put(aMonth("2026-01").unit("Ward-8").positive(70, 100));
        model.publish();
        var ward = Viewer.of(Rights.of(Role.WARD, Scope.of(Set.of(new PlaceKey("H1", "Ward-7")))));

        // When
        Parsed page = Asked.of(
                page(),
                model.seenBy(ward).snapshot(),
                "/report/H1?month=2026-01",
                PageReader.unnamed(right -> right == Right.FIGURES));

        // Then
        assertThat(page.one(".lead").text()).startsWith("What follows is of the units that you may see.");
        assertThat(page.texts("tbody th")).containsExactly("Ward-7: " + MEASURE);
        assertThat(page.text()).doesNotContain("361", "Ward-8", "70%");
    }
}
