package heed.monitoring.site;

import heed.monitoring.DropFixture;
import heed.monitoring.Simulated;
import heed.monitoring.SimulatedPipeline;
import heed.monitoring.access.AuditTrail;
import heed.monitoring.actions.NoteLimits;
import heed.monitoring.page.Page;
import heed.monitoring.page.drop.DropPage;
import heed.monitoring.page.notes.NotesPage;
import heed.monitoring.view.Names;
import heed.monitoring.view.pipeline.PipelineSources;
import heed.schemas.figures.FalseShare;
import heed.schemas.questionnaire.Questionnaires;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lists an address of every page that the site has, as the simulated figures fill it: what tests go through that are
 * about all pages.
 */
final class PageAddresses {

    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)}");

    /** What stands for a parameter of an address; a page that has another one adds it here. */
    private static final Map<String, String> EXAMPLES = Map.of(
            "code",
            Simulated.code(0),
            "unit",
            "WARD-1",
            "id",
            DropFixture.aDrop().open().getDropId(),
            "measure",
            "experience-1.involvement",
            "questionnaire",
            "experience-1",
            "runbook",
            "HeedDropOpen",
            "document",
            "settings",
            "account",
            "m.price",
            "key",
            "heed_read");

    private PageAddresses() {}

    static List<String> all() {
        Names names = new Names(Simulated.directory(), Questionnaires.shipped());
        PipelineSources pipeline = SimulatedPipeline.running();
        List<Page> pages = Site.pages(
                names,
                new DropPage(names, pipeline, 10),
                new NotesPage(names, NoteLimits.USUAL),
                pipeline,
                new FalseShare(.10),
                Simulated.STAFF);
        return Stream.concat(pages.stream(), PageFixture.administration(new AuditTrail()).pages().stream())
                .map(Page::path)
                .map(PageAddresses::example)
                .toList();
    }

    private static String example(String path) {
        return PARAMETER.matcher(path).replaceAll(parameter -> {
            String example = EXAMPLES.get(parameter.group(1));
            if (example == null) {
                throw new AssertionError("say what stands for {" + parameter.group(1) + "} of " + path);
            }
            return example;
        });
    }
}
