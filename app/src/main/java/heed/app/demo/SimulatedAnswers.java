package heed.app.demo;

import heed.schemas.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws one patient's answers on a day. */
final class SimulatedAnswers {

    /** Answers to fft-2020's question that are not positive, and how often each is given among them, in hundredths. */
    private static final List<String> OTHERS = List.of("neither", "poor", "very_poor", "dont_know");

    private static final int[] OTHERS_SHARE = {40, 27, 21, 12};
    private static final double VERY_GOOD = .76;
    private static final double SOMETIMES = 1.3;
    private static final double NO = .35;
    private static final double NOT_APPLICABLE = .05;
    private static final double UNANSWERED = .06;
    private static final double SPREAD = 1.6;
    private static final int BEST = 10;

    private final Random random;

    SimulatedAnswers(Random random) {
        this.random = random;
    }

    List<Answer> friendsAndFamily(SimulatedDay day, String ward) {
        return List.of(new Answer(Aspect.FFT.question(), recommendation(day.level(ward, Aspect.FFT))));
    }

    List<Answer> experience(SimulatedDay day, String ward) {
        List<Answer> answers = new ArrayList<>();
        for (Aspect aspect : List.of(Aspect.DIGNITY, Aspect.INFORMATION, Aspect.INVOLVEMENT, Aspect.SUPPORT)) {
            if (random.nextDouble() >= UNANSWERED) {
                answers.add(new Answer(aspect.question(), yesOrNo(day.level(ward, aspect))));
            }
        }
        answers.add(new Answer(Aspect.OVERALL.question(), outOfTen(day.level(ward, Aspect.OVERALL))));
        return answers;
    }

    private String recommendation(double level) {
        if (random.nextDouble() < level) {
            return random.nextDouble() < VERY_GOOD ? "very_good" : "good";
        }
        int left = random.nextInt(100);
        int which = 0;
        while (left >= OTHERS_SHARE[which]) {
            left -= OTHERS_SHARE[which];
            which++;
        }
        return OTHERS.get(which);
    }

    /** "Sometimes" is worth half: its share and that of "no" make the mean come out at {@code level}. */
    private String yesOrNo(double level) {
        if (random.nextDouble() < NOT_APPLICABLE) {
            return "not_applicable";
        }
        double bad = 1 - level;
        double drawn = random.nextDouble();
        if (drawn < NO * bad) {
            return "no";
        }
        return drawn < (NO + SOMETIMES) * bad ? "yes_sometimes" : "yes_always";
    }

    private String outOfTen(double level) {
        long rounded = Math.round(BEST * level + SPREAD * random.nextGaussian());
        return Long.toString(Math.max(0, Math.min(BEST, rounded)));
    }
}
