package heed.app.demo;

import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Draws everything that patients of one hospital send in about one day.
 *
 * <p>A day depends on the seed, the hospital's stream and the date alone, so any day can be drawn without those before
 * it. {@link Random} is used because its algorithm is specified: the same seed gives the same responses on every Java.
 */
final class SimulatedFeedback {

    private static final String FFT = "fft-2020";
    private static final String EXPERIENCE = "experience-1";
    private static final double FFT_SHARE = .6;
    private static final int MOST_DELAY_SECONDS = 240;
    private static final List<Channel> CHANNELS =
            List.of(Channel.SMS, Channel.SMS, Channel.SMS, Channel.WEB, Channel.WEB, Channel.KIOSK);

    private final long seed;
    private final Story story;
    private final ZoneId zone;

    SimulatedFeedback(long seed, Story story, ZoneId zone) {
        this.seed = seed;
        this.story = story;
        this.zone = zone;
    }

    /** Passes on everything about {@code date}; corrections and withdrawals of it may arrive on the days after. */
    void draw(SimulatedHospital hospital, LocalDate date, Consumer<SimulatedArrival> out) {
        if (story.isSilent(hospital.code(), date)) {
            return;
        }
        Random random = new Random(mix(hospital, date));
        var day = new SimulatedDay(hospital, date, story, random);
        var answers = new SimulatedAnswers(random);
        var mishaps = new Mishaps(random, answers);
        for (int i = 0; i < day.responses(); i++) {
            SimulatedArrival submission = response(hospital, date, day, answers, random);
            out.accept(submission);
            mishaps.after(submission, day, out);
        }
    }

    private SimulatedArrival response(
            SimulatedHospital hospital, LocalDate date, SimulatedDay day, SimulatedAnswers answers, Random random) {
        Instant given = date.atTime(day.time()).atZone(zone).toInstant();
        String ward = hospital.wards().get(random.nextInt(hospital.wards().size()));
        boolean fft = random.nextDouble() < FFT_SHARE;
        List<Answer> drawn = fft ? answers.friendsAndFamily(day, ward) : answers.experience(day, ward);
        Feedback feedback = Feedback.newBuilder()
                .setFeedbackId(id(random))
                .setRevision(1)
                .setWithdrawn(false)
                .setHospital(hospital.code())
                .setUnit(ward)
                .setQuestionnaire(fft ? FFT : EXPERIENCE)
                .setGivenAt(given)
                .setChannel(CHANNELS.get(random.nextInt(CHANNELS.size())))
                .setAnswers(drawn)
                .setLanguage("en")
                .build();
        return new SimulatedArrival(given.plus(Duration.ofSeconds(1L + random.nextInt(MOST_DELAY_SECONDS))), feedback);
    }

    static boolean isFriendsAndFamily(Feedback feedback) {
        return feedback.getQuestionnaire().equals(FFT);
    }

    /** Draws a version-4 UUID. */
    static String id(Random random) {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** Spreads seed, stream, hospital and date over all bits, so that neighbouring days have nothing in common. */
    private long mix(SimulatedHospital hospital, LocalDate date) {
        long mixed = seed;
        for (long part : new long[] {hospital.stream(), hospital.code().hashCode(), date.toEpochDay()}) {
            mixed = (mixed ^ part) * 0x9E37_79B9_7F4A_7C15L;
            mixed = (mixed ^ (mixed >>> 29)) * 0xBF58_476D_1CE4_E5B9L;
            mixed ^= mixed >>> 32;
        }
        return mixed;
    }
}
