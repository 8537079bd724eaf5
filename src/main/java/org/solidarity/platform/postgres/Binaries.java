package org.solidarity.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once per version below the data folder, for our eyes
 * only.
 */
final class Binaries {

	private final Path home;

	private Binaries(Path home) {
		this.home = home;
	}

	static Binaries unpackedIn(DataFolder folder) throws IOException {
		Disk.removeHalfMade(folder.path());
		Path home = folder.path().resolve("binaries-" + fingerprint());
		if (!Files.exists(home)) {
			Path beside = Disk.beside(home);
			unpack(beside);
			Disk.publish(beside, home);
		}
		return new Binaries(home);
	}

	String program(String name) {
		return home.resolve("bin").resolve(name).toString();
	}

	/** For example 18. */
	String majorVersion() throws IOException {
		try (var lines = Files.lines(home.resolve("share/postgresql/postgres.bki"))) {
			return lines.findFirst().orElseThrow().replace("# PostgreSQL ", "");
		}
	}

	/** Other versions are of no more use once this one runs. */
	void removeOthers() throws IOException {
		try (var all = Files.newDirectoryStream(home.resolveSibling(""), "binaries-*")) {
			for (Path other : all) {
				if (!other.equals(home)) {
					Disk.remove(other);
				}
			}
		}
	}

	private static String fingerprint() throws IOException {
		try (var in = new DigestInputStream(archive(), MessageDigest.getInstance("SHA-256"))) {
			in.transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 8);
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private static InputStream archive() {
		String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
		InputStream archive = switch (machine) {
			case "Linux amd64" -> Binaries.class.getResourceAsStream("/postgres-linux-x86_64.txz");
			case "Linux aarch64" -> Binaries.class.getResourceAsStream("/postgres-linux-arm_64.txz");
			default -> null;
		};
		if (archive == null) {
			throw new EmbeddedPostgresException("No PostgreSQL comes with this server for " + machine
					+ "; give it the address of a PostgreSQL of your own");
		}
		return archive;
	}

	private static void unpack(Path target) throws IOException {
		var ownerOnly = PosixFilePermissions.asFileAttribute(Disk.OWNER_ONLY_DIRECTORY);
		try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive(), 1 << 16)))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				Path path = entry.resolveIn(target);
				if (!entry.isDirectory()) {
					Files.createDirectories(path.resolveSibling(""), ownerOnly);
					write(entry, tar, path);
				}
			}
		}
		Disk.forceAll(target);
	}

	private static void write(TarArchiveEntry entry, InputStream content, Path path) throws IOException {
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
			return;
		}
		Files.copy(content, path);
		boolean executable = (entry.getMode() & 0100) != 0;
		Files.setPosixFilePermissions(path, executable ? Disk.OWNER_ONLY_DIRECTORY : Disk.OWNER_ONLY_FILE);
	}

}
