package dev.crispconnect.source;

import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.source.TransactionContext;

/**
 * Ends a transaction with each batch where the worker leaves that to the task ({@code transaction.boundary=connector}). For
 * the polling thread.
 *
 * <p>It names the last record instead of asking for the batch: a request for the batch would hold as well when the worker
 * stops after sending a part of it, and half a change would be committed.
 */
final class Transactions {

    /** Null where the worker decides. */
    private final TransactionContext context;

    private Transactions(TransactionContext context) {
        this.context = context;
    }

    /** Workers before 3.3 know nothing of transactions. */
    static Transactions of(SourceTaskContext context) {
        try {
            return new Transactions(context.transactionContext());
        } catch (LinkageError workerBefore33) {
            return new Transactions(null);
        }
    }

    /** @param batch whole changes, not empty */
    void endWith(List<SourceRecord> batch) {
        if (context != null) {
            context.commitTransaction(batch.get(batch.size() - 1));
        }
    }
}
