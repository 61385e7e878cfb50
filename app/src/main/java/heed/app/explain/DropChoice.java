package heed.app.explain;

import heed.schemas.Drop;
import heed.schemas.topic.Topics;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Chooses the drop that a user means by its id or by how the id begins. */
public final class DropChoice {

    /** Fewest characters that an id may be shortened to. */
    public static final int SHORTEST = 8;

    private static final int MOST_LISTED = 20;

    private DropChoice() {}

    /**
     * Returns the drop.
     *
     * @param hospital whose drops to name where there is none of that id; empty for all
     * @throws IllegalArgumentException where none or several are meant, with what to do
     */
    public static Drop of(List<Drop> drops, String id, Optional<String> hospital) {
        String written = id.toLowerCase(Locale.ROOT);
        List<Drop> meant = drops.stream()
                .filter(drop -> drop.getDropId().startsWith(written))
                .toList();
        if (meant.size() > 1) {
            throw new IllegalArgumentException(
                    "'" + id + "' begins the ids of several drops; write more of it:" + lines(meant));
        }
        return meant.stream().findFirst().orElseThrow(() -> new IllegalArgumentException(absent(drops, id, hospital)));
    }

    private static String absent(List<Drop> drops, String id, Optional<String> hospital) {
        List<Drop> there = drops.stream()
                .filter(drop -> hospital.isEmpty() || drop.getHospital().equals(hospital.get()))
                .toList();
        String whose = hospital.map(code -> " of " + code).orElse("");
        return "there is no drop " + id + " on " + Topics.DROPS.name() + ". The topic keeps the newest record of each"
                + " hospital, unit and measure for ever, older ones only for a while."
                + (there.isEmpty()
                        ? " It has no drops" + whose + "."
                        : " The drops" + whose + " that it has:" + lines(there));
    }

    private static String lines(List<Drop> drops) {
        String listed = drops.stream()
                .sorted(Comparator.comparing(Drop::getOpenedAt).reversed().thenComparing(Drop::getDropId))
                .limit(MOST_LISTED)
                .map(drop -> "\n  " + drop.getDropId() + "  " + drop.getHospital()
                        + (drop.getUnit() == null ? "" : " " + drop.getUnit()) + "  " + drop.getMeasure() + "  opened "
                        + drop.getOpenedAt())
                .collect(Collectors.joining());
        return listed + (drops.size() > MOST_LISTED ? "\n  and " + (drops.size() - MOST_LISTED) + " older ones" : "");
    }
}
