/** Runs Prometheus and Alertmanager beside Heed on this machine, for the demo and for tests of the alerts. */
package heed.app.demo.prometheus;
