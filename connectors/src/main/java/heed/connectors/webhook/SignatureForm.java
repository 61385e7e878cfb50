package heed.connectors.webhook;

/** How a vendor shows that a delivery is its own. */
enum SignatureForm {
    /** Standard Webhooks: {@code webhook-id}, {@code webhook-timestamp}, {@code webhook-signature}; so Formbricks. */
    STANDARD,
    /** {@code Typeform-Signature: sha256=BASE64} of the body. It has neither a time nor an id. */
    TYPEFORM,
    /**
     * The secret itself in a header, for vendors that sign nothing: workflows of Qualtrics, Power Automate with
     * Microsoft Forms, plugins of LimeSurvey.
     */
    HEADER
}
