package heed.connectors.form;

import heed.schemas.Channel;
import heed.schemas.name.Codes;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Says what a link to the form is for. Nobody can make one without the key that {@link FormLinks} signs with.
 *
 * @param unit nothing where it is of the whole hospital
 * @param id tells this link from others; of one that counts once, its answers too
 * @param until the last day on which it is good, in UTC
 */
public record FormLink(
        String questionnaire, String hospital, Optional<String> unit, Kind kind, String id, LocalDate until) {

    private static final String VERSION = "1";
    private static final int PARTS = 7;

    /** Who answers by it. */
    public enum Kind {
        /** Whoever finds it, such as on a wall. */
        POSTER(Channel.WEB),
        /** One after the other, on a device that stands there. */
        KIOSK(Channel.KIOSK),
        /** One person, once. */
        ONCE(Channel.SMS);

        private final Channel channel;

        Kind(Channel channel) {
            this.channel = channel;
        }

        /** Returns by which channel its answers come. */
        public Channel channel() {
            return channel;
        }
    }

    /** Returns it as a line that {@link #parse} reads. Codes hold no bar. */
    String text() {
        return String.join("|", VERSION, questionnaire, hospital, unit.orElse(""), kind.name(), id, until.toString());
    }

    static Optional<FormLink> parse(String text) {
        String[] parts = text.split("\\|", -1);
        if (parts.length != PARTS
                || !parts[0].equals(VERSION)
                || !Codes.isCode(parts[1])
                || !Codes.isCode(parts[2])
                || !(parts[3].isEmpty() || Codes.isCode(parts[3]))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FormLink(
                    parts[1],
                    parts[2],
                    Optional.of(parts[3]).filter(unit -> !unit.isEmpty()),
                    Kind.valueOf(parts[4]),
                    parts[5],
                    LocalDate.parse(parts[6])));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
