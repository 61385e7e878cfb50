package heed.app.demo;

import heed.schemas.Answer;
import heed.schemas.Feedback;
import heed.schemas.record.RecordCopy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Adds what goes wrong in life: responses sent twice, corrected, withdrawn, and some that must be rejected.
 *
 * <p>Of a thousand responses about ten are sent twice, six corrected, three withdrawn and two rejected.
 */
final class Mishaps {

    private static final int OUT_OF = 1000;
    private static final int TWICE = 10;
    private static final int CORRECTED = 16;
    private static final int WITHDRAWN = 19;
    private static final int REJECTED = 21;
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration AHEAD = Duration.ofHours(3);
    private static final int HOURS_LATER = 30;

    private final Random random;
    private final SimulatedAnswers answers;

    Mishaps(Random random, SimulatedAnswers answers) {
        this.random = random;
        this.answers = answers;
    }

    /** Passes on what follows a response of that day, if anything does. */
    void after(SimulatedArrival submission, SimulatedDay day, Consumer<SimulatedArrival> out) {
        int drawn = random.nextInt(OUT_OF);
        if (drawn < TWICE) {
            out.accept(new SimulatedArrival(submission.arrival().plus(SOON), submission.feedback()));
        } else if (drawn < CORRECTED) {
            out.accept(corrected(submission, day));
        } else if (drawn < WITHDRAWN) {
            out.accept(withdrawn(submission));
        } else if (drawn < REJECTED) {
            out.accept(spoilt(submission));
        }
    }

    private SimulatedArrival corrected(SimulatedArrival submission, SimulatedDay day) {
        Feedback first = submission.feedback();
        List<Answer> second = SimulatedFeedback.isFriendsAndFamily(first)
                ? answers.friendsAndFamily(day, first.getUnit())
                : answers.experience(day, first.getUnit());
        return new SimulatedArrival(
                later(submission.arrival()),
                RecordCopy.of(first, Feedback.newBuilder())
                        .setRevision(first.getRevision() + 1)
                        .setAnswers(second)
                        .build());
    }

    private SimulatedArrival withdrawn(SimulatedArrival submission) {
        Instant at = later(submission.arrival());
        Feedback first = submission.feedback();
        return new SimulatedArrival(
                at,
                RecordCopy.of(first, Feedback.newBuilder())
                        .setWithdrawn(true)
                        .setGivenAt(at)
                        .setAnswers(List.of())
                        .setLanguage(null)
                        .setAgeBand(null)
                        .build());
    }

    /** Returns another response of the same patient that is dated ahead, unknown, ill-named or badly answered. */
    private SimulatedArrival spoilt(SimulatedArrival submission) {
        Feedback good = submission.feedback();
        Instant at = submission.arrival().plus(SOON);
        int how = random.nextInt(4);
        return new SimulatedArrival(
                at,
                RecordCopy.of(good, Feedback.newBuilder())
                        .setFeedbackId(SimulatedFeedback.id(random))
                        .setRevision(1)
                        .setWithdrawn(false)
                        .setUnit(how == 0 ? "Ward 9, bed 4" : good.getUnit())
                        .setQuestionnaire(how == 1 ? "fft-2013" : good.getQuestionnaire())
                        .setGivenAt(how == 2 ? at.plus(AHEAD) : at)
                        .setAnswers(how == 3 ? List.of(new Answer("overall", "excellent")) : good.getAnswers())
                        .build());
    }

    private Instant later(Instant arrival) {
        return arrival.plus(Duration.ofMinutes(5L + random.nextInt(HOURS_LATER * 60)));
    }
}
