package heed.connectors.mapping;

import heed.connectors.submission.DerivedIds;
import heed.connectors.submission.SubmissionIds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes ids that are the same whenever the same row is read: UUIDs of version 5 (RFC 9562).
 *
 * <p>A vendor's id becomes that of {@code SOURCE|ID}, unless it is a UUID already. A row without one gets that of what
 * it says and of how many rows that say the same came before: the same file again has the same ids.
 */
final class RowIds {

    /** The namespace of rows without one. */
    static final UUID ROWS = UUID.fromString("6f0e1f5e-5d0a-4b5e-9a51-7c1d6c1b8a11");

    private final String source;
    private final Map<UUID, Integer> alike = new HashMap<>();

    RowIds(String source) {
        this.source = source;
    }

    UUID ofVendor(String id) {
        return SubmissionIds.of(source, id);
    }

    UUID ofContent(List<String> content) {
        StringBuilder said = new StringBuilder(source);
        content.forEach(
                cell -> said.append('|').append(cell.length()).append(':').append(cell));
        UUID group = DerivedIds.of(ROWS, said.toString());
        int before = alike.merge(group, 1, Integer::sum) - 1;
        return before == 0 ? group : DerivedIds.of(group, String.valueOf(before));
    }
}
