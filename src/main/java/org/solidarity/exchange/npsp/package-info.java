/** What an export of the Salesforce Nonprofit Success Pack says. */
@NullMarked
package org.solidarity.exchange.npsp;

import org.jspecify.annotations.NullMarked;
