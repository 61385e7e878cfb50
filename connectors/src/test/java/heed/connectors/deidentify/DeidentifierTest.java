package heed.connectors.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeidentifierTest {

    private static final String HOSPITAL = "James Paget University Hospitals";

    private final Deidentifier deidentifier = Deidentifier.knowing(List.of("Zebedee Quirk"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            My number is 943 476 5919 thanks                | My number is [NHS number] thanks
            NHS no 9434765919.                              | NHS no [NHS number].
            943-476-5918 is no NHS number                   | [number] is no NHS number
            NI is QQ 12 34 56 C                             | NI is QQ 12 34 56 C
            NI is AB 12 34 56 C                             | NI is [National Insurance number]
            write to jo.bloggs@example.nhs.uk please        | write to [e-mail] please
            ring 07700 900123 or +44 7700 900123            | ring [phone number] or [phone number]
            ring (020) 7946 0958, or ext 4521               | ring [phone number], or ext [phone number]
            see https://example.org/me?x=1 and www.a.co.uk  | see [web address] and [web address]
            find me @joebloggs                              | find me [web address]
            I live at 12 High Street, NR31 6LA              | I live at [address], [postcode]
            flat 3, 221b Baker Street, sw1a2aa              | [address], [postcode]
            born 12/03/1948, came 3 March 2026              | born [date], came [date]
            ganwyd 3 Mawrth 1948                            | ganwyd [date]
            DOB: 4th of May                                 | DOB: [date]
            hospital number K123456                         | hospital number [number]
            Dr. Smith and dr jones and Mrs O'Brien-Hughes   | Dr. [name] and dr [name] and Mrs [name]
            nurse Oluwaseun on Ward 7 was kind              | nurse [name] on Ward 7 was kind
            sarah was lovely, and so was Priya Raghunathan  | [name] was lovely, and so was [name]
            Thank you Sarah's team                          | Thank you [name]'s team
            My name is Xanthippe Quill.                     | My name is [name].
            zebedee quirk on reception                      | [name] on reception
            """)
    void takesOutWhatMayTellWhoSomebodyIs(String written, String kept) {
        // When
        Deidentified clean = deidentifier.clean(written, HOSPITAL);

        // Then
        assertThat(clean.text()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            I waited 3 hours in A&E and 20 minutes for tea.
            The doctor was late. He said sorry, the nurse was kind.
            Bed 12 on Ward 7, bay 4, 10/10 and 5 stars, 100% good at 2.30pm
            The James Paget is a good hospital; James Paget staff care.
            Florence Nightingale Ward and Victoria Wing were clean
            It cost £12.50 and took 1,000,000 years
            I will come again in May. Hope this helps. Mark my words, grace and faith
            THE NURSE WAS GREAT AND THE DOCTOR WAS KIND
            My baby was born at 3am in March
            """)
    void leavesWhatTellsNothingOfAPerson(String written) {
        // When
        Deidentified clean = deidentifier.clean(written, HOSPITAL);

        // Then
        assertThat(clean.text()).isEqualTo(written);
        assertThat(clean.takenOut()).isEmpty();
    }

    @Test
    void countsWhatItTookOutByKind() {
        // When
        Deidentified clean = deidentifier.clean("Dr Smith, 07700 900123; Dr Jones, NR31 6LA", HOSPITAL);

        // Then
        assertThat(clean.takenOut())
                .isEqualTo(Map.of(IdentifierKind.NAME, 2, IdentifierKind.PHONE, 1, IdentifierKind.POSTCODE, 1));
    }

    @Test
    void knowsAPersonFromTheHospitalThatIsCalledLikeThem() {
        // When
        Deidentified clean = deidentifier.clean("James on the ward, not the James Paget", HOSPITAL);

        // Then
        assertThat(clean.text()).isEqualTo("[name] on the ward, not the James Paget");
    }
}
