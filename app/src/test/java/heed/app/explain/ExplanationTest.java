package heed.app.explain;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropTurn;
import heed.schemas.Episode;
import heed.schemas.WatchTime;
import heed.schemas.figures.FallVerdict;
import heed.schemas.figures.SharedFall;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    @Test
    void saysEveryFigureWithItsMeaningAndTheEvidenceDayByDay() {
        // When
        List<String> lines = explain(SampleDrops.full().build()).english();

        // Then
        assertThat(String.join("\n", lines))
                .isEqualTo(
                        """
                        In English. Twice.

                        What it is
                          drop       3f2a9c1e-7b54-3d0c-9a86-0c1d2e3f4a5b   the same for ever, in a replay too
                          where      H1, unit Ward-7                        one unit of the hospital
                          measure    fft-2020.positive                      what fell
                          state      OPEN, phase OPEN                       where it stands, and what this record tells of it
                          began      3 March 2026, 09:30                    the likeliest moment: an estimate
                          raised     4 March 2026, 16:05                    time of the answer that raised the first alarm, or ended learning
                          times      given                                  these times are when patients answered

                        The figures
                          usual      93%                                    usual score before the fall, as learned
                          score      84%                                    score since the fall, estimated
                          range      79% to 88%                             where that score is with 99% confidence
                          fall       9 points                               usual score less score since the fall
                          severity   moderate                               size of the fall: under 5 points minor, under 10 moderate, under 20 major, else severe
                          tuned to   10 points                              of falls by 5, 10 and 20 points the one that fits best; 0 where the fall was found in learning
                          answers    63                                     answers since the fall that this stands on, weighted
                          icc        0.013                                  how much answers of one day move together: the more, the less each counts

                        How it stands now
                          The figures above are of the moment that this record tells of, and may be weeks old: no record has what is so now. The lowest that was estimated, at any alarm of this drop, is 84%.
                          The score of the last 7 days, as far as it may be told, is on the page and in the API of a running Heed, while that remembers the drop:
                            /drops/3f2a9c1e-7b54-3d0c-9a86-0c1d2e3f4a5b
                            /api/v1/drops/3f2a9c1e-7b54-3d0c-9a86-0c1d2e3f4a5b

                        How rare it is by chance alone
                          held to    once in 2 years                        how often chance alone raises an alarm here, at most: T0, 730 days
                          evidence   1.071                                  an alarm is raised at 1, which is evidence of once in T0; a fall within learning needs no alarm
                          rarity     less than once in 2 years              how often chance alone shows so much evidence
                          audience   internal                               sure enough for the hospital's own staff, not yet for readers of many hospitals
                          today      raised                                 the answers as they are now would raise it again
                          rule       watch-1                                version of the method

                        How the evidence grew
                                 date   answers   score   usual    evidence  the alarm is at 1: ####################
                           1 Mar 2026        41     95%     93%       0.002
                           2 Mar 2026         0       -     94%       0.004
                           3 Mar 2026        38     80%     93%       0.250  #####  <- the fall began about here
                           4 Mar 2026        25     72%     93%       1.071  #####################  <- alarm

                        Whether other people answered
                          By way of answering (paper, text message, web): As counted the score fell by 9 points. With the same mix as before, it would have fallen by 8 points. The fall is not down to who answered.
                            compared: 5,120 answers before, 63 since, 97% of those before
                          By age: As counted the score fell by 9 points. Too few answers can be compared to say how much would be left with the same mix as before.
                            compared: 900 answers before, 4 since, 20% of those before

                        Whether other hospitals fell too
                          Others moved by -1.9 points in the same weeks (95% range -2.3 to -1.5). Here it was -9.0: beyond the others -7.1 (95% range -10.1 to -4.1). This is a fall of its own.

                        How to check it
                          Take the answers of this place and measure to a file, a line key,time,score each, and run
                            ./heed watch FILE --t0 730 --rule watch-1 --zone Europe/London --state
                          The same class raises the same alarms; its RECOVERED is what is called eased here, and falls within learning it does not look for. The scores can be recounted:
                            ./heed tail feedback --from-beginning --hospital H1
                            ./heed recount --hospital H1""");
    }

    @Test
    void sumsUpInWelshWhereAskedTo() {
        // When
        List<String> lines = explain(SampleDrops.full().build()).welsh();

        // Then
        assertThat(lines).first().isEqualTo("Yn Gymraeg. Ddwywaith.");
    }

    @Test
    void saysWhatARecordOfAnEarlierReleaseDoesNotSayAndSumsItUpAllTheSame() {
        // When
        List<String> lines = explain(SampleDrops.ofAnEarlierRelease()).english();

        // Then
        assertThat(lines).first().asString().startsWith("The score for '").contains("at H1, ward Ward-7 is lower");
        assertThat(lines)
                .containsSubsequence(
                        "How the evidence grew",
                        "  There are no days to show: no alarm raised it.",
                        "Whether other people answered",
                        "  This record does not say: nothing is known of the make-up of the respondents.");
        assertThat(lines).anyMatch(line -> line.matches("  audience +nobody +an earlier release of Heed .*"));
    }

    @Test
    void saysSoWhereTheFallBeganBeforeTheDaysThatAreKeptAndWhereAnswersWereTakenBack() {
        // Given
        Drop drop = SampleDrops.full()
                .setSince(Instant.parse("2026-01-05T10:00:00Z"))
                .setRaisedToday(false)
                .setWatchTime(WatchTime.ARRIVAL)
                .build();

        // When
        List<String> lines = explain(drop).english();

        // Then
        assertThat(lines)
                .contains("  (the fall began on 5 January 2026, before the days that are kept)")
                .noneMatch(line -> line.contains("began about here"))
                .anyMatch(line -> line.matches(
                        "  today +not raised +answers behind this alert were corrected or withdrawn since: .*"))
                .anyMatch(line -> line.matches("  times +arrival +these times are when answers were received"));
    }

    @Test
    void saysInBothLanguagesThatManyHospitalsFellAtOnceAndAtWhatScoreTheDropEnded() {
        // Given
        Episode episode = new Episode();
        episode.put("sentence_en", "11 of 40 hospitals fell in the same weeks.");
        episode.put("sentence_cy", "Disgynnodd 11 o 40 ysbyty yn yr un wythnosau.");
        Drop drop =
                SampleDrops.full().setScoreBack(.924).setResponsesBack(118.4).build();

        // When
        List<String> english = explain(drop, Optional.of(episode)).english();
        List<String> welsh = explain(drop, Optional.of(episode)).welsh();

        // Then
        assertThat(english)
                .contains("  11 of 40 hospitals fell in the same weeks.")
                .anyMatch(line -> line.matches("  back at +92% from 118 answers +estimated score since it is back"));
        assertThat(welsh).contains("  Disgynnodd 11 o 40 ysbyty yn yr un wythnosau.");
    }

    @Test
    void saysTheLowestOfAllAlarmsOfADropThatWasRaisedAgain() {
        // Given
        Drop drop = SampleDrops.full()
                .setTurns(List.of(DropTurn.newBuilder()
                        .setPhase(DropPhase.OPEN)
                        .setAt(Instant.parse("2026-03-04T16:05:00Z"))
                        .setScore(.68)
                        .setSince(Instant.parse("2026-03-03T09:30:00Z"))
                        .build()))
                .build();

        // When
        List<String> lines = explain(drop).english();

        // Then
        assertThat(lines).anyMatch(line -> line.endsWith("at any alarm of this drop, is 68%."));
    }

    private static Explanation explain(Drop drop) {
        return explain(drop, Optional.empty());
    }

    private static Explanation explain(Drop drop, Optional<Episode> episode) {
        return new Explanation(
                drop,
                Optional.of(new SharedFall(0.09, -0.019, 0.004, 0.071, 0.03, 3, 62, FallVerdict.OWN)),
                episode,
                HospitalDirectory.empty(),
                Questionnaires.shipped());
    }
}
