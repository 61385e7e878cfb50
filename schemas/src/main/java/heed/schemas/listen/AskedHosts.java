package heed.schemas.listen;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says which names a request goes to: the one that whoever is connected asks for, and the one that a trusted proxy was
 * asked for. A page elsewhere may have chosen either, so each must be a name of ours.
 */
public final class AskedHosts {

    private AskedHosts() {}

    /** Returns the names, each with a port or without; programs may say none. */
    public static List<String> of(HttpServletRequest request) {
        return Stream.of(request.getHeader("Host"), request.getHeader(Hop.HOST))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Returns the name that the client itself asks for. */
    public static Optional<String> outermost(HttpServletRequest request) {
        List<String> all = of(request);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }
}
