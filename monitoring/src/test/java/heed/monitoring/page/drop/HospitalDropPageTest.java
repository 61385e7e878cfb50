package heed.monitoring.page.drop;

import static heed.monitoring.DropFixture.aDrop;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.SimulatedPipeline;
import heed.monitoring.page.Asked;
import heed.monitoring.page.PageReader;
import heed.monitoring.page.PageRequest;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.view.Names;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HospitalDropPageTest {

    private static final String HERE = "/hospitals/H1/drop";
    private static final String MEASURE = "?measure=fft-2020.positive";

    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
    private final DropPage drops =
            new DropPage(new Names(Simulated.directory(), Questionnaires.shipped()), SimulatedPipeline.running(), 10);
    private final HospitalDropPage page = new HospitalDropPage(drops);

    @BeforeEach
    void fill() {
        model.put(aDrop().id("whole").at("H1").recovered(Simulated.NOW).build());
        model.put(aDrop().id("ward").at("H1").unit("W1").open());
        model.put(aDrop().id("other").at("H2").open());
        model.publish();
    }

    private String at(String address) {
        return Asked.of(page, model.snapshot(), address).text();
    }

    private String drop(String id) {
        return Asked.of(drops, model.snapshot(), "/drops/" + id).text();
    }

    @Test
    void showsTheDropOfTheLineThatIsNamed() {
        // When // Then
        assertThat(at(HERE + MEASURE + "&unit=W1")).isEqualTo(drop("ward")).contains("W1");
        assertThat(at(HERE + MEASURE)).isEqualTo(drop("whole"));
        assertThat(at(HERE + MEASURE + "&unit=")).isEqualTo(drop("whole"));
        assertThat(drop("whole")).isNotEqualTo(drop("ward"));
    }

    @Test
    void showsTheOpenOneWhereNoLineIsNamed() {
        // When // Then
        assertThat(at(HERE)).isEqualTo(drop("ward"));
    }

    @Test
    void isNotThereWhereNothingHasFallen() {
        // Given
        PageRequest quiet = new PageRequest(
                blank -> "H1",
                Map.of("measure", "fft-2020.negative")::get,
                name -> null,
                PageReader.unnamed(right -> true));
        PageRequest unknown =
                new PageRequest(blank -> "NOBODY", name -> null, name -> null, PageReader.unnamed(right -> true));

        // When // Then
        assertThat(page.write(quiet, model.snapshot())).isEmpty();
        assertThat(page.write(unknown, model.snapshot())).isEmpty();
    }
}
