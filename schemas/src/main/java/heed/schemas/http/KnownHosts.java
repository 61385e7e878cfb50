package heed.schemas.http;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells requests to a name that a server of ours goes by from those to any other.
 *
 * <p>A page elsewhere can have its own name resolved to our address (DNS rebinding). A browser then takes our server
 * for the one that the page came from: its scripts may read every answer and send whatever they like. The {@code Host}
 * header still has the page's name.
 *
 * <p>An address is always known: it is not looked up, so nobody can turn it. So is a request without the header:
 * browsers send one.
 */
public final class KnownHosts {

    private static final Pattern HOST = Pattern.compile("(\\[[^\\[\\]]*]|[^:\\[\\]]+)(?::[0-9]{0,5})?");
    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern ADDRESS =
            Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}|\\[[0-9a-f:.]+(?:%[0-9a-z._~%-]+)?]");
    private static final String LABEL = "[A-Za-z0-9_-]{1,63}";
    private static final Pattern NAME = Pattern.compile("(?=.{1,253}$)" + LABEL + "(?:\\." + LABEL + ")*\\.?");

    private final Set<String> names = new HashSet<>();

    /**
     * Takes what a server is called.
     *
     * @param listensOn name or address that it listens on
     * @param others further names, such as those that a proxy or a network knows it by
     */
    public KnownHosts(String listensOn, Collection<String> others) {
        names.add("localhost");
        names.add(plain(listensOn));
        others.forEach(name -> names.add(plain(name)));
    }

    /** Tells whether {@code text} is the name of a host, without a port. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /**
     * Tells whether a request may be answered.
     *
     * @param header its {@code Host}, with or without a port; null where it has none
     */
    public boolean knows(@Nullable String header) {
        if (header == null) {
            return true;
        }
        Matcher parts = HOST.matcher(header);
        if (!parts.matches()) {
            return false;
        }
        String host = plain(parts.group(1));
        return ADDRESS.matcher(host).matches() || names.contains(host);
    }

    /** A dot at the end says that a name is complete; it is the same name. */
    private static String plain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** Says why a request gets no answer, and what to do; {@code header} is repeated as it came and must be escaped. */
    public static String refusal(String header, String setting) {
        return "Heed does not go by the name \"" + header
                + "\". If it should, add that name, without a port, to the setting "
                + setting + " and start Heed again. Heed answers to known names alone, so that a page elsewhere can't"
                + " use your browser to get at it.";
    }
}
