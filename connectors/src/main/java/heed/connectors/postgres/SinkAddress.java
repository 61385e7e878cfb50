package heed.connectors.postgres;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Says which database is written to, as whom.
 *
 * @param url {@code jdbc:postgresql://host:port/database}
 * @param schema the schema that the tables are in
 * @param user who writes; empty where the address or the machine says so
 * @param password what they show; empty where a file {@code .pgpass} or the machine does
 */
public record SinkAddress(String url, String schema, Optional<String> user, Optional<String> password) {

    private static final String JDBC = "jdbc:";
    private static final String DRIVER = "jdbc:postgresql:";

    /**
     * Reads an address with or without {@code jdbc:} in front.
     *
     * @throws IllegalArgumentException where it is none, or has a password, which a list of processes would show
     */
    public SinkAddress {
        url = url.startsWith(JDBC) ? url : JDBC + url.replaceFirst("^postgres:", "postgresql:");
        if (!url.startsWith(DRIVER)) {
            throw new IllegalArgumentException("must be an address such as postgresql://db.example.org:5432/heed");
        }
        String small = url.toLowerCase(Locale.ROOT);
        if (small.contains("password=") || small.matches("jdbc:postgresql://[^/]*@.*")) {
            throw new IllegalArgumentException(
                    "must not have a user or password in it, which the machine's list of processes would show:"
                            + " say --user, and --password-file or PGPASSWORD");
        }
    }

    /** Returns what the driver is told; what a server says of a row is not for a log. */
    Properties properties() {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "ApplicationName", "heed sink",
                "logServerErrorDetail", "false",
                "tcpKeepAlive", "true",
                "connectTimeout", "10",
                "socketTimeout", "300"));
        user.ifPresent(name -> properties.setProperty("user", name));
        password.ifPresent(secret -> properties.setProperty("password", secret));
        return properties;
    }

    @Override
    public String toString() {
        return url + " schema " + schema;
    }
}
