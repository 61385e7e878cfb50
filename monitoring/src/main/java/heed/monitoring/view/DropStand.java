package heed.monitoring.view;

import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.RecentDays;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.disclosure.Reading;
import heed.schemas.key.SeriesKey;
import heed.schemas.sentence.English;
import heed.schemas.sentence.Figures;
import heed.schemas.sentence.StandSentences;
import java.time.Instant;
import java.util.Optional;

/**
 * How a drop stands now, beside what was said when it was flagged: weeks later the score may be back, or lower still.
 *
 * @param now what may be said of the last 7 days
 * @param lostSince since when it is not known how the hospital is; empty where it is known
 */
public record DropStand(Drop drop, Reading now, Optional<Instant> lostSince) {

    /** Returns how a drop stands. */
    public static DropStand of(Drop drop, Snapshot snapshot, Names names, Knowledge known) {
        return new DropStand(
                drop,
                snapshot.part(Hospitals.class)
                        .line(SeriesKey.of(drop))
                        .map(series -> series.over(names.today(drop.getHospital(), snapshot.now()), RecentDays.SHORT))
                        .orElseGet(Reading.NoResponses::new),
                known.lostSince(drop.getHospital()));
    }

    /** Returns the score that was usual before the fall. */
    public String usual() {
        return words().usual();
    }

    /** Returns the same in sentences, as messages and {@code explain} say it too. */
    public StandSentences words() {
        return new StandSentences(drop, now, lostSince);
    }

    /** Returns the score since the fall as it was estimated when it was last flagged, or found to be larger. */
    String flagged() {
        return figures().now() + "%";
    }

    /** Returns the lowest of what was estimated of the fall, at any of its alarms, and of the last 7 days. */
    public String lowest() {
        return words().lowest();
    }

    /** Returns the score of the last 7 days; a dash where it can't be told. */
    public String current() {
        return lostSince.isPresent() ? "-" : now.shown().map(Words::percent).orElse("-");
    }

    private Figures figures() {
        return Figures.of(drop.getScore(), drop.getBaseline());
    }

    /** Returns what fell and how it stands: "Support fell from 94% to 68%; now 86%". */
    public String title(String measure) {
        String fell = fell(measure);
        Optional<String> became = became();
        if (became.isPresent()) {
            return fell + ", " + became.get();
        }
        if (lostSince.isPresent()) {
            return fell + "; how it is now is not known";
        }
        return now.shown().map(shown -> fell + "; now " + Words.percent(shown)).orElse(fell);
    }

    /** Returns what became of a fall that has ended; nothing while it is open. */
    Optional<String> became() {
        if (drop.getPhase() == DropPhase.REBASELINED) {
            return Optional.of("which counts as usual now");
        }
        return drop.getState() == DropState.OPEN ? Optional.empty() : Optional.of("and came back");
    }

    /** Tells whether the score is up again, as far as that is known, of a drop that is open until it has lasted. */
    public boolean isUpAgain() {
        return words().isUpAgain();
    }

    /** Returns what fell, whatever became of it: "Support fell from 94% to 68%". */
    public String fell(String measure) {
        return measure + " fell from " + usual() + " to " + words().estimatedLowest();
    }

    /** Returns on what the estimate and the score of now stand, and when the fall was first flagged, in sentences. */
    public String said(Names names) {
        return (drop.getReopenedAt() == null ? "Estimated: " : "Estimated since it was flagged again: ") + flagged()
                + ", from about "
                + English.answers(Math.round(drop.getResponsesUsed())) + ", between "
                + English.percent(drop.getScoreLow()) + " and " + English.percent(drop.getScoreHigh()) + ". "
                + saidOfNow(names) + " First flagged on "
                + Words.date(drop.getOpenedAt(), names.zone(drop.getHospital())) + ".";
    }

    /** Returns how an open drop is now, to go on with in a sentence; empty where it is not told. */
    public String goingOn() {
        return words().goingOn();
    }

    private String saidOfNow(Names names) {
        if (lostSince.isPresent()) {
            return "Now: not known since " + Words.moment(lostSince.get(), names.zone()) + ".";
        }
        String last = " of the last " + Words.SHORT_DAYS + ".";
        if (now instanceof Reading.TooFew few) {
            return "Now: too few answers to show, fewer than " + few.minimum() + "," + last;
        }
        if (now instanceof Reading.Withheld withheld) {
            return "Now: " + Words.withheld(withheld.why()) + ".";
        }
        return now.shown()
                .map(shown -> "Now: " + English.answers(shown.answers()) + last)
                .orElse("Now: no responses in the last " + Words.SHORT_DAYS + ".");
    }
}
