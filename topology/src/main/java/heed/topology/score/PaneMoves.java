package heed.topology.score;

import heed.schemas.Window;
import heed.topology.response.Answers;
import heed.topology.response.Place;
import heed.topology.response.ScoredMeasure;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts a change into every pane of its hospital that it touches. */
final class PaneMoves {

    private static final Window[] KINDS = Window.values();

    private final ScoreRules rules;
    private final Consumer<PaneRow> touched;

    /** Has panes of the windows that {@code rules} have; tells {@code touched} of each pane before it is changed. */
    PaneMoves(ScoreRules rules, Consumer<PaneRow> touched) {
        this.rules = rules;
        this.touched = touched;
    }

    /** Applies a change at its hospital. */
    void apply(PaneChange change, HospitalPanes at) {
        Answers out = change.out();
        Answers in = change.in();
        if (out != null) {
            move(at, out, in, -1, change);
        }
        if (in != null) {
            move(at, in, out, 1, change);
        }
    }

    /** Puts answers in (sign 1) or takes them out (-1); {@code others} replace them or are replaced by them. */
    private void move(HospitalPanes at, Answers answers, @Nullable Answers others, int sign, PaneChange change) {
        if (answers.count() == 0) {
            return;
        }
        Place place = answers.place();
        move(at.of(place.whole(), answers.measure(0).group()), place.whole(), answers, others, sign, change);
        if (!place.isWhole()) {
            move(at.of(place, answers.measure(0).group()), place, answers, others, sign, change);
        }
    }

    private void move(
            PlacePanes ofPlace, Place place, Answers answers, @Nullable Answers others, int sign, PaneChange change) {
        for (Window kind : KINDS) {
            if (!answers.countIn(kind) || !rules.says(place, kind)) {
                continue;
            }
            PaneRow row = ofPlace.at(kind, answers.givenAtMs());
            touched.accept(row);
            keep(row, change);
            Answers within = row.holds(others) ? others : null;
            // Days come before months, so that the day has been changed when its month follows it.
            PaneRow day = row.hasDays() && answers.isDated() ? ofPlace.at(Window.DAY, answers.givenAtMs()) : null;
            Answers kept = row.hasDays() && !isOfTheSameDay(day, within) ? null : within;
            for (int i = 0; i < answers.count(); i++) {
                if (!isSame(answers, i, kept)) {
                    ScoredMeasure measure = answers.measure(i);
                    row.add(measure.slot(), sign, answers.points(i), change.asOfMs());
                    if (day != null) {
                        row.follow(day, measure.slot(), sign, answers.points(i));
                    }
                    // A row that answers are taken out of and put into is restated once.
                    if (change.out() != null && (sign < 0 || within == null || within.indexOf(measure) < 0)) {
                        row.restate(measure.slot());
                    }
                }
            }
        }
    }

    /** Says whether other answers have the day that these have; null is none, as published figures have. */
    private static boolean isOfTheSameDay(@Nullable PaneRow day, @Nullable Answers others) {
        return others != null && (day == null ? !others.isDated() : day.holds(others));
    }

    /** Says whether a correction leaves the i-th measure as it was. */
    private static boolean isSame(Answers answers, int i, @Nullable Answers others) {
        if (others == null) {
            return false;
        }
        int other = others.indexOf(answers.measure(i));
        return other >= 0 && others.points(other) == answers.points(i);
    }

    /** Keeps a pane for as long as the response can be corrected, also where it has changed nothing in it. */
    private static void keep(PaneRow row, PaneChange change) {
        if (change.ledgerDay() > row.ledgerDay) {
            row.ledgerDay = change.ledgerDay();
            row.dirty = true;
        }
    }
}
