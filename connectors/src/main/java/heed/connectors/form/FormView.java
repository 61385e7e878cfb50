package heed.connectors.form;

import heed.schemas.questionnaire.Questionnaire;
import java.util.Map;

/**
 * Holds what a page of the form is made of.
 *
 * @param address of the form by its link, without a language
 * @param place whose care is asked about, for people
 * @param language in which it is asked
 * @param sheet tells this sheet from others, so that one that is sent twice counts once
 * @param given what was answered already, by the codes of questions
 */
public record FormView(
        String address,
        FormLink link,
        String place,
        Questionnaire questionnaire,
        String language,
        String sheet,
        Map<String, String> given,
        State state) {

    /** What there is to say beside the questions. */
    public enum State {
        /** Nothing was sent yet. */
        FRESH,
        /** It was sent without an answer. */
        EMPTY,
        /** It can't be taken now. */
        NOT_NOW,
        /** It was taken. */
        TAKEN,
        /** Its link counts once, and did. */
        USED
    }
}
