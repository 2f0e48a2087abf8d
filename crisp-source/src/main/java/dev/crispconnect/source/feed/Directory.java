package dev.crispconnect.source.feed;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.operator.Operator;
import dev.crispconnect.client.website.WebsiteSettings;
import java.util.List;
import java.util.Optional;

/**
 * The reads of a website's directory. Each waits until Crisp answers, however long that takes; empty means that what the
 * call names does not exist.
 */
interface Directory {

    /** All operators. */
    Optional<Answer<List<Operator>>> operators() throws InterruptedException;

    /** How the website is set up. */
    Optional<Answer<WebsiteSettings>> settings() throws InterruptedException;
}
