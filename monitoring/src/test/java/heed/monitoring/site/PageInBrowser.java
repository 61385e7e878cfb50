package heed.monitoring.site;

import heed.monitoring.DropFixture;
import heed.monitoring.Simulated;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** Runs the page for each test, with the scores of ten simulated hospitals, in one browser for all tests of a class. */
abstract class PageInBrowser {

    static final String DROP = "/drops/" + DropFixture.aDrop().open().getDropId();

    static ChromeDriver browser;
    final PageFixture page = new PageFixture(10);

    @BeforeAll
    static void open(@TempDir Path profile) {
        browser = Browser.start(profile);
    }

    @AfterAll
    static void quit() {
        browser.quit();
    }

    @BeforeEach
    void fill() {
        Simulated.scores(page.model);
    }

    @AfterEach
    void close() {
        Browser.reset(browser);
        page.close();
    }

    void visit(String path) {
        browser.get(page.address(path));
        browser.executeScript("window.neverReloaded = true");
    }

    String text(String selector) {
        return browser.findElement(By.cssSelector(selector)).getText();
    }

    /** Tells whether the page that was visited last is the one still open. */
    boolean neverReloaded() {
        return Boolean.TRUE.equals(browser.executeScript("return window.neverReloaded === true"));
    }

    /** Returns how the page says that it stands: live or stopped. */
    String state() {
        return browser.findElement(By.tagName("html")).getDomAttribute("data-state");
    }
}
