package dev.crispconnect.sink.delivery;

import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.time.Time;

/** What an execution needs to talk to Crisp. Shared by all executions of a task; safe for use by many threads. */
record Crisp(
        CrispClient client,
        Gate gate,
        Timer timer,
        Time time,
        DeliverySettings settings,
        ExecutedIds executed,
        DeliveryObserver observer) {}
