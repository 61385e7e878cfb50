package heed.app.demo.prometheus;

/** Prometheus or Alertmanager can't run here; the message says what to do. */
public final class MonitoringException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MonitoringException(String message) {
        super(message);
    }

    MonitoringException(String message, Throwable cause) {
        super(message, cause);
    }
}
