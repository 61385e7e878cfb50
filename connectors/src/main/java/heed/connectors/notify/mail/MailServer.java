package heed.connectors.notify.mail;

import java.util.Optional;

/**
 * The server that mail is handed to.
 *
 * @param login how Heed shows it who it is; nothing where it asks nobody
 * @param from the sender's address
 */
public record MailServer(String host, int port, Security security, Optional<Login> login, String from) {

    /** How what is said to the server is kept secret. */
    public enum Security {
        /** By TLS after a word in clear; a server that does not offer it is not spoken to. */
        STARTTLS,
        /** By TLS from the beginning. */
        TLS,
        /** Not at all: for a server on this machine. */
        NONE
    }

    /** A name and its password, which is never shown. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user + ":****";
        }
    }
}
