package heed.monitoring.page.league;

import heed.monitoring.html.Crumbs;
import heed.monitoring.html.Html;
import heed.monitoring.html.Switches;
import heed.monitoring.html.Switches.Here;
import heed.monitoring.html.Switches.Link;
import heed.monitoring.view.Words;
import java.util.NavigableMap;
import java.util.function.UnaryOperator;

/** Writes the ways from one comparison to others. */
final class LeagueNavigation {

    private LeagueNavigation() {}

    static Html crumbs(String here) {
        return new Crumbs().link("/league", "Compare").here(here);
    }

    /** Links to the months of a comparison; {@code path} says where each is, {@code here} is this page's. */
    static Html months(NavigableMap<String, ?> months, String here, UnaryOperator<String> path) {
        return Switches.of(
                "Month",
                months.descendingKeySet().stream()
                        .map(month -> new Link(path.apply(month), Words.month(month), Here.of(month, here)))
                        .toList());
    }
}
