package heed.monitoring.readmodel;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The read model at one moment. Immutable, so a page is of one piece however the figures move while it is written. What
 * there is to be read is in its parts, one for each kind.
 *
 * @param version changes with every change, and with every start of the program
 * @param parts by their class
 * @param asOf arrival of the newest response that any figure contains; null before the first
 * @param changedAt by the wall clock, when the figures last changed; null before the first
 */
public record Snapshot(String version, Map<Class<?>, Part> parts, @Nullable Instant asOf, @Nullable Instant changedAt) {

    private static final Set<Class<?>> HEARD = Set.of(Hospitals.class, Silences.class);

    public Snapshot {
        parts = Map.copyOf(parts);
    }

    static Snapshot of(String version, Collection<Part> parts, @Nullable Instant asOf, @Nullable Instant changedAt) {
        return new Snapshot(
                version,
                parts.stream().collect(Collectors.toMap(Part::getClass, Function.identity())),
                asOf,
                changedAt);
    }

    /**
     * Returns one part.
     *
     * @throws IllegalArgumentException where the read model has no such part
     */
    public <P extends Part> P part(Class<P> kind) {
        P part = kind.cast(parts.get(kind));
        if (part == null) {
            throw new IllegalArgumentException("the read model has no " + kind.getSimpleName());
        }
        return part;
    }

    /**
     * Returns what {@code viewer} sees of each part. As of and time of change stay those of all: they say how far the
     * pipeline is, and a quiet hospital's "now" is everybody's. The version is that of what is seen, so that it tells
     * nothing of what changes elsewhere.
     */
    Snapshot seenBy(Viewer viewer) {
        return seen(part -> part.seenBy(viewer));
    }

    /**
     * Returns which hospitals are heard of and which are quiet, of those that {@code viewer} sees, and nothing else.
     */
    Snapshot heardBy(Viewer viewer) {
        return seen(part -> part.seenBy(HEARD.contains(part.getClass()) ? viewer : Viewer.nobody()));
    }

    private Snapshot seen(UnaryOperator<Part> view) {
        List<Part> seen = parts.values().stream().map(view).toList();
        int content = seen.stream().mapToInt(Part::content).sum();
        String epoch = version.substring(0, version.indexOf('-') + 1);
        return of(epoch + Integer.toHexString(content), seen, asOf, changedAt);
    }

    /** Returns the hospitals that somebody should look at, for whatever reason. */
    public Set<String> attention() {
        return parts.values().stream()
                .flatMap(part -> part.attention().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns {@code end}, or as of when the figures are while it is to come: until when what ends then is told. */
    public Instant until(Instant end) {
        return asOf != null && end.isAfter(asOf) ? asOf : end;
    }

    /** Returns the event time that "now" means on a page: the newest figure's, since time may be simulated. */
    public Instant now() {
        return asOf == null ? Instant.EPOCH : asOf;
    }
}
