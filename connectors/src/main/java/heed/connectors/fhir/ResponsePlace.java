package heed.connectors.fhir;

import heed.connectors.submission.SubmissionPlace;
import java.util.Map;

/** Names a field of a submission by the element that the mapping reads it from. */
record ResponsePlace(String root, Map<String, String> expressions, String field) implements SubmissionPlace {

    /** Stands between a field and its element; neither has it. */
    static final String BETWEEN = " at ";

    static ResponsePlace of(String root, Map<String, String> expressions) {
        return new ResponsePlace(root, expressions, "");
    }

    @Override
    public String text() {
        return field.isEmpty() ? root : field + BETWEEN + expressions.getOrDefault(field, root);
    }

    @Override
    public SubmissionPlace field(String name) {
        return new ResponsePlace(root, expressions, field.isEmpty() ? name : field + "." + name);
    }
}
