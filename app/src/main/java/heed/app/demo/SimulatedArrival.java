package heed.app.demo;

import heed.schemas.Feedback;
import java.time.Instant;

/** One thing that arrives: a response, a correction, a withdrawal, a duplicate, or something to be rejected. */
record SimulatedArrival(Instant arrival, Feedback feedback) {}
