package heed.schemas.listen;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;

/**
 * What one proxy says of whoever asked it. The last of several hops is said by whoever is connected to us, the one
 * before it by that one's client, and so on.
 *
 * @param client who asked it, where that is an address
 * @param scheme by which it was asked, in small letters
 * @param host by which name it was asked
 */
record Hop(Optional<InetAddress> client, Optional<String> scheme, Optional<String> host) {

    static final String FOR = "X-Forwarded-For";
    static final String PROTO = "X-Forwarded-Proto";
    static final String HOST = "X-Forwarded-Host";
    static final String FORWARDED = "Forwarded";

    private static final Pattern PAIR =
            Pattern.compile("\\G\\s*(?:([A-Za-z]+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s;,\"]*)))?\\s*([;,]|$)");
    /** An address, with a port or without; IPv6 stands in brackets where a port could follow. */
    private static final Pattern NODE = Pattern.compile("\\[([0-9A-Fa-f:.]+)](?::[0-9]+)?|([0-9.]+)(?::[0-9]+)?");

    /** Returns what the headers of that kind say, in their order; nothing where there are none. */
    static List<Hop> of(HttpFields headers, ForwardedBy by) {
        return switch (by) {
            case X_FORWARDED -> ofLists(headers);
            case FORWARDED -> ofPairs(String.join(",", headers.getValuesList(FORWARDED)));
        };
    }

    private static List<Hop> ofLists(HttpFields headers) {
        List<Hop> hops = new ArrayList<>();
        for (String client : headers.getCSV(FOR, false)) {
            hops.add(new Hop(address(client), Optional.empty(), Optional.empty()));
        }
        // Proxies append to the first of these, and set the others.
        Hop last = hops.isEmpty()
                ? new Hop(Optional.empty(), Optional.empty(), Optional.empty())
                : hops.remove(hops.size() - 1);
        hops.add(new Hop(
                last.client(),
                last(headers.getCSV(PROTO, false)).map(text -> text.toLowerCase(Locale.ROOT)),
                last(headers.getCSV(HOST, false))));
        return hops;
    }

    /** What can't be read ends the list: what came before it was said by nobody whom we know. */
    private static List<Hop> ofPairs(String text) {
        List<Hop> hops = new ArrayList<>();
        var hop = new Hop(Optional.empty(), Optional.empty(), Optional.empty());
        Matcher pairs = PAIR.matcher(text);
        int read = 0;
        while (read < text.length() && pairs.find()) {
            hop = hop.with(pairs);
            read = pairs.end();
            if (!";".equals(pairs.group(4))) {
                hops.add(hop);
                hop = new Hop(Optional.empty(), Optional.empty(), Optional.empty());
            }
        }
        return read == text.length() ? hops : List.of();
    }

    private Hop with(Matcher pair) {
        if (pair.group(1) == null) {
            return this;
        }
        String value = pair.group(2) == null ? pair.group(3) : pair.group(2).replaceAll("\\\\(.)", "$1");
        return switch (pair.group(1).toLowerCase(Locale.ROOT)) {
            case "for" -> new Hop(address(value), scheme, host);
            case "proto" -> new Hop(client, Optional.of(value.toLowerCase(Locale.ROOT)), host);
            case "host" -> new Hop(client, scheme, Optional.of(value));
            default -> this;
        };
    }

    private static Optional<String> last(List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    private static Optional<InetAddress> address(String text) {
        Optional<InetAddress> bare = Network.address(text);
        Matcher node = NODE.matcher(text);
        return bare.isPresent() || !node.matches()
                ? bare
                : Network.address(node.group(1) == null ? node.group(2) : node.group(1));
    }
}
