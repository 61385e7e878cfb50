package heed.monitoring.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;

/** Reads what a form of ours sent, and nothing that another page, or a program, made to look like it. */
public final class OwnForm {

    /** As what forms send their fields. */
    public static final String TYPE = "application/x-www-form-urlencoded";

    private OwnForm() {}

    /** Why it is not read. */
    public enum Refusal {
        /** A page elsewhere made a browser send it. */
        ELSEWHERE(HttpStatus.FORBIDDEN),
        /** It does not say that it is what a form sends. */
        NO_FORM(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
        /** It is longer than a form of ours can be. */
        TOO_LONG(HttpStatus.CONTENT_TOO_LARGE),
        /** It says that it is what a form sends, and can't be read as that. */
        GARBLED(HttpStatus.BAD_REQUEST);

        private final HttpStatus status;

        Refusal(HttpStatus status) {
            this.status = status;
        }

        /** Returns what is answered. */
        public HttpStatus status() {
            return status;
        }

        /**
         * Returns it in words.
         *
         * @param what what is sent by that form
         * @param again what to do where it was not sent by it, a sentence
         */
        public String words(String what, String again) {
            return switch (this) {
                case ELSEWHERE -> "This was not sent from a page of Heed. " + again;
                case NO_FORM -> "Send this as a form does: " + TYPE + ".";
                case TOO_LONG -> "This is far longer than " + what + " can be. Shorten it.";
                case GARBLED -> "This is not what a form sends. " + again;
            };
        }
    }

    /** Says why something is not read; it holds nothing of what was sent. */
    public static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final Refusal refusal;

        private RefusedException(Refusal refusal) {
            super(refusal.name());
            this.refusal = refusal;
        }

        /** Returns why. */
        public Refusal refusal() {
            return refusal;
        }
    }

    /**
     * Returns the fields by name.
     *
     * @throws RefusedException where it is none of ours
     */
    public static Map<String, String> fields(Context sent) throws RefusedException {
        if (!OwnOrigin.sent(sent)) {
            throw new RefusedException(Refusal.ELSEWHERE);
        }
        if (!SmallBody.isOf(TYPE, sent)) {
            throw new RefusedException(Refusal.NO_FORM);
        }
        String body = SmallBody.read(sent).orElseThrow(() -> new RefusedException(Refusal.TOO_LONG));
        try {
            return FormBody.fields(body);
        } catch (IllegalArgumentException e) {
            // Not as the cause, which may quote it.
            throw new RefusedException(Refusal.GARBLED);
        }
    }

    /** Returns the same; nothing where it is none of ours, of which no more is to be said. */
    public static Optional<Map<String, String>> anyFields(Context sent) {
        try {
            return Optional.of(fields(sent));
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }
}
