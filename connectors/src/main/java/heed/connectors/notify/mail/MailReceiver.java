package heed.connectors.notify.mail;

import heed.connectors.notify.DropChart;
import heed.connectors.notify.Message;
import heed.connectors.notify.Receiver;
import heed.connectors.notify.RefusedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Tells people by e-mail: each address by a message of its own, whose Message-ID is the same in a repeat. An address
 * that a server will never take keeps none of the others from being told.
 */
public final class MailReceiver implements Receiver {

    private static final int PERMANENT = 500;

    private final MailServer server;
    private final List<String> addresses;
    private final WayOut out;
    private final Mails mails;
    private final Clock clock;
    private final Function<DropChart, byte[]> pen;
    /** Addresses that are done with of the message that is tried. */
    private final Set<String> done = new HashSet<>();

    private int refused;
    private @Nullable String tried;
    private MailPictures pictures = MailPictures.none();
    private final AtomicLong undrawn = new AtomicLong();

    /** Tells all of {@code addresses} but those where the mails were stopped. */
    public MailReceiver(MailServer server, List<String> addresses, WayOut out, Clock clock) {
        this(server, addresses, out, clock, DropPicture::png);
    }

    /** Takes what draws charts. */
    MailReceiver(MailServer server, List<String> addresses, WayOut out, Clock clock, Function<DropChart, byte[]> pen) {
        this.server = server;
        this.addresses = List.copyOf(addresses);
        this.out = out;
        this.mails = new Mails(server);
        this.clock = clock;
        this.pen = pen;
    }

    @Override
    public void deliver(Message message) throws IOException {
        if (!message.id().equals(tried)) {
            tried = message.id();
            done.clear();
            refused = 0;
            pictures = mails.pictures(message, pen);
            undrawn.addAndGet(pictures.undrawn());
        }
        List<String> open = addresses.stream()
                .filter(address -> out.wants(message.route(), address))
                .toList();
        if (!done.containsAll(open)) {
            deliver(message, open);
        }
        if (refused > 0) {
            throw new RefusedException(refused + " of " + addresses.size() + " addresses");
        }
    }

    private void deliver(Message message, List<String> open) throws IOException {
        try (Transport transport = mails.session().getTransport()) {
            transport.connect();
            deliver(message, open, transport);
        } catch (MessagingException e) {
            throw failure(e);
        }
    }

    private void deliver(Message message, List<String> open, Transport transport) throws MessagingException {
        MessagingException last = null;
        RuntimeException fault = null;
        for (String address : open) {
            if (done.contains(address)) {
                continue;
            }
            try {
                MimeMessage mail =
                        mails.of(message, pictures, address, out.link(message.route(), address), clock.instant());
                transport.sendMessage(mail, InternetAddress.parse(address));
                done.add(address);
            } catch (MessagingException e) {
                if (isPermanent(e)) {
                    done.add(address);
                    refused++;
                } else {
                    last = e;
                }
            } catch (RuntimeException e) {
                fault = e;
            }
        }
        if (fault != null) {
            throw fault;
        }
        if (last != null) {
            throw last;
        }
    }

    /** A server that does not know the sender or the password may learn of them. */
    private static boolean isPermanent(MessagingException failure) {
        int code = 0;
        for (Exception each = failure; each instanceof MessagingException inner; each = inner.getNextException()) {
            if (inner instanceof SMTPAddressFailedException address) {
                code = Math.max(code, address.getReturnCode());
            } else if (inner instanceof SMTPSendFailedException sent && sent.getNextException() == null) {
                code = Math.max(code, sent.getReturnCode());
            }
        }
        return code >= PERMANENT;
    }

    /** What a server says may name an address. */
    private static IOException failure(MessagingException failure) {
        String kind = failure.getClass().getSimpleName();
        return new IOException(
                failure instanceof SMTPSendFailedException sent
                        ? "SMTP reply " + sent.getReturnCode()
                        : "mail not handed over: " + kind,
                failure);
    }

    @Override
    public List<String> addresses() {
        return addresses;
    }

    @Override
    public long undrawn() {
        return undrawn.get();
    }

    @Override
    public String where() {
        return "mail by " + server.host() + ":" + server.port() + " to "
                + (addresses.size() == 1 ? "1 address" : addresses.size() + " addresses");
    }
}
