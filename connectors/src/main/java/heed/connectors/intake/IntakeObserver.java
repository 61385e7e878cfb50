package heed.connectors.intake;

import heed.connectors.deidentify.IdentifierKind;
import java.util.Map;

/** Is told what became of each request, so that it can be counted. Called on request threads; must not block. */
public interface IntakeObserver {

    /** Counts nothing. */
    IntakeObserver NONE = new IntakeObserver() {
        @Override
        public void accepted(int responses) {}

        @Override
        public void refused(int status) {}

        @Override
        public void commentKept(Map<IdentifierKind, Integer> takenOut) {}

        @Override
        public void commentRefused() {}
    };

    /** Tells of a request whose {@code responses} responses were all acknowledged. */
    void accepted(int responses);

    /** Tells of a request that was answered with the HTTP {@code status}: one of a dozen values. */
    void refused(int status);

    /** Tells of a comment that was kept, and how often each kind of identifier was taken out of it. */
    void commentKept(Map<IdentifierKind, Integer> takenOut);

    /** Tells of a comment that was not taken, while the response that it came with was. */
    void commentRefused();
}
