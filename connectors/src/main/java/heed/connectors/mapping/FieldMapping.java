package heed.connectors.mapping;

import java.util.Map;
import java.util.Optional;

/**
 * Says where a field of a submission is from.
 *
 * @param column whose cell it is; nothing where {@code value} is for all rows
 * @param words what cells mean, by their texts as {@link MappedWords#plain} has them; an empty meaning is none
 */
record FieldMapping(Optional<String> column, Optional<String> value, Map<String, String> words) {

    FieldMapping {
        words = Map.copyOf(words);
    }
}
