package heed.monitoring.site;

import static heed.monitoring.ActionFixture.anAct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.selenium.AxeBuilder;
import heed.monitoring.Simulated;
import heed.monitoring.html.Parsed;
import heed.monitoring.pipeline.PipelineStatus;
import heed.schemas.ActionKind;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Fills in the form of a drop's page in a browser, while the page changes around it. */
class ActFormIT extends PageInBrowser {

    @Test
    void recordsWhatSomebodyDoesByKeyboardAloneAndShowsItInTheTimeline() {
        // Given
        Simulated.drops(page.model);
        visit(DROP);
        await().until(() -> text("#live").startsWith("Live"));
        type(By.id("act-kind"), "Resolve", Keys.TAB);

        // When
        type("Two more nurses at night.", Keys.TAB, Keys.TAB, "Sister Evans");
        page.model.put(anAct(ActionKind.ACKNOWLEDGED)
                .with(act -> act.setHospital("SIM-A"))
                .who("Dr Rees")
                .build());
        page.model.publish();
        await().ignoreExceptions().until(() -> text(".stage").equals("Acknowledged by Dr Rees"));
        type(", ward W2", Keys.TAB, Keys.ENTER);

        // Then
        await().ignoreExceptions().until(() -> text(".stage").equals("Resolved by Sister Evans, ward W2"));
        assertThat(text(".did")).contains("We did: Two more nurses at night.");
        assertThat(text(".time li.act:last-of-type, .time li.act ~ li.act"))
                .contains("Sister Evans, ward W2 resolved it:");
        assertThat(browser.getCurrentUrl()).isEqualTo(page.address(DROP) + "#timeline");
        assertThat(property("act-who", "value")).isEqualTo("Sister Evans, ward W2");
        assertThat(page.actions.written()).hasSize(1);
        Browser.picture(browser, "drop-resolved");
        assertThat(new AxeBuilder().analyze(browser).getViolations()).isEmpty();
    }

    private void type(CharSequence... keys) {
        for (CharSequence each : keys) {
            browser.switchTo().activeElement().sendKeys(each);
        }
    }

    @Test
    void saysWhatToMendAndStandsStillMeanwhile() {
        // Given
        Simulated.drops(page.model);
        visit(DROP);
        type(By.id("act-text"), "Two nurses short.");

        // When
        type(By.id("act-who"), "", Keys.ENTER);
        await().until(() -> browser.findElements(By.cssSelector(".refused")).size() == 1);
        page.model.put(anAct(ActionKind.ACKNOWLEDGED)
                .with(act -> act.setHospital("SIM-A"))
                .build());
        page.model.publish();
        page.pipelineIs(PipelineStatus.State.STALLED);
        await().until(() -> state().equals("stopped"));

        // Then
        assertThat(text(".refused")).contains("Nothing was recorded.", "Say who you are");
        assertThat(property("act-text", "value")).isEqualTo("Two nurses short.");
        Browser.picture(browser, "drop-refused");
        assertThat(new AxeBuilder().analyze(browser).getViolations()).isEmpty();
    }

    @Test
    void standsStillWithoutScriptsToo() {
        // Given
        Simulated.drops(page.model);
        Browser.disableScripts(browser);

        // When
        browser.get(page.address(DROP));
        follow(By.linkText("Write on one that stands still"));

        // Then
        Parsed still = Parsed.page(browser.getPageSource());
        assertThat(still.count("[http-equiv]")).isZero();
        assertThat(still.count("#act-text")).isEqualTo(1);
    }
}
