package heed.monitoring.page.runbook;

import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Crumbs;
import heed.monitoring.html.Html;
import heed.monitoring.page.Layout;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageReader;
import heed.monitoring.page.PageRequest;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.access.Right;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Shows what to do when an alert fires, to whoever may read figures or look at the pipeline: alerts are about both. It
 * tells nothing of patients, nor of hospitals.
 */
public final class ManualPage implements Page {

    private final Folder folder;
    private final String path;
    private final Function<PageRequest, String> name;

    private ManualPage(Folder folder, String path, Function<PageRequest, String> name) {
        this.folder = folder;
        this.path = path;
        this.name = name;
    }

    /** Lists the pages: the list of runbooks, each runbook, and each document that one of them leads to. */
    public static List<Page> all() {
        return List.of(
                new ManualPage(Folder.RUNBOOKS, Folder.RUNBOOKS.path(), request -> Folder.INDEX),
                of(Folder.RUNBOOKS, "runbook"),
                of(Folder.DOCUMENTS, "document"));
    }

    private static ManualPage of(Folder folder, String blank) {
        return new ManualPage(folder, folder.path() + "/{" + blank + "}", request -> request.path(blank));
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Right right() {
        return Right.PIPELINE;
    }

    @Override
    public Set<Right> rights() {
        return Set.of(Right.PIPELINE, Right.FIGURES);
    }

    @Override
    public Optional<Layout.Content> write(PageRequest request, Snapshot snapshot) {
        String asked = name.apply(request);
        return folder.text(asked).map(text -> {
            Markdown markdown = new Markdown(text, link -> address(link, request.reader()));
            return new Layout.Content(
                            Layout.Section.PIPELINE,
                            markdown.title(),
                            Html.join(
                                    asked.equals(Folder.INDEX)
                                            ? Html.NOTHING
                                            : new Crumbs()
                                                    .link(Folder.RUNBOOKS.path(), "Runbooks")
                                                    .here(markdown.title()),
                                    el("article", cls("prose"), markdown.write())))
                    .still();
        });
    }

    /** Links to the pages that runbooks name are for those who may see these. */
    private Optional<String> address(String link, PageReader reader) {
        return switch (link) {
            case "/pipeline" -> Optional.of(link).filter(page -> reader.may(Right.PIPELINE));
            case "/drops" -> Optional.of(link).filter(page -> reader.may(Right.FIGURES));
            default -> folder.address(link);
        };
    }
}
