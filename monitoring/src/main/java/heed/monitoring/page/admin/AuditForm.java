package heed.monitoring.page.admin;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.schemas.AuditKind;
import heed.schemas.audit.AuditWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes the form that narrows the audit. A plain one: what was asked is in the address. */
record AuditForm(AuditQuery query) {

    Html write() {
        return el(
                "form",
                cls("find"),
                attr("method", "get"),
                attr("action", AuditPage.PATH),
                field(AuditQuery.WHO, "Who", "search"),
                field(AuditQuery.KIND, "What", kinds()),
                field(AuditQuery.HOSPITAL, "Hospital's code", "search"),
                field(AuditQuery.FROM, "From", "date"),
                field(AuditQuery.TO, "To", "date"),
                el("button", attr("type", "submit"), "Apply"));
    }

    private Html kinds() {
        List<Html> options = new ArrayList<>(List.of(option("", "Anything")));
        Arrays.stream(AuditKind.values())
                .filter(each -> each != AuditKind.UNSTATED)
                .map(AuditWords::kind)
                .forEach(each -> options.add(option(each.replace(' ', '-'), each)));
        return el("select", attr("id", AuditQuery.KIND), attr("name", AuditQuery.KIND), options);
    }

    private Html option(String value, String words) {
        return query.typed(AuditQuery.KIND).equals(value)
                ? el("option", attr("value", value), attr("selected", "selected"), words)
                : el("option", attr("value", value), words);
    }

    private Html field(String name, String label, String type) {
        return field(
                name,
                label,
                el(
                        "input",
                        attr("type", type),
                        attr("id", name),
                        attr("name", name),
                        attr("size", "14"),
                        attr("value", query.typed(name))));
    }

    private static Html field(String name, String label, Html control) {
        return el("div", el("label", attr("for", name), label), " ", control);
    }
}
