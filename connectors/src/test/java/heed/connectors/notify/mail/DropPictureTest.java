package heed.connectors.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import heed.connectors.notify.DropChart;
import heed.connectors.notify.Sample;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class DropPictureTest {

    private static final DropChart CHART = Sample.chart();
    private static final List<LocalDate> HIDDEN = List.of(LocalDate.parse("2026-02-28"), LocalDate.parse("2026-03-01"));

    @Test
    void drawsADotForEachDayThatIsToldAndNoneForOneThatIsNot() throws IOException {
        // When
        BufferedImage image = image(DropPicture.png(CHART));

        // Then
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(1120, 360);
        assertThat(CHART.days()).extracting(DropChart.Day::date).doesNotContainAnyElementsOf(HIDDEN);
        assertThat(CHART.days()).allMatch(day -> isDot(image, day.date(), day.score()));
        for (int percent = 0; percent <= 100; percent++) {
            double score = percent / 100.;
            assertThat(HIDDEN).as(percent + "%").noneMatch(day -> isDot(image, day, score));
        }
    }

    @Test
    void isTheSameEachTimeAndSmall() {
        // When
        byte[] png = DropPicture.png(CHART);

        // Then
        assertThat(DropPicture.png(CHART)).isEqualTo(png);
        assertThat(png).hasSizeLessThan(20_000);
    }

    @Test
    void aFallThatBeganBeforeAllDaysAndOneOfAllAnswersAreDrawnWithinTheEdges() throws IOException {
        // Given
        LocalDate day = LocalDate.parse("2026-03-01");
        List<DropChart.Day> days = List.of(
                new DropChart.Day(day, 1, 1),
                new DropChart.Day(day.plusDays(1), 0, 1),
                new DropChart.Day(day.plusDays(2), 0, 1));
        var chart = new DropChart(days, day.minusDays(40), 1, 0, 0, .01);

        // When
        BufferedImage image = image(DropPicture.png(chart));

        // Then
        assertThat(chart.first()).isEqualTo("2026-01-20");
        assertThat(List.of(chart.bottom(), chart.top())).containsExactly(0., 1.);
        assertThat(days).allMatch(each -> isDot(image, chart, each.date(), each.score()));
    }

    private static boolean isDot(BufferedImage image, LocalDate day, double score) {
        double y = DropPicture.y(CHART, score);
        return y >= 0 && y < DropPicture.HEIGHT && isDot(image, CHART, day, score);
    }

    private static boolean isDot(BufferedImage image, DropChart chart, LocalDate day, double score) {
        int x = (int) (2 * DropPicture.x(chart, day));
        int y = (int) (2 * DropPicture.y(chart, score));
        return image.getRGB(x, y) == DropPicture.DOT.getRGB();
    }

    private static BufferedImage image(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
