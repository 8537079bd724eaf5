package org.solidarity.identity.partner;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.regex.Pattern;

/** A range of addresses, such as 192.0.2.0/24, as PostgreSQL's cidr takes it. */
final class Network {

	private static final Pattern FORM = Pattern
		.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)/(\\d{1,3})");

	private Network() {
	}

	/** Whether it is one, with no bit set behind its prefix. */
	static boolean isOne(String text) {
		var parts = FORM.matcher(text);
		if (text.length() > 50 || !parts.matches()) {
			return false;
		}
		try {
			byte[] address = InetAddress.ofLiteral(parts.group(1)).getAddress();
			int free = address.length * 8 - Integer.parseInt(parts.group(2));
			return free >= 0 && new BigInteger(1, address).getLowestSetBit() >= free
					|| free >= 0 && new BigInteger(1, address).signum() == 0;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
