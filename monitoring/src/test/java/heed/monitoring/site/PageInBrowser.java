package heed.monitoring.site;

import heed.monitoring.DropFixture;
import heed.monitoring.Simulated;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

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
        page.comments.addAll(Simulated.comments());
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

    static String text(String selector) {
        return on(By.cssSelector(selector), WebElement::getText);
    }

    static String text(By element) {
        return on(element, WebElement::getText);
    }

    static String property(String id, String name) {
        return on(By.id(id), element -> String.valueOf(element.getDomProperty(name)));
    }

    static void type(By element, CharSequence... keys) {
        on(element, found -> {
            found.sendKeys(keys);
            return found;
        });
    }

    static void click(By element) {
        on(element, found -> {
            found.click();
            return found;
        });
    }

    /** Clicks on what leads to another page. */
    static void follow(By element) {
        Browser.follow(browser, () -> click(element));
    }

    /** Finds an element and does something with it, again where a live page replaced it in between. */
    private static <T> T on(By element, Function<WebElement, T> act) {
        return new WebDriverWait(browser, Browser.PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .until(open -> act.apply(open.findElement(element)));
    }

    /** Tells whether the page that was visited last is the one still open. */
    boolean neverReloaded() {
        return Boolean.TRUE.equals(browser.executeScript("return window.neverReloaded === true"));
    }

    /** Returns how the page says that it stands: live or stopped. */
    String state() {
        return on(By.tagName("html"), html -> html.getDomAttribute("data-state"));
    }
}
