package heed.connectors.postgres;

import heed.schemas.flat.FlatTables;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * Holds the connection: makes what is to be there, and knows how far the topics have been taken. One sink writes to a
 * schema at a time: another finds the lock taken.
 */
final class SinkDatabase implements AutoCloseable {

    private static final String STATE = ".\"sink_state\"";
    private static final String PLACES = ".\"sink_places\"";

    private static final String LONGEST_FOR_LOCK = "20s";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Connection connection;
    private final String schema;
    private final List<SinkTable> tables;

    private SinkDatabase(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
        this.tables = tables(schema);
    }

    /** Returns the tables that there are in a schema, in the order of {@link PostgresSink#TABLES}. */
    static List<SinkTable> tables(String schema) {
        return List.of(
                new SinkTable(
                        FlatTables.SCORES,
                        schema,
                        SinkTable.RECORD_KEY,
                        List.of(List.of("hospital", "measure", "window", "start"), List.of("window", "start"))),
                new SinkTable(
                        FlatTables.DROPS,
                        schema,
                        "drop_id",
                        List.of(List.of(SinkTable.RECORD_KEY), List.of("hospital", "opened_at"), List.of("state"))),
                new SinkTable(
                        FlatTables.LEAGUE,
                        schema,
                        SinkTable.RECORD_KEY,
                        List.of(List.of("measure", "month"), List.of("hospital"))));
    }

    /**
     * Connects, takes the lock and makes what is missing.
     *
     * @throws IllegalStateException where another sink has the lock
     */
    static SinkDatabase open(SinkAddress address) throws SQLException {
        Connection connection = DriverManager.getConnection(address.url(), address.properties());
        try {
            connection.setAutoCommit(false);
            var database = new SinkDatabase(connection, address.schema());
            database.lock();
            database.prepare();
            return database;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Waits a while: the server may take a moment to see that a sink which was killed is gone. */
    private void lock() throws SQLException {
        try (Statement patience = connection.createStatement();
                PreparedStatement lock = connection.prepareStatement("select pg_advisory_lock(hashtext(?))")) {
            patience.execute("set lock_timeout = '" + LONGEST_FOR_LOCK + "'");
            lock.setString(1, "heed sink " + schema);
            lock.execute();
            patience.execute("set lock_timeout = 0");
            connection.commit();
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw new IllegalStateException(
                        "another sink writes to the schema " + schema
                                + " of this database. Stop it first, or say --schema for another.",
                        e);
            }
            throw e;
        }
    }

    private void prepare() throws SQLException {
        String in = SinkTable.quoted(schema);
        try (Statement statement = connection.createStatement()) {
            // What is there already is told as a warning each, which nobody is to read.
            statement.execute("set client_min_messages = error");
            if (!hasSchema()) {
                statement.execute("create schema " + in);
            }
            for (SinkTable table : tables) {
                for (String each : table.creation()) {
                    statement.execute(each);
                }
            }
            for (String each : SinkViews.creation(schema)) {
                statement.execute(each);
            }
            statement.execute("create table if not exists " + in + PLACES
                    + " (topic text not null, partition integer not null, next_offset bigint not null,"
                    + " primary key (topic, partition))");
            statement.execute("create table if not exists " + in + STATE
                    + " (one boolean primary key default true check (one), cluster text not null,"
                    + " seen_at timestamp with time zone not null)");
        }
        connection.commit();
    }

    /** Asked first: whoever may not make schemas may have been given one. */
    private boolean hasSchema() throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement("select 1 from pg_namespace where nspname = ?")) {
            asked.setString(1, schema);
            try (ResultSet found = asked.executeQuery()) {
                return found.next();
            }
        }
    }

    /** Where a database stands: of which cluster it is, and when a sink last followed that. */
    record State(String cluster, Instant seenAt) {}

    /** Returns where the database stands; nothing where no sink has written to it. */
    Optional<State> state() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select cluster, seen_at from " + SinkTable.quoted(schema) + STATE)) {
            return found.next()
                    ? Optional.of(new State(
                            found.getString(1),
                            found.getObject(2, OffsetDateTime.class).toInstant()))
                    : Optional.empty();
        }
    }

    /** Returns how far each partition has been taken. */
    Map<TopicPartition, Long> places() throws SQLException {
        Map<TopicPartition, Long> places = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select topic, partition, next_offset from " + SinkTable.quoted(schema) + PLACES)) {
            while (found.next()) {
                places.put(new TopicPartition(found.getString(1), found.getInt(2)), found.getLong(3));
            }
        }
        return places;
    }

    /** Takes everything out, in the transaction that is open. */
    void empty() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (SinkTable table : tables) {
                statement.execute(table.empty());
            }
            statement.execute("delete from " + SinkTable.quoted(schema) + PLACES);
        }
    }

    /** Writes how far has been read, in the same transaction as what was read, and ends it. */
    void commit(String cluster, Instant now, Map<TopicPartition, Long> places) throws SQLException {
        try (PreparedStatement place = connection.prepareStatement(
                        "insert into " + SinkTable.quoted(schema) + PLACES
                                + " values (?, ?, ?) on conflict (topic, partition) do update set next_offset = excluded.next_offset");
                PreparedStatement state = connection.prepareStatement("insert into " + SinkTable.quoted(schema) + STATE
                        + " (cluster, seen_at) values (?, ?) on conflict (one)"
                        + " do update set cluster = excluded.cluster, seen_at = excluded.seen_at")) {
            for (Map.Entry<TopicPartition, Long> each : places.entrySet()) {
                place.setString(1, each.getKey().topic());
                place.setInt(2, each.getKey().partition());
                place.setLong(3, each.getValue());
                place.addBatch();
            }
            place.executeBatch();
            state.setString(1, cluster);
            state.setObject(2, now.atOffset(ZoneOffset.UTC));
            state.executeUpdate();
        }
        connection.commit();
    }

    /** Returns a statement on this connection. */
    PreparedStatement prepared(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
