package heed.schemas.questionnaire;

import java.util.List;

/** Holds one question: its code on the wire, its words, and the answers that it offers, in their order. */
public record Question(String code, String text, List<Option> options) {

    public Question {
        options = List.copyOf(options);
    }

    /** Returns the place of an answer among the options, or -1 where it is none of them. */
    public int indexOf(CharSequence answer) {
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).code().contentEquals(answer)) {
                return i;
            }
        }
        return -1;
    }
}
