package heed.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class StopperTest {

    private final StringWriter errors = new StringWriter();

    @Test
    void saysAtItsEndWhatJavaStillDoesWhereItLaysOutWhatItLoaded() {
        // Given
        Stopper stopper = new Stopper(new PrintWriter(errors), true);

        // When
        stopper.close();

        // Then
        assertThat(errors.toString()).startsWith("heed: Java keeps ").contains("the next start is sooner");
    }

    @Test
    void saysNothingWhereNothingIsLaidOut() {
        // Given
        Stopper stopper = new Stopper(new PrintWriter(errors), false);

        // When
        stopper.close();

        // Then
        assertThat(errors).hasToString("");
    }
}
