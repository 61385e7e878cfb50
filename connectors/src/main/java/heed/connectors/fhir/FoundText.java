package heed.connectors.fhir;

/**
 * Holds what a column says in one resource.
 *
 * @param text empty where nothing is there
 * @param expression FHIRPath of the element
 */
record FoundText(String text, String expression) {

    static FoundText none(String expression) {
        return new FoundText("", expression);
    }
}
