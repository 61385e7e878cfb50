package heed.monitoring.draw;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.draw.Funnel.Dot;
import heed.monitoring.draw.Funnel.Expected;
import heed.monitoring.draw.Marker.Shape;
import heed.monitoring.html.Parsed;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunnelTest {

    private static final List<Expected> EXPECTED = List.of(new Expected(100, .84, .96), new Expected(1000, .88, .92));

    private static Dot dot(String name, double answers, double score) {
        return new Dot(
                answers,
                score,
                new Marker(Shape.DOT, "mark-of expected", 5),
                name,
                "worse",
                "/hospitals/" + name,
                name + " in words");
    }

    private static Parsed draw(List<Dot> dots, List<Dot> named) {
        return Parsed.of(new Funnel(.9, EXPECTED, dots, named).draw("a funnel"));
    }

    @Test
    void linksEachDotAndSaysWhatItIs() {
        // When
        Parsed funnel = draw(List.of(dot("A", 400, .9)), List.of());

        // Then
        Parsed link = funnel.one("a");
        assertThat(link.attribute("href")).isEqualTo("/hospitals/A");
        assertThat(link.attribute("aria-label")).isEqualTo("A in words");
        assertThat(link.one("title").text()).isEqualTo("A in words");
        assertThat(funnel.one("svg").attribute("role")).isEqualTo("group");
    }

    @Test
    void namesTheFirstWhereTwoNamesWouldLieOnEachOther() {
        // Given
        Dot first = dot("First", 400, .70);
        Dot near = dot("Near", 900, .705);
        Dot apart = dot("Apart", 900, .80);

        // When
        Parsed funnel = draw(List.of(first, near, apart), List.of(first, near, apart));

        // Then
        assertThat(funnel.texts("text.worse")).containsExactly("First", "Apart");
    }

    @Test
    void saysRoundNumbersOfAnswersThatStandApart() {
        // When
        Parsed funnel = draw(List.of(), List.of());

        // Then
        assertThat(funnel.texts("text[text-anchor=middle]"))
                .containsExactly("20", "100", "200", "500", "number of answers");
    }

    @Test
    void saysTheScoreOfAllAsFinelyAsTheGrid() {
        // When
        Parsed funnel = draw(List.of(), List.of());

        // Then
        assertThat(funnel.texts("text")).contains("all 90%");
    }
}
