package heed.monitoring.web;

import heed.schemas.figures.FalseShare;
import heed.schemas.listen.Reach;
import java.util.List;
import java.util.Objects;

/**
 * Settings of the page.
 *
 * @param host address to listen on
 * @param port port to listen on, 0 for any free one
 * @param names further host names that it is asked for by; those of loopback, the host and all addresses are known
 * @param reach how it is reached beside that
 * @param notice where the figures come from, shown at the foot of every page; empty for none
 * @param listFalseShare share of the lines listed for readers of many that may be there by chance
 * @param maximumStreams browsers that are kept up to date at once, half of them of one client; more are asked to come
 *     back
 */
public record PageSettings(
        String host,
        int port,
        List<String> names,
        Reach reach,
        String notice,
        FalseShare listFalseShare,
        int maximumStreams) {

    public PageSettings {
        Objects.requireNonNull(host, "host");
        names = List.copyOf(names);
        Objects.requireNonNull(notice, "notice");
        Objects.requireNonNull(listFalseShare, "listFalseShare");
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("page.port must be 0 to 65535, was " + port);
        }
        if (maximumStreams < 1) {
            throw new IllegalArgumentException("page.streams must be at least 1, was " + maximumStreams);
        }
    }
}
