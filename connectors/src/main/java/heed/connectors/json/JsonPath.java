package heed.connectors.json;

import heed.connectors.submission.SubmissionPlace;

/** Names a place of a JSON text: {@code $[2].answers.overall}. */
public record JsonPath(String text) implements SubmissionPlace {

    /** The whole of a text that has nothing beside it. */
    public static final JsonPath ROOT = new JsonPath("$");

    /** Returns the whole of one line of a file, counted from 1. */
    public static JsonPath line(long number) {
        return new JsonPath("line " + number + ": $");
    }

    /** Returns the place of an item of the list that is here. */
    public JsonPath item(int index) {
        return new JsonPath(text + "[" + index + "]");
    }

    @Override
    public JsonPath field(String name) {
        return new JsonPath(text + "." + name);
    }
}
