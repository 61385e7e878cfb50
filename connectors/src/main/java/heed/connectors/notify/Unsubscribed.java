package heed.connectors.notify;

import heed.schemas.Unsubscription;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Knows to which addresses routes send no mails any more, without the addresses. Threads may share it. */
public final class Unsubscribed {

    private static final int ID_BYTES = 16;

    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    /**
     * Returns what a route's mails to an address are known by. No key is in it: whoever loses one would be sent mails
     * again.
     */
    public static String id(String route, String address) {
        String text = route + '\n' + address.toLowerCase(Locale.ROOT);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, ID_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Takes in that mails were stopped. */
    public void add(Unsubscription row) {
        ids.add(row.getUnsubscriptionId());
    }

    /** Takes in that mails are sent again. */
    public void remove(String id) {
        ids.remove(id);
    }

    /** Tells whether the mails known by {@code id} were stopped. */
    public boolean has(String id) {
        return ids.contains(id);
    }
}
