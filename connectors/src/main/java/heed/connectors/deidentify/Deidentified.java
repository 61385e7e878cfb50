package heed.connectors.deidentify;

import java.util.Map;

/**
 * A text after what may tell who somebody is was taken out of it.
 *
 * @param text with what was taken out named in square brackets
 * @param takenOut how often each kind was taken out; none where that is nought
 */
public record Deidentified(String text, Map<IdentifierKind, Integer> takenOut) {

    public Deidentified {
        takenOut = Map.copyOf(takenOut);
    }
}
