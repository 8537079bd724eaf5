package org.solidarity.platform;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.jooq.enums.Role;

/**
 * Who is asking: built once for a request, and carried to every door.
 *
 * @param id the account, or the API token
 * @param group the partner group of an API token; null for a person
 */
public record Viewer(UUID id, Role role, @Nullable UUID group, Set<Permission> permissions) {

	/** The application itself, where nobody asks: an import, the demo, a job. */
	public static final Viewer SYSTEM = new Viewer(new UUID(0, 0), Role.SYSTEM, null, Set.of(Permission.values()));

	/** Belongs to nobody who has been let in. */
	private static final UUID NO_GROUP = new UUID(0, 1);

	/**
	 * Whoever has not signed in: a partner of no group, who may do nothing and to whom
	 * nothing was shown.
	 * @param address where the request comes from, by which its requests are counted
	 */
	public static Viewer anyone(String address) {
		return new Viewer(UUID.nameUUIDFromBytes(network(address).getBytes(StandardCharsets.UTF_8)), Role.PARTNER,
				NO_GROUP, Set.of());
	}

	/** The address itself, or the /64 that one IPv6 subscriber has to itself. */
	public static String network(String address) {
		byte[] bytes = InetAddress.ofLiteral(address).getAddress();
		return bytes.length == 4 ? address : Arrays.toString(Arrays.copyOf(bytes, 8));
	}

	/** Whether it is nobody who has signed in. */
	public boolean isAnyone() {
		return NO_GROUP.equals(this.group);
	}

	public boolean may(Permission permission) {
		return this.permissions.contains(permission);
	}

	/**
	 * @throws Refused FORBIDDEN where the viewer lacks the permission
	 */
	public void require(Permission permission) {
		if (!may(permission)) {
			throw new Refused(ErrorCode.FORBIDDEN, "This needs the permission " + permission + ".");
		}
	}

	public boolean is(Role role) {
		return this.role == role;
	}

}
