package dev.crispconnect.source;

import java.util.Optional;

/** The version of this build, as its jar says. */
final class Version {

    static final String OF_THIS_BUILD = Optional.ofNullable(
                    Version.class.getPackage().getImplementationVersion())
            .orElse("unpackaged");

    private Version() {}
}
