package heed.connectors.postgres;

import heed.schemas.flat.FlatTable;
import heed.schemas.serde.TopicSerdes;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the records of one topic to its table, in their order: rows and deletions are sent in batches of one kind.
 *
 * @param <R> what a row is made from
 */
final class TableWriter<R extends SpecificRecord> {

    private final FlatTable<R> rows;
    private final Deserializer<R> values;
    private final PreparedStatement upsert;
    private final PreparedStatement delete;
    private @Nullable PreparedStatement waiting;

    TableWriter(FlatTable<R> rows, SinkTable table, TopicSerdes serdes, SinkDatabase database) throws SQLException {
        this.rows = rows;
        this.values = serdes.of(rows.topic()).deserializer();
        this.upsert = database.prepared(table.upsert());
        this.delete = database.prepared(table.delete());
    }

    /** Takes a record; tells whether it could be read. */
    boolean take(ConsumerRecord<String, byte[]> record) throws SQLException {
        R value;
        try {
            value = values.deserialize(record.topic(), record.headers(), record.value());
        } catch (SerializationException e) {
            return false;
        }
        if (value == null) {
            delete.setString(1, record.key());
            add(delete);
        } else {
            set(record.key(), rows.row(value, Instant.ofEpochMilli(record.timestamp())));
            add(upsert);
        }
        return true;
    }

    private void set(String key, List<@Nullable Object> cells) throws SQLException {
        upsert.setString(1, key);
        for (int at = 0; at < cells.size(); at++) {
            Object cell = cells.get(at);
            if (cell instanceof Instant moment) {
                upsert.setObject(at + 2, moment.atOffset(ZoneOffset.UTC));
            } else if (cell == null) {
                upsert.setNull(at + 2, Types.NULL);
            } else {
                upsert.setObject(at + 2, cell);
            }
        }
    }

    private void add(PreparedStatement statement) throws SQLException {
        if (waiting != null && waiting != statement) {
            waiting.executeBatch();
        }
        statement.addBatch();
        waiting = statement;
    }

    /** Sends what has not been sent. */
    void flush() throws SQLException {
        if (waiting != null) {
            waiting.executeBatch();
            waiting = null;
        }
    }
}
