package dev.crispconnect.sink;

import dev.crispconnect.sink.command.Coordinates;
import java.util.concurrent.Future;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/**
 * Where records go that cannot be executed: to the dead-letter queue of the worker, where there is one. Used by the task's
 * thread only, as the worker demands.
 */
final class ErrantRecords {

    private final ErrantRecordReporter reporter;

    private ErrantRecords(ErrantRecordReporter reporter) {
        this.reporter = reporter;
    }

    static ErrantRecords of(SinkTaskContext context) {
        try {
            return new ErrantRecords(context.errantRecordReporter());
        } catch (NoSuchMethodError | NoClassDefFoundError workerBefore26) {
            return new ErrantRecords(null);
        }
    }

    /**
     * Reports a record.
     *
     * @param record the object that the worker gave us
     * @param reason published with the record: holds no values of it
     * @return done when the record is safe
     * @throws DataException when nobody takes such records
     * @throws org.apache.kafka.connect.errors.ConnectException when the worker tolerates no errors
     */
    Future<Void> report(SinkRecord record, Coordinates at, String reason) {
        DataException error = new DataException(at.describe() + ": " + reason);
        if (reporter == null) {
            throw new DataException(
                    error.getMessage()
                            + ". Set errors.tolerance=all and errors.deadletterqueue.topic.name to go on without such records.");
        }
        return reporter.report(record, error);
    }
}
