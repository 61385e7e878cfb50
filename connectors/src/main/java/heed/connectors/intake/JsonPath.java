package heed.connectors.intake;

import heed.connectors.submission.SubmissionPlace;

/** Names a place of a JSON text: {@code $[2].answers.overall}. */
record JsonPath(String text) implements SubmissionPlace {

    static final JsonPath ROOT = new JsonPath("$");

    JsonPath item(int index) {
        return new JsonPath(text + "[" + index + "]");
    }

    @Override
    public JsonPath field(String name) {
        return new JsonPath(text + "." + name);
    }
}
