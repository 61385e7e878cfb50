package heed.topology.silence;

import heed.topology.time.ZoneCalendar;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Lets years pass at many invented places that are listened to, then has each stop at an hour of its own, and counts
 * silences.
 */
final class SimulatedYears {

    private static final int PLACES = 60;
    private static final int HOURS = 2 * 365 * 24;
    private static final int LEARNING_HOURS = 28 * 24;
    private static final int PATIENCE = 21 * 24;
    private static final double HOURS_A_YEAR = 8766;

    private final SilenceRules rules = new SilenceRules(365);
    private final HourBits listened = new HourBits();
    private final HourKinds kinds = new HourKinds();
    private final ZoneCalendar calendar = new ZoneCalendar(ZoneOffset.UTC);
    private final List<Lived> places = new ArrayList<>();
    private final List<Integer> delays = new ArrayList<>();
    private int falseSilences;

    SimulatedYears(SimulatedRhythm.Kind kind, double aDay, int shape) {
        for (int i = 0; i < PLACES; i++) {
            // Stops are 41 hours apart, so that they fall on all hours of the week.
            places.add(new Lived(new SimulatedRhythm(i * 77L + 5, kind, aDay, shape), HOURS + i * 41));
        }
        for (int hour = 0; hour < HOURS + PLACES * 41 + PATIENCE; hour++) {
            pass(hour);
        }
        Collections.sort(delays);
    }

    private void pass(int sinceStart) {
        long hour = SimulatedRhythm.START + sinceStart;
        places.forEach(place -> place.live(sinceStart));
        listened.set(hour);
        for (Lived place : places) {
            place.rhythm.judge(hour, listened, each -> kinds.like(calendar, each));
            if (!place.silent && place.rhythm.isSilent(listened, rules)) {
                place.silent = true;
                if (sinceStart < place.stop) {
                    falseSilences++;
                } else {
                    delays.add(sinceStart + 1 - place.stop);
                }
            }
        }
    }

    double placeYears() {
        return places.stream().mapToDouble(place -> place.stop - LEARNING_HOURS).sum() / HOURS_A_YEAR;
    }

    double falseSilencesAYear() {
        return falseSilences / placeYears();
    }

    /** Returns the upper end of the 95% interval, by the normal approximation on the square root's scale (Anscombe). */
    double atMostAYear() {
        double root = StrictMath.sqrt(falseSilences + .375) + 1.959963984540054 / 2;
        return root * root / placeYears();
    }

    /** Returns the lower end. */
    double atLeastAYear() {
        double root = Math.max(0, StrictMath.sqrt(falseSilences + .375) - 1.959963984540054 / 2);
        return Math.max(0, root * root - .375) / placeYears();
    }

    int stopped() {
        return (int) places.stream().filter(place -> !place.wasSilent).count();
    }

    int found() {
        return delays.size();
    }

    int medianHours() {
        return delays.get(delays.size() / 2);
    }

    private static final class Lived {

        private final SimulatedRhythm simulated;
        private final int stop;
        private final Rhythm rhythm = new Rhythm();
        private boolean silent;
        private boolean wasSilent;

        Lived(SimulatedRhythm simulated, int stop) {
            this.simulated = simulated;
            this.stop = stop;
        }

        void live(int sinceStart) {
            if (sinceStart == stop) {
                wasSilent = silent;
            }
            if (sinceStart < stop && simulated.isActive(sinceStart)) {
                rhythm.hear((SimulatedRhythm.START + sinceStart) * Listening.HOUR_MS);
                silent = false;
            }
        }
    }
}
