package heed.monitoring.page.overview;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Condition;
import heed.monitoring.view.Followed;
import heed.monitoring.view.Names;
import heed.monitoring.view.OverviewOrder;
import heed.monitoring.view.OverviewQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Writes the form that narrows the overview. A plain one: what was asked is in the address, with scripts or without.
 */
final class OverviewForm {

    private final Names names;
    private final Followed followed;

    OverviewForm(Names names, Followed followed) {
        this.names = names;
        this.followed = followed;
    }

    Html of(Snapshot snapshot, OverviewQuery query) {
        return el(
                "form",
                cls("find"),
                attr("method", "get"),
                attr("action", "/"),
                field(
                        "find",
                        "Find a hospital, ward or measure",
                        el(
                                "input",
                                attr("type", "search"),
                                attr("id", "find"),
                                attr("name", "find"),
                                attr("size", "18"),
                                attr("value", query.find()))),
                choice("measure", "Measure", "Overall", measures(snapshot), names::measure, query.measure()),
                regions(snapshot, query),
                whose(query),
                choice(
                        "state",
                        "Now",
                        "Any",
                        Arrays.stream(Condition.values()).map(Condition::name).toList(),
                        each -> Condition.valueOf(each).words(),
                        query.state().map(Condition::name).orElse("")),
                choice(
                        "order",
                        "Show",
                        OverviewOrder.ATTENTION.words(),
                        Arrays.stream(OverviewOrder.values())
                                .map(OverviewOrder::code)
                                .filter(each -> !each.isEmpty())
                                .toList(),
                        each -> OverviewOrder.of(each).words(),
                        query.order().code()),
                el("button", attr("type", "submit"), "Apply"));
    }

    private List<String> measures(Snapshot snapshot) {
        return names.ordered(snapshot.part(Hospitals.class).byCode().values().stream()
                .flatMap(figures -> figures.measures().stream())
                .distinct()
                .toList());
    }

    /** Returns the choice of regions; nothing where the hospitals' file tells none. */
    private Html regions(Snapshot snapshot, OverviewQuery query) {
        List<String> regions = snapshot.part(Hospitals.class).byCode().keySet().stream()
                .map(names::region)
                .filter(each -> !each.isEmpty())
                .distinct()
                .sorted()
                .toList();
        return regions.isEmpty()
                ? Html.NOTHING
                : choice("region", "Region", "All", regions, Function.identity(), query.region());
    }

    /** Returns the choice of what is followed; nothing for whoever follows nothing. */
    private Html whose(OverviewQuery query) {
        boolean chosen = query.whose() == OverviewQuery.Whose.FOLLOWED;
        return followed.places().isEmpty() && !chosen
                ? Html.NOTHING
                : choice(
                        "whose",
                        "Whose",
                        "All",
                        List.of(OverviewQuery.Whose.CODE),
                        code -> "Those I follow",
                        chosen ? OverviewQuery.Whose.CODE : "");
    }

    private static Html choice(
            String id, String label, String none, List<String> values, Function<String, String> words, String chosen) {
        List<Object> options = new ArrayList<>();
        options.add(option("", none, chosen));
        values.forEach(each -> options.add(option(each, words.apply(each), chosen)));
        return field(id, label, el("select", attr("id", id), attr("name", id), options));
    }

    private static Html field(String id, String label, Html control) {
        return el("div", el("label", attr("for", id), label), " ", control);
    }

    private static Html option(String value, String words, String chosen) {
        return value.equals(chosen)
                ? el("option", attr("value", value), attr("selected", "selected"), words)
                : el("option", attr("value", value), words);
    }
}
