package heed.connectors.submission;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Says which {@code feedback_id} a submission has.
 *
 * @param fresh makes that of a submission without one
 * @param source who a vendor is whose ids are no UUIDs; nothing where ids must be UUIDs
 */
public record SubmissionIds(Supplier<UUID> fresh, Optional<String> source) {

    /** Of what a vendor may call a response: more than any is known to need. */
    private static final int LONGEST_OF_VENDOR = 200;

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** Returns that ids must be UUIDs. */
    public static SubmissionIds uuids(Supplier<UUID> fresh) {
        return new SubmissionIds(fresh, Optional.empty());
    }

    /** Returns the id; nothing where there is none, or where it is refused, which is reported. */
    Optional<UUID> read(SubmissionFields fields) {
        if (source.isEmpty()) {
            return fields.text("feedback_id", SubmissionIds::isUuid, "must be a UUID in its 36-character form")
                    .map(UUID::fromString);
        }
        return fields.label("feedback_id", LONGEST_OF_VENDOR).map(id -> of(source.get(), id));
    }

    /** Returns the id of what a source calls so: what is a UUID already is kept. */
    public static UUID of(String source, String id) {
        return isUuid(id) ? UUID.fromString(id) : DerivedIds.ofVendor(source, id);
    }

    private static boolean isUuid(String text) {
        return UUID_FORM.matcher(text).matches();
    }
}
