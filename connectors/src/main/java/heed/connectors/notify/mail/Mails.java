package heed.connectors.notify.mail;

import heed.connectors.notify.DropChart;
import heed.connectors.notify.Message;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/** Makes mails, and knows how the server is spoken to. */
final class Mails {

    private static final String UTF_8 = "UTF-8";
    private static final String LIMIT_MS = "30000";

    private final MailServer server;
    private final Session session;

    Mails(MailServer server) {
        this.server = server;
        this.session = Session.getInstance(
                properties(server), server.login().map(Mails::authenticator).orElse(null));
    }

    private static Properties properties(MailServer server) {
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", server.host());
        properties.put("mail.smtp.port", Integer.toString(server.port()));
        properties.put("mail.smtp.auth", Boolean.toString(server.login().isPresent()));
        properties.put("mail.smtp.connectiontimeout", LIMIT_MS);
        properties.put("mail.smtp.timeout", LIMIT_MS);
        properties.put("mail.smtp.writetimeout", LIMIT_MS);
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        boolean later = server.security() == MailServer.Security.STARTTLS;
        properties.put("mail.smtp.starttls.enable", Boolean.toString(later));
        properties.put("mail.smtp.starttls.required", Boolean.toString(later));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(server.security() == MailServer.Security.TLS));
        return properties;
    }

    private static Authenticator authenticator(MailServer.Login login) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(login.user(), login.password());
            }
        };
    }

    Session session() {
        return session;
    }

    /**
     * Returns the mail to one address: text and HTML with the same words, and what the HTML has as pictures.
     *
     * @param pictures those of the message
     * @param stop where whoever reads it, or their mail program by one click, stops such mails
     */
    MimeMessage of(Message message, MailPictures pictures, String address, Optional<URI> stop, Instant now)
            throws MessagingException {
        MimeMessage mail = new IdentifiedMail(session, "<" + message.id() + "@" + domain(server.from()) + ">");
        mail.setFrom(new InternetAddress(server.from()));
        mail.setRecipients(jakarta.mail.Message.RecipientType.TO, InternetAddress.parse(address));
        mail.setSubject(MailText.subject(message), UTF_8);
        mail.setSentDate(Date.from(now));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        if (stop.isPresent()) {
            mail.setHeader("List-Unsubscribe", "<" + stop.get() + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        MimeBodyPart text = new MimeBodyPart();
        text.setText(MailText.plain(message, stop), UTF_8);
        MimeMultipart both = new MimeMultipart("alternative", text, html(message, pictures, stop));
        mail.setContent(both);
        mail.saveChanges();
        return mail;
    }

    /** Returns the pictures of a message, which all of its mails have. */
    MailPictures pictures(Message message, Function<DropChart, byte[]> pen) {
        return MailPictures.of(message, domain(server.from()), pen);
    }

    private static MimeBodyPart html(Message message, MailPictures pictures, Optional<URI> stop)
            throws MessagingException {
        MimeBodyPart html = new MimeBodyPart();
        html.setText(MailText.html(message, stop, pictures), UTF_8, "html");
        List<MimeBodyPart> drawn = pictures.parts();
        if (drawn.isEmpty()) {
            return html;
        }
        MimeMultipart related = new MimeMultipart("related", html);
        for (MimeBodyPart picture : drawn) {
            related.addBodyPart(picture);
        }
        MimeBodyPart together = new MimeBodyPart();
        together.setContent(related);
        return together;
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1);
    }

    /** A mail whose id is given, not made up when it is sent. */
    private static final class IdentifiedMail extends MimeMessage {

        private final String id;

        IdentifiedMail(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
