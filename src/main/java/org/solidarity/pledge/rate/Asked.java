package org.solidarity.pledge.rate;

import java.time.LocalDate;

/** A rate that is looked for: of a currency into another one, in force on a day. */
record Asked(String currency, String into, LocalDate day) {
}
