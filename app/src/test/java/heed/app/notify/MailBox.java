package heed.app.notify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that takes mail by TLS from who knows the password alone. */
final class MailBox implements AutoCloseable {

    static final String USER = "heed";
    static final String PASSWORD = "a secret of the mail server";

    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final SMTPServer server;

    /** Listens with the certificate of a PKCS12 file, whose password is {@code changeit}. */
    MailBox(int port, Path certificate) throws GeneralSecurityException, IOException {
        server = new SMTPServer.Builder()
                .port(port)
                .hostName("localhost")
                .requireTLS()
                .requireAuth()
                .startTlsSocketFactory(context(certificate))
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, context) -> {
                    if (!user.equals(USER) || !password.equals(PASSWORD)) {
                        throw new LoginFailedException();
                    }
                }))
                .simpleMessageListener(new SimpleMessageListener() {
                    @Override
                    public boolean accept(String from, String recipient) {
                        return true;
                    }

                    @Override
                    public void deliver(String from, String recipient, InputStream data) throws IOException {
                        mails.add(new String(data.readAllBytes(), StandardCharsets.UTF_8));
                    }
                })
                .build();
        server.start();
    }

    private static SSLContext context(Path certificate) throws GeneralSecurityException, IOException {
        char[] password = "changeit".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(certificate)) {
            store.load(in, password);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    List<String> mails() {
        return mails;
    }

    @Override
    public void close() {
        server.stop();
    }
}
