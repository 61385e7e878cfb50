package heed.monitoring.site;

import static heed.monitoring.ActionFixture.aNote;
import static heed.monitoring.ActionFixture.anAct;
import static heed.monitoring.ScoreFixture.aDay;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.EpisodeFixture;
import heed.monitoring.Simulated;
import heed.monitoring.SimulatedLeague;
import heed.monitoring.SimulatedPipeline;
import heed.monitoring.actions.NoteLimits;
import heed.monitoring.html.Html;
import heed.monitoring.language.Language;
import heed.monitoring.language.Spoken;
import heed.monitoring.page.Asked;
import heed.monitoring.page.Layout;
import heed.monitoring.page.NotFoundPage;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageReader;
import heed.monitoring.page.Printed;
import heed.monitoring.page.UnsealedPage;
import heed.monitoring.page.WelshOfPages;
import heed.monitoring.page.drop.DropPage;
import heed.monitoring.page.notes.NotesPage;
import heed.monitoring.pipeline.PipelineStatus;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.view.Names;
import heed.schemas.ActionKind;
import heed.schemas.figures.FalseShare;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Says every page in Welsh, and holds that no word of ours is left in English on it. */
class SpokenPagesTest {

    private static final Spoken WELSH = new Spoken(Language.WELSH, "/?lang=en");

    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
    private final SimulatedPipeline pipeline = new SimulatedPipeline();
    private final Names names = new Names(Simulated.directory(), Questionnaires.shipped());
    private final Layout frame = new Layout(names, "", Simulated.STAFF);
    private final PageReader reader = PageReader.unnamed(right -> true);

    private List<Html> pages(String... more) {
        model.publish();
        List<Page> pages = Site.pages(
                names,
                new DropPage(names, pipeline.sources(), 10),
                new NotesPage(names, NoteLimits.USUAL),
                pipeline.sources(),
                new FalseShare(.10),
                Simulated.STAFF);
        List<Html> all = new ArrayList<>();
        for (Page page : pages) {
            Stream.concat(PageAddresses.all().stream(), Stream.of(more))
                    .distinct()
                    .filter(address -> matches(page.path(), address))
                    .forEach(address -> whole(page, address).ifPresent(all::add));
        }
        return all;
    }

    private static boolean matches(String template, String address) {
        return address.split("\\?", 2)[0].matches(template.replaceAll("\\{[a-z]+}", "[^/]+"));
    }

    private Optional<Html> whole(Page page, String address) {
        return Asked.found(page, model.snapshot(), address, reader).map(this::framed);
    }

    private Html framed(Layout.Content content) {
        return frame.root(
                content,
                model.snapshot(),
                pipeline.sources().live(model.snapshot(), names.zone()),
                reader,
                Optional.of(new Printed("https://heed.example/", Simulated.NOW)),
                WELSH);
    }

    private void everything() {
        Simulated.scores(model);
        Simulated.drops(model);
        Simulated.news(model);
        Simulated.weeks(model);
        Simulated.months(model);
        SimulatedLeague.fill(model, 10);
        model.put(aNote("2026-02-10", "Rota")
                .with(note -> note.setHospital("SIM-A"))
                .build());
        model.put(anAct(ActionKind.ACKNOWLEDGED).number(1).build());
        model.put(EpisodeFixture.anEpisode());
    }

    @Test
    void leavesNoEnglishWordOnAWelshPage() {
        // Given
        everything();

        // When
        Set<String> lacking = new TreeSet<>();
        pages(
                        "/report/SIM-A?month=2026-02",
                        "/report/SIM-A?month=2025-01",
                        "/report/SIM-A?month=soon",
                        "/league/fft-2020.negative?month=2026-02",
                        "/?find=none",
                        "/hospitals/SIM-A?from=2025-01-01&to=2024-01-01",
                        "/hospitals/SIM-B",
                        "/hospitals/SIM-C",
                        "/hospitals/SIM-D",
                        "/hospitals/SIM-E",
                        "/hospitals/SIM-F",
                        "/hospitals/SIM-H",
                        "/hospitals/SIM-I",
                        "/hospitals/SIM-A/spc?measure=experience-1.dignity",
                        "/drops/0b5a3b5e-6f3f-5d0c-9d0a-222222222222")
                .forEach(page -> lacking.addAll(WelshOfPages.lacking(page)));
        lacking.addAll(WelshOfPages.lacking(framed(NotFoundPage.write())));
        lacking.addAll(WelshOfPages.lacking(framed(UnsealedPage.write())));

        // Then
        assertThat(lacking).isEmpty();
    }

    @Test
    void leavesNoneWhereThereIsLittleToShowOrNothingMoves() {
        // Given
        model.put(aDay(Simulated.TODAY)
                .at("SIM-A")
                .measure("experience-1.overall")
                .positive(3, 7));

        // When
        Set<String> lacking = new TreeSet<>();
        for (PipelineStatus.State state : PipelineStatus.State.values()) {
            pipeline.in(state, 45);
            pages().forEach(page -> lacking.addAll(WelshOfPages.lacking(page)));
        }

        // Then
        assertThat(lacking).isEmpty();
    }
}
