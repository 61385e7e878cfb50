package heed.schemas.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class HeadlineTest {

    private static final ZonedDateTime MOMENT = ZonedDateTime.parse("2026-03-01T09:05:00Z");

    @Test
    void saysInBothLanguagesWhereNothingIsKnown() {
        // When // Then
        assertThat(Headline.nobodyHeardAndNotListeningSince(MOMENT))
                .isEqualTo(new Headline(
                        "No hospital has been heard from, and Heed does not listen since 1 March 2026, 09:05",
                        "Nid oes unrhyw ysbyty wedi anfon dim, ac nid yw Heed yn gwrando ers 1 Mawrth 2026, 09:05"));
        assertThat(Headline.startingWithNothing().welsh())
                .isEqualTo("Mae Heed yn dechrau: ni ellir dweud dim am ysbytai eto");
        assertThat(Headline.nobodyHeardYet().welsh()).isEqualTo("Nid oes unrhyw ysbyty wedi anfon dim eto");
        assertThat(Headline.notKnownSince(1, MOMENT).welsh())
                .isEqualTo("Nid yw'n hysbys sut mae'r ysbyty ers 1 Mawrth 2026, 09:05");
        assertThat(Headline.notKnownSince(2, MOMENT).welsh())
                .isEqualTo("Nid yw'n hysbys sut mae'r ysbytai ers 1 Mawrth 2026, 09:05");
        assertThat(Headline.starting().welsh())
                .isEqualTo("Mae Heed yn dechrau: nid yw popeth sydd wedi dod i law wedi'i gyfrif eto");
        assertThat(Headline.nothingKnownOf(2, 60, MOMENT).welsh())
                .isEqualTo("Nid oes dim yn hysbys am 2 o 60 ysbyty ers 1 Mawrth 2026, 09:05");
        assertThat(Headline.noneReports(1).welsh()).isEqualTo("Nid yw'r ysbyty yn adrodd");
        assertThat(Headline.noneReports(2).welsh()).isEqualTo("Nid oes yr un o 2 ysbyty yn adrodd");
    }

    @Test
    void saysInBothLanguagesWhoNeedsAttention() {
        // When // Then
        assertThat(Headline.needAttention(1, 2))
                .isEqualTo(new Headline("1 of 2 hospitals needs attention", "Mae angen sylw ar 1 o 2 ysbyty"));
        assertThat(Headline.needAttention(2, 1_200))
                .isEqualTo(new Headline("2 of 1,200 hospitals need attention", "Mae angen sylw ar 2 o 1,200 ysbyty"));
        assertThat(Headline.tooFewAnswers().welsh()).isEqualTo("Rhy ychydig o atebion i ddweud sut mae'r ysbytai");
        assertThat(Headline.nothingCanBeFlagged().welsh())
                .isEqualTo("Ni ellir tynnu sylw at ddim eto: nid yw'n hysbys beth sy'n arferol");
        assertThat(Headline.noneThatReportsNeedsAttention(1).welsh())
                .isEqualTo("Nid oes angen sylw ar yr 1 ysbyty sy'n adrodd");
        assertThat(Headline.noneThatReportsNeedsAttention(4).welsh())
                .isEqualTo("Nid oes angen sylw ar yr un o'r 4 ysbyty sy'n adrodd");
        assertThat(Headline.noneNeedsAttention(1).welsh()).isEqualTo("Nid oes angen sylw ar yr ysbyty");
        assertThat(Headline.noneNeedsAttention(3))
                .isEqualTo(
                        new Headline("None of 3 hospitals needs attention", "Nid oes angen sylw ar yr un o 3 ysbyty"));
    }
}
