package heed.app.settings;

/** Whether the page asks people who they are. */
public enum AccessKind {
    /** It asks nobody: for an address that only this machine reaches. */
    OPEN,
    /** People sign in with accounts of Heed's own. */
    ACCOUNTS,
    /** People sign in at a provider of OpenID Connect. */
    PROVIDER
}
