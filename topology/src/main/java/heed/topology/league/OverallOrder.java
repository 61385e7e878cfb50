package heed.topology.league;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts the hospitals of several contests in an order that follows from what was counted there, so that chance is drawn
 * for them alike whatever their codes. Hospitals that counted the same in everything are alike: which of them comes
 * first is of no account, since their draws are taken together.
 */
final class OverallOrder {

    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Integer> alike = new HashMap<>();

    /** Orders whoever is compared in any of {@code contests}. */
    OverallOrder(List<Contest> contests) {
        Set<String> codes = new TreeSet<>();
        contests.forEach(contest -> codes.addAll(contest.codes()));
        List<String> order =
                codes.stream().sorted((a, b) -> compare(contests, a, b)).toList();
        for (int place = 0; place < order.size(); place++) {
            boolean same = place > 0 && compare(contests, order.get(place - 1), order.get(place)) == 0;
            places.put(order.get(place), place);
            alike.put(order.get(place), same ? alike(order.get(place - 1)) : place);
        }
    }

    /** Returns the hospital's place in the order, from 0. */
    int place(String code) {
        return Objects.requireNonNull(places.get(code), "whoever is compared has a place");
    }

    /** Returns the place of the first hospital that is like this one. */
    int alike(String code) {
        return Objects.requireNonNull(alike.get(code), "whoever is compared has a place");
    }

    private static int compare(List<Contest> contests, String a, String b) {
        Comparator<HospitalMonth> order = Comparator.nullsLast(HospitalMonth.BY_FIGURES);
        for (Contest contest : contests) {
            int compared = order.compare(contest.month(a), contest.month(b));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }
}
