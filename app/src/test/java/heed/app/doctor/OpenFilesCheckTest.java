package heed.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenFilesCheckTest {

    @Test
    void takesTheLimitAndRefusesOneLess() {
        // When
        Finding enough = OpenFilesCheck.run(1_024);
        Finding tooFew = OpenFilesCheck.run(1_023);

        // Then
        assertThat(enough.isProblem()).isFalse();
        assertThat(tooFew.isProblem()).isTrue();
        assertThat(tooFew.text())
                .isEqualTo(
                        "this process may have 1023 open files, and Kafka of its own needs 1024. Run `ulimit -n 4096`"
                                + " before, or have the limit raised where it is set.");
    }

    @Test
    void passesWhereTheseTestsRun() {
        // When
        Finding here = OpenFilesCheck.run();

        // Then
        assertThat(here.isProblem()).isFalse();
    }
}
