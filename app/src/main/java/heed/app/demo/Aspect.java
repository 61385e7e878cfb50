package heed.app.demo;

import java.util.Locale;

/** Names what patients are asked about: the one question of fft-2020 and the five of experience-1. */
enum Aspect {
    FFT,
    DIGNITY,
    INFORMATION,
    INVOLVEMENT,
    SUPPORT,
    OVERALL;

    /** Returns the code of the question, in the questionnaire that has it. */
    String question() {
        return this == FFT ? "overall" : name().toLowerCase(Locale.ROOT);
    }
}
