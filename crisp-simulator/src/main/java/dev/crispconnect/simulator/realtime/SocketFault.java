package dev.crispconnect.simulator.realtime;

/** Something that goes wrong with a connected socket (Crisp API reference, section 10.2). */
public enum SocketFault {
    /** The TCP connection ends, without a close frame; what waits to be sent is lost. */
    CUT,
    /** A close frame, as from a server that goes down. */
    CLOSE,
    /** Socket.IO's disconnect and a close frame: official clients do not come back from it by themselves. */
    DISCONNECT,
    /** The server sends nothing more and reads nothing more; the TCP connection stays. */
    HALF_OPEN,
    /** Heartbeats are neither sent nor answered nor waited for; everything else goes on. */
    NO_HEARTBEAT
}
