package heed.connectors.form;

import heed.schemas.questionnaire.Questionnaire;
import java.util.Map;
import java.util.Optional;

/**
 * Holds what a page of the form is made of.
 *
 * @param address of the form by its link, without a language
 * @param place whose care is asked about, for people
 * @param language in which it is asked
 * @param sheet tells this sheet from others, so that one that is sent twice counts once
 * @param box where one's own words are written; nothing where none are asked for
 * @param given what was answered already, by the codes of questions
 */
public record FormView(
        String address,
        FormLink link,
        String place,
        Questionnaire questionnaire,
        String language,
        String sheet,
        Optional<CommentBox> box,
        Map<String, String> given,
        State state) {

    /** Returns the same page where something else is to be said. */
    public FormView with(State other) {
        return new FormView(address, link, place, questionnaire, language, sheet, box, given, other);
    }

    /** Returns the page on which what was sent can be sent again, as the same sheet. */
    public FormView again(State why, String name, Map<String, String> answers, String words) {
        return new FormView(
                address,
                link,
                place,
                questionnaire,
                language,
                name.isEmpty() ? sheet : name,
                box.map(each -> each.with(words)),
                answers,
                why);
    }

    /** What there is to say beside the questions. */
    public enum State {
        /** Nothing was sent yet. */
        FRESH,
        /** It was sent without an answer. */
        EMPTY,
        /** What was written can't be taken. */
        WORDS,
        /** It can't be taken now. */
        NOT_NOW,
        /** It was taken. */
        TAKEN,
        /** Its link counts once, and did. */
        USED
    }
}
