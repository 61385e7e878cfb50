package heed.connectors.webhook;

import java.util.List;

/** Says everything that is wrong with the file of webhooks, and with what it names. */
public final class WebhooksException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    WebhooksException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns the problems, each with file and line. */
    public List<String> problems() {
        return problems;
    }
}
