package heed.schemas.serde;

import heed.schemas.Action;
import heed.schemas.ActionKind;
import heed.schemas.Answer;
import heed.schemas.Audience;
import heed.schemas.Channel;
import heed.schemas.ChannelDay;
import heed.schemas.ChannelTally;
import heed.schemas.Comment;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.EvidenceDay;
import heed.schemas.Feedback;
import heed.schemas.Filed;
import heed.schemas.LeagueRow;
import heed.schemas.MeasureChange;
import heed.schemas.MixCheck;
import heed.schemas.MixDimension;
import heed.schemas.MixVerdict;
import heed.schemas.National;
import heed.schemas.Pulse;
import heed.schemas.Rating;
import heed.schemas.Restatement;
import heed.schemas.RestatementKind;
import heed.schemas.Rise;
import heed.schemas.RiseState;
import heed.schemas.Score;
import heed.schemas.Severity;
import heed.schemas.Silence;
import heed.schemas.SilenceState;
import heed.schemas.Standing;
import heed.schemas.WatchTime;
import heed.schemas.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/**
 * Gives Avro the classes of our records, and no others.
 *
 * <p>Avro finds classes by the names that a schema mentions: its records', and those in the properties
 * {@code java-class} and {@code java-key-class}. Whoever can register a schema could so have any class loaded and its
 * string constructor called. Here names are looked up in a fixed table and those properties are not read.
 */
final class TrustedRecords extends SpecificData {

    private static final Map<String, Class<?>> CLASSES = Stream.of(
                    Action.class,
                    ActionKind.class,
                    Answer.class,
                    Audience.class,
                    Channel.class,
                    ChannelDay.class,
                    ChannelTally.class,
                    Comment.class,
                    Drop.class,
                    DropPhase.class,
                    DropState.class,
                    EvidenceDay.class,
                    Feedback.class,
                    Filed.class,
                    LeagueRow.class,
                    MeasureChange.class,
                    MixCheck.class,
                    MixDimension.class,
                    MixVerdict.class,
                    National.class,
                    Pulse.class,
                    Rating.class,
                    Restatement.class,
                    RestatementKind.class,
                    Rise.class,
                    RiseState.class,
                    Score.class,
                    Severity.class,
                    Silence.class,
                    SilenceState.class,
                    Standing.class,
                    WatchTime.class,
                    Window.class)
            .collect(Collectors.toUnmodifiableMap(Class::getName, Function.identity()));

    private final FastReaderBuilder readers =
            new FastReaderBuilder(this).withClassPropEnabled(false).withKeyClassEnabled(false);

    TrustedRecords() {
        super(TrustedRecords.class.getClassLoader());
        addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
    }

    /** Returns whether {@code type} is one of our records or a type within them. */
    static boolean contains(Class<?> type) {
        return CLASSES.containsValue(type);
    }

    @Override
    @SuppressWarnings("rawtypes") // as overridden
    public @Nullable Class getClass(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> CLASSES.get(schema.getFullName());
            default -> super.getClass(schema);
        };
    }

    @Override
    @SuppressWarnings("rawtypes") // as overridden
    public DatumReader createDatumReader(Schema schema) {
        return createDatumReader(schema, schema);
    }

    // Avro itself would choose its slow reader for a subclass, and that one reads the properties that name classes.
    @Override
    @SuppressWarnings("rawtypes") // as overridden
    public DatumReader createDatumReader(Schema writer, Schema reader) {
        try {
            return readers.createDatumReader(writer, reader);
        } catch (IOException e) {
            throw new UncheckedIOException("a reader reads nothing while it is made", e);
        }
    }
}
