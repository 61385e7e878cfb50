package heed.app.audit;

/** One field of one row that is not what the recount comes to. */
public record Difference(String key, String field, String streamed, String recounted) {

    @Override
    public String toString() {
        return key + ": " + field + " is " + streamed + ", recounted " + recounted;
    }
}
