package heed.monitoring.site;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Starts the installed Chromium with the installed driver: nothing is looked up or fetched from anywhere. */
public final class Browser {

    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1200,1300");

    /** How long a page may take. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private Browser() {}

    /**
     * Starts a browser with an empty profile in {@code profile}. What a test then waits for may take a minute: on a
     * machine with other work a page takes more than the ten seconds that tests wait otherwise.
     */
    public static ChromeDriver start(Path profile) {
        Awaitility.setDefaultTimeout(PATIENCE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(find("chromium", "chromium-browser", "google-chrome").toFile());
        options.addArguments(FLAGS);
        options.addArguments("--user-data-dir=" + profile);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(find("chromedriver").toFile())
                .usingAnyFreePort()
                .build();
        return new ChromeDriver(service, options);
    }

    /** Asks for the colours of {@code scheme}, light or dark. */
    public static void prefer(ChromeDriver browser, String scheme) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Lays pages out as on a screen of this size, which may be narrower than a window can be. */
    public static void resize(ChromeDriver browser, int width, int height) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Lets no page run a script. */
    public static void disableScripts(ChromeDriver browser) {
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    /** Lets pages run scripts again, such as those that look at them. */
    static void enableScripts(ChromeDriver browser) {
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }

    /**
     * Does what leads to another page, and returns when the browser has left this one: a click may return before, and
     * what is read then is the old page's.
     */
    public static void follow(ChromeDriver browser, Runnable act) {
        WebElement left = browser.findElement(By.tagName("html"));
        act.run();
        new WebDriverWait(browser, PATIENCE).until(each -> isGone(left));
    }

    /** While a page is being left, the browser has the element still and its document no more. */
    private static boolean isGone(WebElement element) {
        try {
            element.isEnabled();
            return false;
        } catch (StaleElementReferenceException e) {
            return true;
        } catch (WebDriverException e) {
            if (String.valueOf(e.getMessage()).contains("does not belong to the document")) {
                return true;
            }
            throw e;
        }
    }

    /** Leaves the page and takes back what a test changed. */
    public static void reset(ChromeDriver browser) {
        enableScripts(browser);
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        browser.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        prefer(browser, "light");
        browser.get("about:blank");
    }

    /** Writes what the browser shows to the build's directory, for whoever looks at the build. */
    public static void picture(ChromeDriver browser, String name) {
        try {
            Path directory = Files.createDirectories(Path.of("target", "screenshots"));
            Files.write(
                    directory.resolve(name + ".png"), browser.getScreenshotAs(org.openqa.selenium.OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path find(String... names) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(directory -> Stream.of(names).map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the browser tests need " + String.join(" or ", names)
                        + " on the PATH (Debian: chromium, chromium-driver)"));
    }
}
