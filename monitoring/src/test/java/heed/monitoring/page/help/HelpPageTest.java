package heed.monitoring.page.help;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.html.Parsed;
import heed.monitoring.page.Asked;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.view.Condition;
import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HelpPageTest {

    @Test
    void explainsEachWayInWhichAHospitalCanStand() {
        // Given
        var model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);

        // When
        Parsed page = Asked.of(new HelpPage(), model.snapshot(), "/help");

        // Then
        assertThat(page.texts("#now + dl dt"))
                .containsExactlyElementsOf(
                        Arrays.stream(Condition.values()).map(Condition::words).toList());
        assertThat(page.texts("#now + dl dd")).allMatch(meaning -> meaning.endsWith("."));
    }
}
