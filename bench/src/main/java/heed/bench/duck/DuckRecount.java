package heed.bench.duck;

import heed.bench.flat.FlatResponse;
import heed.bench.flat.Worths;
import heed.schemas.questionnaire.Questionnaire;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Counts a log of responses again in DuckDB, in memory, and compares what was said of scores with it. */
public final class DuckRecount implements AutoCloseable {

    private static final int PARTITION_SHIFT = 40;

    private final DuckRules rules;
    private final DuckSql sql;
    private final FlatResponse in;
    private final FlatScore score;
    private final DuckDBConnection database;
    private final DuckDBAppender feedback;
    private final DuckDBAppender said;

    /** Makes an empty database. */
    public DuckRecount(DuckRules rules, Questionnaire survey) throws SQLException {
        this.rules = rules;
        sql = new DuckSql(rules, survey.measures().size());
        in = new FlatResponse(new Worths(survey));
        score = new FlatScore(survey.measures());
        database = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
        run(sql.tables());
        feedback = database.createAppender("feedback");
        said = database.createAppender("said");
    }

    /** Returns the version of DuckDB. */
    public String version() throws SQLException {
        return database.getMetaData().getDatabaseProductVersion();
    }

    /** Takes in a response. */
    public void feedback(ConsumerRecord<String, byte[]> record) {
        in.read(record.value());
        try {
            feedback.beginRow()
                    .append(position(record))
                    .appendUUID(in.idHigh(), in.idLow())
                    .append(in.revision())
                    .append(in.withdrawn())
                    .append(record.key())
                    .append(in.unit())
                    .append(in.givenAtMs())
                    .append(record.timestamp());
            for (int points : in.points()) {
                if (points < 0) {
                    feedback.appendNull();
                } else {
                    feedback.append(points);
                }
            }
            feedback.endRow();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB did not take a response", e);
        }
    }

    /** Takes in what was said of a row. */
    public void said(ConsumerRecord<String, byte[]> record) {
        try {
            said.beginRow().append(position(record));
            score.append(record.value(), said);
            said.endRow();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB did not take a score", e);
        }
    }

    /** Counts, and compares. All must have been taken in. */
    public DuckReport report() throws SQLException {
        count();
        return compare();
    }

    /**
     * Counts, and compares with what somebody said who closes the windows of all hospitals at once: those that ended by
     * {@code closedThroughMs}, and none beside.
     */
    public DuckReport report(long closedThroughMs) throws SQLException {
        count();
        run("update closed set through = " + closedThroughMs);
        return compare();
    }

    private void count() throws SQLException {
        feedback.close();
        said.close();
        run(sql.count());
        requireKnownIds();
    }

    private DuckReport compare() throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(sql.compare())) {
            found.next();
            java.sql.Array examples = found.getArray("examples");
            return new DuckReport(
                    found.getLong("compared"),
                    found.getLong("differing"),
                    examples == null
                            ? List.of()
                            : Arrays.stream((Object[]) examples.getArray())
                                    .map(Object::toString)
                                    .toList());
        }
    }

    private void requireKnownIds() throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery("select coalesce(max(apart), 0) from repeated")) {
            found.next();
            if (found.getLong(1) >= Duration.ofDays(rules.ledgerDays() - 1L).toMillis()) {
                throw new IllegalStateException(
                        "an id comes again after %d days, when the ledger may have forgotten it, and this count forgets none: take a shorter input"
                                .formatted(Duration.ofMillis(found.getLong(1)).toDays()));
            }
        }
    }

    private void run(String statements) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(statements);
        }
    }

    /** Tells a record's place in its topic: partitions one after another, each in its order. */
    private static long position(ConsumerRecord<?, ?> record) {
        return (long) record.partition() << PARTITION_SHIFT | record.offset();
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
