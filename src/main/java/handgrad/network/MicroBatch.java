package handgrad.network;

/**
 * Which part of a batch a micro-batch is. A batch that comes in parts has one gradient: those of the parts, added up.
 *
 * @param index from 0
 * @param count K, the number of micro-batches that the batch comes in
 * @param n the number of samples of the whole batch
 */
public record MicroBatch(int index, int count, int n) {
    /** Whether nothing of this batch has come before. */
    public boolean isFirst() {
        return index == 0;
    }

    /** Whether the batch is complete with it. */
    public boolean isLast() {
        return index == count - 1;
    }
}
