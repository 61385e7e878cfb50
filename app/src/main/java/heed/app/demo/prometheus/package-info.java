/** Runs Prometheus, Alertmanager and Grafana beside Heed on this machine, for the demo and for tests of the alerts. */
@NullMarked
package heed.app.demo.prometheus;

import org.jspecify.annotations.NullMarked;
