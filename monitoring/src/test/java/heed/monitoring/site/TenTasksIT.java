package heed.monitoring.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heed.monitoring.Simulated;
import heed.monitoring.SimulatedLeague;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/**
 * Does what people come for, from the first page on, as a reader would: on a phone, a tablet and a desk, in light and
 * dark, and on paper. Pictures are in the build's directory; docs/tasks.md lists the tasks.
 */
class TenTasksIT extends PageInBrowser {

    private static final int MOST_STEPS = 3;
    private static final List<Integer> WIDTHS = List.of(390, 768, 1440);
    private static final int HEIGHT = 1000;

    /**
     * One step: a click at an element, or words that are typed there.
     *
     * @param typed what is typed; nothing for a click
     */
    private record Step(By at, String typed) {

        static Step open(String link) {
            return new Step(By.partialLinkText(link), "");
        }

        static Step openHospital(String name) {
            return new Step(By.linkText(name), "");
        }

        static Step press(String button) {
            return new Step(By.xpath("//button[normalize-space()='" + button + "']"), "");
        }

        static Step write(String field, String typed) {
            return new Step(By.id(field), typed);
        }

        static Step search(String typed) {
            return new Step(By.id("find"), typed + Keys.ENTER);
        }

        void take() {
            if (typed.isEmpty()) {
                Browser.follow(browser, () -> click(at));
            } else if (typed.endsWith(Keys.ENTER.toString())) {
                Browser.follow(browser, () -> type(at, typed));
            } else {
                type(at, typed);
            }
        }
    }

    /**
     * A task.
     *
     * @param number as docs/tasks.md numbers it
     * @param place where its answer is then
     * @param answer what stands there, among other things
     */
    private record Task(int number, String name, String place, String answer, List<Step> steps) {

        Task(int number, String name, String answer, Step... steps) {
            this(number, name, "main", answer, List.of(steps));
        }

        @Override
        public String toString() {
            return number + " " + name;
        }
    }

    static Stream<Task> tasks() {
        Step ashcombe = Step.open("Ashcombe General: Involved");
        Step hospital = Step.openHospital("Garnet Vale Hospital");
        return Stream.of(
                new Task(1, "whether anything has fallen", "10 hospitals need"),
                new Task(2, "how low it is now and how sure that is", "How sure is this", ashcombe),
                new Task(
                        3,
                        "say that one has seen it",
                        "Sister Evans",
                        Step.open("I've seen it"),
                        Step.write("act-who", "Sister Evans"),
                        Step.press("Record it")),
                new Task(4, "how a ward stands", "WARD-1", Step.openHospital("Ashcombe General"), Step.open("WARD-1")),
                new Task(
                        5,
                        "a sheet for the board",
                        "Drops and rises, and what was done",
                        hospital,
                        Step.open("Report of a month")),
                new Task(
                        6,
                        "where hospitals stand among others",
                        "Rank, and where it could be",
                        Step.open("Compare"),
                        Step.open("Involved in decisions")),
                new Task(
                        7,
                        "a hospital by a part of its name",
                        "main tbody tr:only-child a[href='/hospitals/SIM-G']",
                        "Garnet Vale",
                        List.of(Step.search("garnet"))),
                new Task(8, "figures for a spreadsheet", "These figures as CSV", hospital),
                new Task(
                        9,
                        "what to do when an alert fires",
                        "HeedPipelineStalled",
                        Step.open("Pipeline"),
                        Step.open("What to do when an alert fires")),
                new Task(10, "what a word means", "usual range", Step.open("Help")));
    }

    @BeforeEach
    void tell() {
        Simulated.drops(page.model);
        Simulated.news(page.model);
        Simulated.weeks(page.model);
        Simulated.months(page.model);
        SimulatedLeague.fill(page.model, 10);
    }

    static Stream<Arguments> tasksOnScreens() {
        return tasks().flatMap(task -> WIDTHS.stream().map(width -> Arguments.of(task, width)));
    }

    @ParameterizedTest
    @MethodSource("tasksOnScreens")
    void takesAtMostThreeStepsOnEveryScreen(Task task, int width) {
        // Given
        Browser.resize(browser, width, HEIGHT);
        visit("/");
        long begun = System.nanoTime();

        // When
        task.steps().forEach(Step::take);

        // Then
        await().untilAsserted(() -> assertThat(text(task.place())).containsIgnoringCase(task.answer()));
        assertThat(task.steps()).hasSizeLessThanOrEqualTo(MOST_STEPS);
        System.out.printf(Locale.ROOT, "task %s at %d: %d ms%n", task, width, (System.nanoTime() - begun) / 1_000_000);
        picture(task, width);
    }

    private static void picture(Task task, int width) {
        String name = "task-" + task.number() + "-" + width;
        Browser.picture(browser, name);
        Browser.prefer(browser, "dark");
        Browser.picture(browser, name + "-dark");
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        Browser.picture(browser, name + "-print");
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
    }
}
