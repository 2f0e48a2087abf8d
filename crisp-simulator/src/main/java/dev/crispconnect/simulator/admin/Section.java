package dev.crispconnect.simulator.admin;

import java.util.List;

/** A part of the admin API. */
interface Section {

    List<AdminRoute> routes();
}
