package heed.connectors.form;

/** Writes the form's pages: HTML that is safe to send, without scripts. */
public interface FormPages {

    /** Returns the questions, or what there is to say instead. */
    String page(FormView view);

    /** Returns what is said where a link is good for nothing. */
    String withoutLink();

    /** Returns the style sheet, which stands at {@code /form.css}. */
    String styles();
}
