package heed.monitoring.view;

import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.key.PlaceKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hospitals and wards that a reader follows, in the order in which they began to. It is what a browser keeps, so it
 * says nothing of what there is, nor of what its reader may see.
 */
public record Followed(List<PlaceKey> places) {

    /** What a browser keeps of one address has to stay below 4 KB; a place takes up to 82 characters. */
    public static final int MOST = 30;

    public static final Followed NONE = new Followed(List.of());

    private static final String BETWEEN = "\n";

    public Followed {
        Set<PlaceKey> all = new LinkedHashSet<>(places);
        places = all.stream().limit(MOST).toList();
    }

    /** Reads what {@link #text} wrote; what is no place is left out, since anybody may have written it. */
    public static Followed parse(String text) {
        return new Followed(Stream.of(text.split(BETWEEN, MOST + 1))
                .flatMap(each -> place(each).stream())
                .toList());
    }

    private static Optional<PlaceKey> place(String text) {
        try {
            return Optional.of(PlaceKey.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns it as it is kept. */
    public String text() {
        return places.stream().map(PlaceKey::text).collect(Collectors.joining(BETWEEN));
    }

    /** Tells whether a place is there for a reader: what one may not see is not. */
    public static boolean isThere(PlaceKey place, Snapshot snapshot) {
        return snapshot.part(Hospitals.class)
                .of(place.hospital())
                .filter(figures -> place.isWhole() || figures.units().contains(place.unit()))
                .isPresent();
    }

    /** Returns those places that are there for a reader. */
    public Followed among(Snapshot snapshot) {
        return new Followed(
                places.stream().filter(place -> isThere(place, snapshot)).toList());
    }

    /** Tells whether no more can be kept. */
    public boolean isFull() {
        return places.size() == MOST;
    }

    /** Tells whether a place is followed. */
    public boolean has(PlaceKey place) {
        return places.contains(place);
    }

    /** Tells whether a hospital is followed, or a ward of it. */
    public boolean reaches(String hospital) {
        return places.stream().anyMatch(place -> place.hospital().equals(hospital));
    }

    /** Returns the same and one more. */
    public Followed with(PlaceKey place) {
        return new Followed(Stream.concat(places.stream(), Stream.of(place)).toList());
    }

    /** Returns the same without one. */
    public Followed without(PlaceKey place) {
        return new Followed(
                places.stream().filter(each -> !Objects.equals(each, place)).toList());
    }

    /** Returns what is of hospitals of which anything is followed before the rest, each in its own order. */
    public <T> List<T> first(List<T> all, Function<T, String> hospital) {
        return Stream.concat(
                        all.stream().filter(each -> reaches(hospital.apply(each))),
                        all.stream().filter(each -> !reaches(hospital.apply(each))))
                .toList();
    }

    /**
     * Returns the hospitals of which anything is followed alone where no others are wanted, or before the others where
     * no other order is asked for.
     */
    public List<OverviewRow> first(List<OverviewRow> rows, OverviewQuery query) {
        if (query.whose() == OverviewQuery.Whose.FOLLOWED) {
            return rows.stream().filter(row -> reaches(row.code())).toList();
        }
        return query.order() != OverviewOrder.ATTENTION ? rows : first(rows, OverviewRow::code);
    }
}
