package heed.app.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Passes on, in the order of arrival and without end, what the patients of all invented hospitals send in. */
final class Simulation {

    private final PriorityQueue<SimulatedArrival> ahead =
            new PriorityQueue<>(Comparator.comparing(SimulatedArrival::arrival)
                    .thenComparing(submission -> submission.feedback().getFeedbackId())
                    .thenComparing(submission -> submission.feedback().getRevision()));

    private final SimulatedFeedback feedback;
    private final List<SimulatedHospital> hospitals;
    private final ZoneId zone;
    private LocalDate nextDay;

    Simulation(long seed, List<SimulatedHospital> hospitals, ZoneId zone) {
        this.feedback = new SimulatedFeedback(seed, new Story(), zone);
        this.hospitals = List.copyOf(hospitals);
        this.zone = zone;
        this.nextDay = Story.FIRST_DAY;
    }

    /** Returns the next arrival and moves past it. */
    SimulatedArrival next() {
        drawUntilCertain();
        return ahead.remove();
    }

    /** Returns when the next arrival is, without moving. */
    Instant nextArrival() {
        drawUntilCertain();
        return ahead.element().arrival();
    }

    /** Draws days until nothing of an undrawn day can come before the first that is drawn. */
    private void drawUntilCertain() {
        while (ahead.isEmpty() || !ahead.element().arrival().isBefore(startOf(nextDay))) {
            hospitals.forEach(hospital -> feedback.draw(hospital, nextDay, ahead::add));
            nextDay = nextDay.plusDays(1);
        }
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
