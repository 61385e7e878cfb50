package heed.schemas.hospital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HospitalDirectoryTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void readsNamesWithCommasAndZonesThatMayBeEmpty() throws IOException {
        // When
        List<Hospital> read = HospitalCsv.read(
                "hospitals.csv",
                new StringReader(
                        "\uFEFFcode,name,zone\r\nRJ1,\"Guy's, and St Thomas'\",\r\n\r\nX-9,Far,Asia/Tokyo\r\n"),
                LONDON);
        // Then
        assertThat(read)
                .containsExactly(
                        new Hospital("RJ1", "Guy's, and St Thomas'", LONDON),
                        new Hospital("X-9", "Far", ZoneId.of("Asia/Tokyo")));
    }

    @Test
    void callsAHospitalThatIsNotListedByItsCode() {
        // Given
        Hospital listed = new Hospital("X-9", "Far", ZoneId.of("Asia/Tokyo"));
        HospitalDirectory directory = HospitalDirectory.of(List.of(listed), LONDON);
        // When // Then
        assertThat(directory.byCode("X-9")).isEqualTo(listed);
        assertThat(directory.byCode("RJ1")).isEqualTo(new Hospital("RJ1", "RJ1", LONDON));
        assertThat(HospitalDirectory.empty().byCode("RJ1").zone()).isEqualTo(LONDON);
    }

    @Test
    void namesEveryFaultWithItsLine() {
        // When // Then
        assertThat(problems("code,name\nRJ 1,,Europe/Paris\nRJ2,Two,Europe/Londn\nRJ3,Three\nRJ2,Again,\n"))
                .containsExactly(
                        "hospitals.csv:1: the first line must be code,name,zone, was 'code,name'",
                        "hospitals.csv:2: code must match [A-Za-z0-9._-]{1,40}, was 'RJ 1'",
                        "hospitals.csv:2: hospital 'RJ 1' has no name",
                        "hospitals.csv:3: zone must be a name of the time zone database such as Europe/London, was"
                                + " 'Europe/Londn'",
                        "hospitals.csv:4: needs 3 columns (code,name,zone; the zone may be empty), has 2",
                        "hospitals.csv:5: hospital 'RJ2' is listed twice, first on line 3");
    }

    @Test
    void saysSoOfAnEmptyFileABrokenQuoteAndAFileThatIsNotThere(@TempDir Path folder) {
        // When // Then
        assertThat(problems(""))
                .containsExactly("hospitals.csv:1: the file is empty; its first line must be code,name,zone");
        assertThat(problems("code,name,zone\nRJ1,\"One\" more,\n"))
                .singleElement()
                .asString()
                .startsWith("hospitals.csv:2: not CSV: ");
        assertThatThrownBy(() -> HospitalDirectory.read(folder.resolve("absent.csv"), LONDON))
                .isInstanceOf(HospitalException.class)
                .hasMessageContaining("absent.csv: cannot be read");
    }

    private static List<String> problems(String text) {
        return catchThrowableOfType(
                        HospitalException.class,
                        () -> HospitalCsv.read("hospitals.csv", new StringReader(text), LONDON))
                .problems();
    }
}
