package heed.monitoring.web;

import io.javalin.http.Context;

/** Answers one kind of reader, people or programs, who get errors in a form of their own too. */
public interface Endpoints extends Routes {

    /** Tells whether whatever is asked for at {@code path} is answered by it. */
    boolean owns(String path);

    /** Tells, in its own form, that there is nothing at an address that it owns. */
    void answerNotFound(Context ctx);

    /** Tells somebody whom the server does not know, in its own form, to say who they are first. */
    void askWho(Context ctx);

    /** Tells a program that asks too often, in its own form, to wait. */
    void askToWait(Context ctx);

    /**
     * Tells, in its own form, that an address that it owns is asked by another method than those of {@code allowed}.
     */
    void answerOtherMethod(Context ctx, String allowed);

    /**
     * Tells, in its own form, that the server does not go by the name that it was asked by: in {@code words}, and
     * nothing else.
     */
    void refuseName(Context ctx, String words);
}
