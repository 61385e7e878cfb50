package heed.app.demo;

import heed.schemas.Answer;
import heed.schemas.Feedback;
import heed.schemas.hospital.HospitalDirectory;
import heed.topology.detect.LearningDays;
import heed.topology.detect.Loss;
import heed.topology.detect.MeasureWatch;
import heed.topology.detect.WatchEvent;
import heed.topology.detect.WatchListener;
import heed.topology.detect.WatchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Feeds simulated responses to the watch as the pipeline does, without a pipeline, and notes what the watch says. */
final class WatchedStory {

    private static final ZoneId ZONE = HospitalDirectory.DEFAULT_ZONE;
    private static final Set<String> QUESTIONNAIRES = Set.of("fft-2020", "experience-1");
    private static final Map<String, Integer> POINTS = Map.of(
            "very_good", 10_000,
            "good", 10_000,
            "neither", 0,
            "poor", 0,
            "very_poor", 0,
            "dont_know", 0,
            "yes_always", 10_000,
            "yes_sometimes", 5_000,
            "no", 0);

    private final Map<Key, MeasureWatch> keys = new HashMap<>();
    private final Map<Key, LearningDays> learning = new HashMap<>();
    private final Map<String, Feedback> counted = new HashMap<>();
    private final Set<String> withdrawn = new HashSet<>();
    private final List<Said> said = new ArrayList<>();

    /** What is watched; an empty unit is the hospital as a whole. */
    record Key(String hospital, String unit, Aspect aspect) {}

    /** What the watch said. */
    record Said(Key key, What what, LocalDate day) {}

    enum What {
        ALARM,
        RECOVERED
    }

    static List<Said> of(long seed, LocalDate end) {
        return of(seed, SimulatedHospital.all(), end);
    }

    static List<Said> of(long seed, List<SimulatedHospital> hospitals, LocalDate end) {
        var watched = new WatchedStory();
        var simulation = new Simulation(seed, hospitals, ZONE);
        Instant until = end.atStartOfDay(ZONE).toInstant();
        while (simulation.nextArrival().isBefore(until)) {
            watched.take(simulation.next());
        }
        return watched.said;
    }

    private void take(SimulatedArrival submission) {
        Feedback feedback = submission.feedback();
        if (isRejected(submission) || withdrawn.contains(feedback.getFeedbackId())) {
            return;
        }
        Feedback before = counted.get(feedback.getFeedbackId());
        if (before != null && !feedback.getWithdrawn() && feedback.getRevision() <= before.getRevision()) {
            return;
        }
        if (before != null) {
            count(before, Way.OUT);
        }
        if (feedback.getWithdrawn()) {
            withdrawn.add(feedback.getFeedbackId());
        } else {
            counted.put(feedback.getFeedbackId(), feedback);
            count(feedback, Way.IN);
        }
    }

    private static boolean isRejected(SimulatedArrival submission) {
        Feedback feedback = submission.feedback();
        return !QUESTIONNAIRES.contains(feedback.getQuestionnaire())
                || feedback.getUnit().contains(" ")
                || feedback.getGivenAt().isAfter(submission.arrival().plusSeconds(3_600))
                || feedback.getAnswers().stream()
                        .anyMatch(answer -> answer.getAnswer().equals("excellent"));
    }

    private enum Way {
        IN,
        OUT
    }

    private void count(Feedback feedback, Way way) {
        for (Answer answer : feedback.getAnswers()) {
            Aspect aspect = feedback.getQuestionnaire().equals("fft-2020")
                    ? Aspect.FFT
                    : Aspect.valueOf(answer.getQuestion().toUpperCase(Locale.ROOT));
            Integer points = aspect == Aspect.OVERALL
                    ? Integer.valueOf(Integer.parseInt(answer.getAnswer()) * 1_000)
                    : POINTS.get(answer.getAnswer());
            if (points != null) {
                count(new Key(feedback.getHospital(), "", aspect), feedback, points, way);
                count(new Key(feedback.getHospital(), feedback.getUnit(), aspect), feedback, points, way);
            }
        }
    }

    private void count(Key key, Feedback feedback, int points, Way way) {
        MeasureWatch watch = keys.computeIfAbsent(key, each -> new MeasureWatch(rule(each.aspect)));
        ZonedDateTime at = feedback.getGivenAt().atZone(ZONE);
        long day = at.toLocalDate().toEpochDay();
        long millis = feedback.getGivenAt().toEpochMilli();
        int loss = Loss.ofBasisPoints(points);
        if (way == Way.IN) {
            watch.add(day, at.getHour(), loss, millis, new Noting(key));
        } else {
            watch.retract(day, at.getHour(), loss, millis, new Noting(key));
        }
    }

    private static WatchRule rule(Aspect aspect) {
        return switch (aspect) {
            case FFT, OVERALL -> new WatchRule(730);
            default -> new WatchRule(4 * 730);
        };
    }

    private final class Noting implements WatchListener {

        private final Key key;

        Noting(Key key) {
            this.key = key;
        }

        @Override
        public void sealed(WatchEvent.Sealed day) {
            learning.computeIfAbsent(key, each -> new LearningDays()).seal(keys.get(key), day);
        }

        /** A fall within the days that were learned from is flagged when they are over. */
        @Override
        public void learned(WatchEvent.Learned learned) {
            learning.computeIfAbsent(key, each -> new LearningDays())
                    .fall(keys.get(key), learned.atMs())
                    .ifPresent(fall -> note(What.ALARM, learned));
        }

        @Override
        public void alarm(WatchEvent.Alarm alarm) {
            note(What.ALARM, alarm);
        }

        @Override
        public void escalated(WatchEvent.Escalated escalated) {
            // The story says when drops open and end, not how large they are.
        }

        @Override
        public void recovered(WatchEvent.Recovered recovered) {
            note(What.RECOVERED, recovered);
        }

        private void note(What what, WatchEvent event) {
            said.add(new Said(
                    key, what, Instant.ofEpochMilli(event.atMs()).atZone(ZONE).toLocalDate()));
        }
    }
}
