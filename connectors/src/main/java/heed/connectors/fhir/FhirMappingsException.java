package heed.connectors.fhir;

import java.util.List;

/** Says everything that is wrong with the file of questionnaires by their URLs, and with the mappings that it names. */
public final class FhirMappingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    FhirMappingsException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns the problems, each with file and line. */
    public List<String> problems() {
        return problems;
    }
}
