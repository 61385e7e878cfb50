package heed.app.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Knows whose rows can be judged at all: not those of hospitals that the input no longer holds the beginning of, nor of
 * hospitals whose responses lie on several partitions, so that they have no order.
 */
final class JudgeableHospitals {

    private final Map<String, PartitionRecount> byHospital = new HashMap<>();
    private final Set<String> excluded = new TreeSet<>();
    private final Set<Integer> truncated = new TreeSet<>();
    private final List<String> scattered = new ArrayList<>();

    /** Takes the recount of each partition, and the first offset that each partition still holds. */
    JudgeableHospitals(Map<Integer, PartitionRecount> recounts, Map<Integer, Long> beginnings) {
        Map<String, Set<Integer>> partitions = new TreeMap<>();
        recounts.forEach((partition, recount) -> {
            boolean whole =
                    Objects.requireNonNull(beginnings.get(partition), "scores have the partitions of their feedback")
                            == 0;
            if (!whole) {
                truncated.add(partition);
            }
            for (String hospital : recount.hospitals()) {
                byHospital.put(hospital, recount);
                partitions.computeIfAbsent(hospital, code -> new TreeSet<>()).add(partition);
                if (!whole) {
                    excluded.add(hospital);
                }
            }
        });
        partitions.forEach((hospital, where) -> {
            if (where.size() > 1) {
                excluded.add(hospital);
                scattered.add(hospital + " on partitions " + where);
            }
        });
    }

    /** Returns the partition's recount of each hospital. */
    Map<String, PartitionRecount> byHospital() {
        return byHospital;
    }

    /**
     * Says whether the rows of a hospital can be judged; one that the input does not name may be of a lost beginning.
     */
    boolean includes(String hospital) {
        return !excluded.contains(hospital) && (truncated.isEmpty() || byHospital.containsKey(hospital));
    }

    /** Says whether what all hospitals come to together can be judged. */
    boolean includesAll() {
        return truncated.isEmpty() && scattered.isEmpty();
    }

    /** Returns, in words, why some can't be judged. */
    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        if (!truncated.isEmpty()) {
            reasons.add("the beginning of the input is gone (retention, or records deleted) on partitions " + truncated
                    + ": " + excluded.size() + " hospitals there, and those that only the scores know");
        }
        if (!scattered.isEmpty()) {
            reasons.add("hospitals with responses on several partitions have no order to recount in: "
                    + String.join("; ", scattered));
        }
        return reasons;
    }
}
