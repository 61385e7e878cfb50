package heed.monitoring.view;

import heed.schemas.Drop;
import heed.schemas.key.SeriesKey;
import heed.schemas.sentence.English;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The drops of one hospital.
 *
 * @param told what is told one by one, in the order of the drops
 */
public record FallenTogether(String code, List<Told> told) {

    /**
     * A drop to be told.
     *
     * @param units those of the hospital's units in the same measure, which are told within it
     */
    public record Told(Drop drop, List<Drop> units) {}

    /** Returns the drops by hospital, in their order. */
    public static List<FallenTogether> byHospital(List<Drop> drops) {
        Map<String, List<Told>> byCode = new LinkedHashMap<>();
        told(drops).forEach(each -> byCode.computeIfAbsent(each.drop().getHospital(), code -> new ArrayList<>())
                .add(each));
        return byCode.entrySet().stream()
                .map(each -> new FallenTogether(each.getKey(), List.copyOf(each.getValue())))
                .toList();
    }

    /** Returns the drops, a unit's within its hospital's where both have fallen in the same measure. */
    public static List<Told> told(List<Drop> drops) {
        Map<SeriesKey, Drop> wholes = drops.stream()
                .filter(drop -> drop.getUnit() == null)
                .collect(Collectors.toMap(FallenTogether::fallen, Function.identity(), (one, other) -> one));
        Map<SeriesKey, List<Drop>> units = drops.stream()
                .filter(drop -> drop.getUnit() != null)
                .collect(Collectors.groupingBy(FallenTogether::fallen));
        return drops.stream()
                .filter(drop -> drop.getUnit() == null || !wholes.containsKey(fallen(drop)))
                .map(drop -> new Told(
                        drop, drop.getUnit() == null ? units.getOrDefault(fallen(drop), List.of()) : List.of()))
                .toList();
    }

    private static SeriesKey fallen(Drop drop) {
        return SeriesKey.of(drop).whole();
    }

    /** Returns how many fell where: "Ashcombe General: 4 drops on 2 wards". */
    public String title(Names names) {
        List<Drop> all = new ArrayList<>();
        told.forEach(each -> {
            all.add(each.drop());
            all.addAll(each.units());
        });
        long wards = all.stream()
                .map(Drop::getUnit)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        boolean whole = all.stream().anyMatch(drop -> drop.getUnit() == null);
        String onWards = wards == 0 ? "" : " on " + English.counted(wards, "ward");
        return names.hospital(code) + ": " + English.counted(all.size(), "drop")
                + (whole && wards > 0 ? ", of the whole hospital and" : "") + onWards;
    }
}
