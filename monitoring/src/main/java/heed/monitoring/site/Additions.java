package heed.monitoring.site;

import heed.monitoring.page.Form;
import heed.monitoring.page.Page;
import heed.monitoring.web.Routes;
import java.util.List;

/**
 * What a site answers beside what every site does: where people say who they are, and what is for whoever looks after
 * that.
 */
public record Additions(List<? extends Routes> routes, List<Page> pages, List<Form> forms) {

    /** Nothing beside. */
    public static final Additions NONE = new Additions(List.of(), List.of(), List.of());
}
