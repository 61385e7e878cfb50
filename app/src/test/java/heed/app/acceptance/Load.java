package heed.app.acceptance;

import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import heed.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A fixed input: many hospitals over a hundred days, some of which fall and recover, with the duplicates, corrections,
 * withdrawals and faults of real life. Says of every record what it must come to.
 */
public final class Load {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(100);
    private static final int FALLING = 6;
    private static final String[] GOOD = {"very_good", "good"};
    private static final String[] BAD = {"neither", "poor", "very_poor", "dont_know"};

    private final List<Item> items = new ArrayList<>();
    private final Random random;
    private final int hospitals;
    private final Deque<Feedback> recent = new ArrayDeque<>();

    private final Shares shares;

    private Load(int records, int hospitals, long seed, Shares shares) {
        this.random = new Random(seed);
        this.shares = shares;
        this.hospitals = hospitals;
        for (int i = 0; i < records; i++) {
            add(i, START.plusMillis(SPAN.toMillis() / records * i));
        }
    }

    public static Load of(int records, int hospitals, long seed) {
        return new Load(records, hospitals, seed, new Shares(.03, .04, .045, .055));
    }

    /** Returns a load in which more than a fifth of all records correct or withdraw an earlier one. */
    public static Load revising(int records, int hospitals, long seed) {
        return new Load(records, hospitals, seed, new Shares(.03, .18, .24, .25));
    }

    public List<Item> items() {
        return items;
    }

    public long expected(Fate fate) {
        return items.stream().filter(item -> item.fate() == fate).count();
    }

    /** What must become of a record. */
    public enum Fate {
        COUNTED,
        DUPLICATE,
        CONFLICT,
        CORRECTED,
        WITHDRAWN,
        REJECTED
    }

    /** Writes all of it and returns when it is acknowledged. */
    public void writeTo(CommittedTopics topics) {
        try (Writing<String, Feedback> feedback = new Writing<>(topics.producer())) {
            items.forEach(item -> feedback.write(item.record()));
        }
    }

    /** A record, when it arrived, and what must become of it. */
    public record Item(Feedback feedback, Instant arrival, Fate fate) {

        /** Returns it as the intake writes it. */
        public ProducerRecord<String, Feedback> record() {
            return new ProducerRecord<>(
                    Topics.FEEDBACK.name(), null, arrival.toEpochMilli(), feedback.getHospital(), feedback);
        }
    }

    /** Up to which draw from 0 to 1 a record is what; beyond the last it is a new response. */
    private record Shares(double duplicate, double correction, double withdrawal, double fault) {}

    private void add(int number, Instant now) {
        double kind = random.nextDouble();
        Feedback known = recent.size() > 50 ? recent.peekFirst() : null;
        if (known != null && kind < shares.duplicate()) {
            items.add(
                    number % 4 == 0
                            ? new Item(elsewhere(known), now, Fate.CONFLICT)
                            : new Item(known, now, Fate.DUPLICATE));
        } else if (known != null && kind < shares.correction()) {
            recent.removeFirst();
            items.add(new Item(
                    revised(known, known.getRevision() + 1, answers(random.nextDouble() < .5)), now, Fate.CORRECTED));
        } else if (known != null && kind < shares.withdrawal()) {
            recent.removeFirst();
            items.add(new Item(withdrawal(known, now), now, Fate.WITHDRAWN));
        } else if (kind < shares.fault()) {
            items.add(
                    new Item(response(number, now, List.of(new Answer("overall", "rather_good"))), now, Fate.REJECTED));
        } else {
            Feedback fresh = response(number, now, null);
            recent.addLast(fresh);
            if (recent.size() > 400) {
                recent.removeFirst();
            }
            items.add(new Item(fresh, now, Fate.COUNTED));
        }
    }

    private Feedback response(int number, Instant now, List<Answer> given) {
        int hospital = random.nextInt(hospitals);
        boolean falling = hospital < FALLING
                && now.isAfter(START.plus(Duration.ofDays(60)))
                && now.isBefore(START.plus(Duration.ofDays(80)));
        return Feedback.newBuilder()
                .setFeedbackId(UUID.nameUUIDFromBytes(("load-" + number).getBytes(StandardCharsets.UTF_8))
                        .toString())
                .setRevision(1)
                .setWithdrawn(false)
                .setHospital("T%02d".formatted(hospital))
                .setUnit(random.nextInt(4) == 0 ? null : "W" + random.nextInt(3))
                .setQuestionnaire("fft-2020")
                .setGivenAt(now.minusSeconds(random.nextInt(7_200)))
                .setChannel(Channel.WEB)
                .setAnswers(given == null ? answers(random.nextDouble() < (falling ? .65 : .93)) : given)
                .build();
    }

    private List<Answer> answers(boolean good) {
        String[] choice = good ? GOOD : BAD;
        return List.of(new Answer("overall", choice[random.nextInt(choice.length)]));
    }

    /** Returns the same of another unit: the id and revision say two things then. */
    private static Feedback elsewhere(Feedback known) {
        return revised(known, known.getRevision(), known.getUnit() == null ? "W0" : null, known.getAnswers());
    }

    private static Feedback revised(Feedback known, int revision, List<Answer> answers) {
        return revised(known, revision, known.getUnit(), answers);
    }

    private static Feedback revised(Feedback known, int revision, String unit, List<Answer> answers) {
        return Feedback.newBuilder()
                .setFeedbackId(known.getFeedbackId())
                .setRevision(revision)
                .setWithdrawn(false)
                .setHospital(known.getHospital())
                .setUnit(unit)
                .setQuestionnaire(known.getQuestionnaire())
                .setGivenAt(known.getGivenAt())
                .setChannel(known.getChannel())
                .setAnswers(answers)
                .setLanguage(known.getLanguage())
                .setAgeBand(known.getAgeBand())
                .build();
    }

    private static Feedback withdrawal(Feedback known, Instant now) {
        return Feedback.newBuilder()
                .setFeedbackId(known.getFeedbackId())
                .setRevision(known.getRevision())
                .setWithdrawn(true)
                .setHospital(known.getHospital())
                .setQuestionnaire(known.getQuestionnaire())
                .setGivenAt(now)
                .setChannel(known.getChannel())
                .setAnswers(List.of())
                .build();
    }
}
