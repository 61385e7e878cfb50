package heed.monitoring.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {

    private static List<String> words(Ticks ticks) {
        return ticks.shares().stream().map(ticks::words).toList();
    }

    @Test
    void takesTheFinestStepsOfWhichNoMoreThanAskedForFitBetween() {
        // When
        Ticks five = Ticks.between(.50, .75, .05, 5);
        Ticks six = Ticks.between(.50, .80, .05, 5);

        // Then
        assertThat(words(five)).containsExactly("75%", "70%", "65%", "60%", "55%", "50%");
        assertThat(words(six)).containsExactly("80%", "70%", "60%", "50%");
    }

    @Test
    void beginsAndEndsAtALineSoThatEveryFigureHasRoom() {
        // When
        Ticks ticks = Ticks.between(.811, .889, .01, 5);

        // Then
        assertThat(words(ticks)).containsExactly("90%", "88%", "86%", "84%", "82%", "80%");
    }

    @Test
    void givesOneFigureARange() {
        // When
        Ticks ticks = Ticks.between(.9, .9, .01, 5);

        // Then
        assertThat(words(ticks)).containsExactly("91%", "90%");
    }

    @Test
    void drawsNoLineWhereNoShareCanBe() {
        // When
        Ticks ticks = Ticks.between(-.05, 1.05, .01, 20);

        // Then
        assertThat(words(ticks)).startsWith("100%").endsWith("0%");
    }

    @Test
    void saysTenthsWhereStepsAreFinerThanOnePercent() {
        // When
        Ticks ticks = Ticks.between(.900, .902, .001, 7);

        // Then
        assertThat(words(ticks)).containsExactly("90.2%", "90.1%", "90.0%");
    }

    @Test
    void reachesUpToAllFromTheTenthBelowButNeverFromAbove80() {
        // When // Then
        assertThat(words(Ticks.upToAll(.95))).containsExactly("100%", "90%", "80%");
        assertThat(words(Ticks.upToAll(.65))).containsExactly("100%", "90%", "80%", "70%", "60%");
        assertThat(Ticks.upToAll(-.02).low()).isEqualTo(0);
    }

    @Test
    void takesDoubleStepsWhereTheRangeIsLong() {
        // When // Then
        assertThat(Ticks.upToAll(.5).step()).isEqualTo(.1);
        assertThat(Ticks.upToAll(.4).step()).isEqualTo(.2);
    }
}
