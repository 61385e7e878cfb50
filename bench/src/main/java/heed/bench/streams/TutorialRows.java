package heed.bench.streams;

import heed.schemas.Answer;
import heed.schemas.Feedback;
import heed.schemas.Score;
import heed.schemas.Window;
import heed.schemas.disclosure.Minimums;
import heed.schemas.figures.ScoreFigures;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.key.ScoreKey;
import heed.schemas.key.SeriesKey;
import heed.schemas.questionnaire.Measure;
import heed.schemas.questionnaire.Questionnaire;
import heed.topology.time.ZoneCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/** Finds the rows that a response belongs to, and writes a row as a score. */
final class TutorialRows {

    private final Questionnaire survey;
    private final Minimums minimums;
    private final Window unitsFrom;
    /** A calendar remembers, and streams have several threads. */
    private final ThreadLocal<ZoneCalendar> calendars =
            ThreadLocal.withInitial(() -> new ZoneCalendar(HospitalDirectory.DEFAULT_ZONE));

    TutorialRows(Questionnaire survey, Minimums minimums, Window unitsFrom) {
        this.survey = survey;
        this.minimums = minimums;
        this.unitsFrom = unitsFrom;
    }

    /** Returns what is to be added to each row that a response changes. */
    List<KeyValue<String, Sums>> changes(Replaced replaced) {
        Map<String, Sums> rows = new HashMap<>();
        long restated = replaced.before() == null ? 0 : 1;
        add(replaced.before(), -1, replaced.arrivalMs(), rows);
        add(replaced.after(), 1, replaced.arrivalMs(), rows);
        List<KeyValue<String, Sums>> changes = new ArrayList<>();
        rows.forEach((key, sums) -> {
            if (sums.n() != 0 || sums.sum() != 0) {
                changes.add(
                        KeyValue.pair(key, new Sums(sums.n(), sums.sum(), sums.squares(), sums.asOfMs(), restated)));
            }
        });
        return changes;
    }

    private void add(@Nullable Feedback response, int sign, long arrivalMs, Map<String, Sums> rows) {
        if (response == null) {
            return;
        }
        Map<String, String> answers = new HashMap<>();
        for (Answer answer : response.getAnswers()) {
            answers.put(answer.getQuestion(), answer.getAnswer());
        }
        for (Measure measure : survey.measures()) {
            String answer = answers.get(measure.question());
            int points = answer == null ? Measure.EXCLUDED : measure.points().getOrDefault(answer, Measure.EXCLUDED);
            if (points != Measure.EXCLUDED) {
                Sums sums = new Sums(sign, (long) sign * points, (long) sign * points * points, arrivalMs, 0);
                for (String key : keys(response, measure.name())) {
                    rows.merge(key, sums, Sums::plus);
                }
            }
        }
    }

    private List<String> keys(Feedback response, String measure) {
        List<String> keys = new ArrayList<>();
        long givenAtMs = response.getGivenAt().toEpochMilli();
        for (Window kind : Window.values()) {
            Instant start =
                    Instant.ofEpochMilli(calendars.get().span(kind, givenAtMs).startMs());
            keys.add(new ScoreKey(new SeriesKey(response.getHospital(), null, measure), kind, start).text());
            if (response.getUnit() != null && kind.compareTo(unitsFrom) >= 0) {
                keys.add(new ScoreKey(new SeriesKey(response.getHospital(), response.getUnit(), measure), kind, start)
                        .text());
            }
        }
        return keys;
    }

    /** Writes a row as the topic has it, but for what it says of being final and of days. */
    Score score(String key, Sums sums) {
        ScoreKey row = ScoreKey.parse(key);
        ZoneCalendar calendar = calendars.get();
        ZoneCalendar.Span span = calendar.span(row.window(), row.start().toEpochMilli());
        ScoreFigures figures =
                sums.n() < minimums.internal() ? null : ScoreFigures.of(sums.n(), sums.sum(), sums.squares());
        return Score.newBuilder()
                .setHospital(row.series().hospital())
                .setUnit(row.series().unit())
                .setMeasure(row.series().measure())
                .setWindow(row.window())
                .setStart(row.start())
                .setEnd(Instant.ofEpochMilli(span.endMs()))
                .setLabel(calendar.label(row.window(), span.startMs()))
                .setN(sums.n())
                .setSum(sums.sum())
                .setSumOfSquares(sums.squares())
                .setScore(figures == null ? null : figures.scoreBasisPoints())
                .setLow(figures == null ? null : figures.lowBasisPoints())
                .setHigh(figures == null ? null : figures.highBasisPoints())
                .setSuppressed(sums.n() > 0 && figures == null)
                .setMinimum(minimums.internal())
                .setAsOf(Instant.ofEpochMilli(sums.asOfMs()))
                .setRestatements(sums.restatements())
                .setAudience(minimums.audienceOf(sums.n()))
                .build();
    }
}
