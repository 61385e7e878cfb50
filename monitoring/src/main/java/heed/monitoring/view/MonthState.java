package heed.monitoring.view;

import heed.schemas.National;
import heed.schemas.Standing;

/** How sure it is that a month's figures stay. */
public enum MonthState {
    FINAL("Final", "Only a correction or a withdrawal changes it now."),
    OPEN("Still open", "Answers are still coming in, and ranks still move.");

    private final String words;
    private final String meaning;

    MonthState(String words, String meaning) {
        this.words = words;
        this.meaning = meaning;
    }

    /** Returns the state of the month that these figures are of. */
    public static MonthState of(National national) {
        return national.getFinal$() ? FINAL : OPEN;
    }

    /** Returns the state of the month that these figures are of. */
    public static MonthState of(Standing standing) {
        return standing.getFinal$() ? FINAL : OPEN;
    }

    /** Returns it in a word or two. */
    public String words() {
        return words;
    }

    /** Returns in a sentence what it means. */
    public String meaning() {
        return meaning;
    }
}
