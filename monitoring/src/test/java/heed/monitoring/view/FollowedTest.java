package heed.monitoring.view;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.key.PlaceKey;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FollowedTest {

    private static final PlaceKey WARD = new PlaceKey("H1", "W1");
    private static final PlaceKey HOSPITAL = new PlaceKey("H2", null);

    private static List<PlaceKey> places(int number) {
        return IntStream.range(0, number)
                .mapToObj(at -> new PlaceKey("H" + "x".repeat(36) + (100 + at), "W" + "y".repeat(39)))
                .toList();
    }

    @Test
    void isReadBackAsItWasKeptInItsOrder() {
        // Given
        Followed followed = Followed.NONE.with(WARD).with(HOSPITAL).with(WARD);

        // When
        Followed read = Followed.parse(followed.text());

        // Then
        assertThat(read.places()).containsExactly(WARD, HOSPITAL);
        assertThat(read.without(WARD).places()).containsExactly(HOSPITAL);
        assertThat(read.reaches("H1")).isTrue();
        assertThat(read.has(new PlaceKey("H1", null))).isFalse();
    }

    @Test
    void leavesOutWhatIsNoPlaceSinceAnybodyMayHaveWrittenIt() {
        // When // Then
        assertThat(Followed.parse("H1|W1\nnonsense\n<b>|\n\nH2|").places()).containsExactly(WARD, HOSPITAL);
        assertThat(Followed.parse("").places()).isEmpty();
    }

    @Test
    void keepsNoMoreThanABrowserDoes() {
        // When
        var almost = new Followed(places(Followed.MOST - 1));
        var full = new Followed(places(Followed.MOST));
        var more = new Followed(places(Followed.MOST + 1));

        // Then
        assertThat(almost.isFull()).isFalse();
        assertThat(full.isFull()).isTrue();
        assertThat(more).isEqualTo(full);
        assertThat(full.text().length() * 4 / 3).isLessThan(4000);
        assertThat(Followed.parse(full.text())).isEqualTo(full);
        assertThat(Followed.parse(full.text() + "\nH1|\nH2|"))
                .satisfies(read -> assertThat(read.places()).hasSizeLessThanOrEqualTo(Followed.MOST));
    }
}
