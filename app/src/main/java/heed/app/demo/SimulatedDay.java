package heed.app.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Draws what one day at one hospital is like: how many patients answer, when, and how good the day is.
 *
 * <p>Answers of one day move together, as they do in life (a ward is short of staff): each aspect's level of the day is
 * drawn around the usual one, so that the correlation between answers of a day is about .015.
 */
final class SimulatedDay {

    private static final double CORRELATION = .015;
    private static final double SHARED = .5;
    private static final double WEEKEND_VOLUME = .75;
    private static final double WEEKDAY_VOLUME = 1.1;
    private static final double WEEKEND_LEVEL = -.012;
    private static final double MONDAY_LEVEL = .008;
    private static final double LEAST = .02;
    private static final double MOST = .99;

    /** Responses by hour of the day: few at night, most in the late morning and in the evening. */
    private static final int[] HOURS = {
        1, 1, 1, 1, 1, 2, 4, 8, 12, 16, 18, 17, 14, 13, 14, 15, 15, 16, 18, 17, 13, 8, 4, 2
    };

    private static final int ALL_HOURS = 231;
    private static final int MINUTES = 60;

    private final SimulatedHospital hospital;
    private final LocalDate day;
    private final Story story;
    private final Random random;
    private final Map<Aspect, Double> levels = new EnumMap<>(Aspect.class);
    private final int responses;

    SimulatedDay(SimulatedHospital hospital, LocalDate day, Story story, Random random) {
        this.hospital = hospital;
        this.day = day;
        this.story = story;
        this.random = random;
        boolean weekend = day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
        responses = poisson(hospital.responsesADay() * (weekend ? WEEKEND_VOLUME : WEEKDAY_VOLUME));
        double usual = hospital.level() + weekdayEffect(day.getDayOfWeek());
        double mood = random.nextGaussian();
        for (Aspect aspect : Aspect.values()) {
            double shift = StrictMath.sqrt(SHARED) * mood + StrictMath.sqrt(1 - SHARED) * random.nextGaussian();
            levels.put(aspect, usual + shift * StrictMath.sqrt(CORRELATION * usual * (1 - usual)) * spread(aspect));
        }
    }

    int responses() {
        return responses;
    }

    /** Returns the share of good answers about {@code aspect} in a ward on this day. */
    double level(String ward, Aspect aspect) {
        return clip(Objects.requireNonNull(levels.get(aspect), "each aspect has a level")
                - story.fall(hospital.code(), ward, aspect, day));
    }

    LocalTime time() {
        int left = random.nextInt(ALL_HOURS);
        int hour = 0;
        while (left >= HOURS[hour]) {
            left -= HOURS[hour];
            hour++;
        }
        return LocalTime.of(hour, random.nextInt(MINUTES), random.nextInt(MINUTES), random.nextInt(1000) * 1_000_000);
    }

    /** Answers on a scale vary less than yes-or-no ones, and so must their days. */
    private static double spread(Aspect aspect) {
        return switch (aspect) {
            case FFT -> 1;
            case OVERALL -> .5;
            default -> .75;
        };
    }

    private static double weekdayEffect(DayOfWeek day) {
        return switch (day) {
            case SATURDAY, SUNDAY -> WEEKEND_LEVEL;
            case MONDAY -> MONDAY_LEVEL;
            default -> 0;
        };
    }

    private static double clip(double level) {
        return Math.max(LEAST, Math.min(MOST, level));
    }

    /** Draws from a Poisson distribution by Knuth's method, exact for means of some hundreds at most. */
    private int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
