package heed.connectors.intake;

import heed.schemas.name.Codes;

/** Writes the places of a JSON text as a reader finds them again: {@code $[2].answers.overall}. */
final class JsonPath {

    static final String ROOT = "$";

    private JsonPath() {}

    static String item(String array, int index) {
        return array + "[" + index + "]";
    }

    /**
     * Names a field. A name that has not the form of a code may be anything, a patient's words included, so it is given
     * by its position.
     *
     * @param position of the field in its object, counted from 1
     */
    static String field(String object, String name, int position) {
        return object + "." + (Codes.isCode(name) ? name : "(field " + position + ")");
    }
}
