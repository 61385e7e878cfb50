package heed.app.access;

import heed.connectors.KafkaRowWriter;
import heed.schemas.AuditEntry;
import heed.schemas.AuditKind;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topics;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Keeps account of what is done by command, and waits until the brokers have it. */
public final class CommandAudit implements NotedAct.Notes {

    private static final String NOT_TAKEN = Topics.AUDIT.name() + " did not take it";

    private final Map<String, ?> client;
    private final TopicSerdes serdes;
    private final String user;
    private final Clock clock;

    /** Takes what connects to the brokers, and whom the machine knows whoever runs the command by. */
    public CommandAudit(Map<String, ?> client, TopicSerdes serdes, String user, Clock clock) {
        this.client = client;
        this.serdes = serdes;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Writes what is done, before it is.
     *
     * @param about what is changed
     * @param hospital code of the hospital; null where it is of none
     * @throws IllegalStateException where the brokers are not known to have taken it
     */
    @Override
    public void note(AuditKind kind, String about, @Nullable String hospital) throws InterruptedException {
        String who = "command line " + user;
        try (var writer = KafkaRowWriter.connectForCommand(
                Topics.AUDIT, client, serdes.of(Topics.AUDIT).serializer())) {
            Acknowledged.await(
                    NOT_TAKEN,
                    writer.put(
                            who,
                            AuditEntry.newBuilder()
                                    .setKind(kind)
                                    .setWho(who)
                                    .setAbout(about)
                                    .setHospital(hospital)
                                    .setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                                    .setTimes(1)
                                    .build()));
        } catch (KafkaException e) {
            // What writes could not even be made, or not be ended.
            throw new IllegalStateException(NOT_TAKEN + ": " + e.getMessage(), e);
        }
    }
}
