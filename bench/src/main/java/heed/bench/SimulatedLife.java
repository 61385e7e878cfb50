package heed.bench;

import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Answers of a hospital whose days differ: the share of good answers of each day is drawn from a beta distribution with
 * mean .898, so that two answers of one day correlate at .02. The same seed, life and stretch have the same answers.
 */
final class SimulatedLife {

    /** Two integers a and b with correlation 1 / (a + b + 1). */
    private static final int GOOD = 44;

    private static final int POOR = 5;

    private final SplittableRandom random;

    SimulatedLife(long seed, int life, int stretch) {
        this.random = new SplittableRandom(
                new SplittableRandom(new SplittableRandom(seed).nextLong() + life).nextLong() + stretch);
    }

    /** Returns how many answers of so many days are good. */
    int positiveOf(int days, int answersADay) {
        return (int) IntStream.range(0, days)
                .mapToLong(day -> {
                    double share = share();
                    return IntStream.range(0, answersADay)
                            .filter(each -> random.nextDouble() < share)
                            .count();
                })
                .sum();
    }

    /** Returns the answers of one day, evenly round the clock. */
    Stream<Feedback> day(LocalDate date, String hospital, int answers) {
        double share = share();
        Instant start = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        Duration step = Duration.ofDays(1).dividedBy(answers);
        return IntStream.range(0, answers).mapToObj(i -> Feedback.newBuilder()
                .setFeedbackId(UUID.nameUUIDFromBytes((hospital + date + i).getBytes(StandardCharsets.UTF_8))
                        .toString())
                .setRevision(1)
                .setHospital(hospital)
                .setQuestionnaire("fft-2020")
                .setGivenAt(start.plus(step.multipliedBy(i)))
                .setChannel(Channel.SMS)
                .setAnswers(List.of(new Answer("overall", random.nextDouble() < share ? "good" : "poor")))
                .build());
    }

    private double share() {
        double good = gamma(GOOD);
        return good / (good + gamma(POOR));
    }

    /** Returns a gamma variate of whole shape: a sum of exponential ones. */
    private double gamma(int shape) {
        double sum = 0;
        for (int i = 0; i < shape; i++) {
            sum -= Math.log(1 - random.nextDouble());
        }
        return sum;
    }
}
