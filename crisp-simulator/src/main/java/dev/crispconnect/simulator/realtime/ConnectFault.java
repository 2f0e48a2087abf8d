package dev.crispconnect.simulator.realtime;

/** What happens to a client that connects while connecting is refused. */
public enum ConnectFault {
    /** The upgrade is answered by HTTP 502 with an HTML page, as by a gateway. */
    BAD_GATEWAY,
    /** The upgrade succeeds, then the TCP connection ends without a word. */
    CUT
}
