package org.solidarity.platform.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Writes that are whole or not there, also after a power cut. */
final class Disk {

	static final Set<PosixFilePermission> OWNER_ONLY_DIRECTORY = PosixFilePermissions.fromString("rwx------");

	static final Set<PosixFilePermission> OWNER_ONLY_FILE = PosixFilePermissions.fromString("rw-------");

	private Disk() {
	}

	/** Replaces the file by one of mode 0600 with this content. */
	static void write(Path file, String content) throws IOException {
		Path beside = Files.createTempFile(parent(file), file.getFileName() + ".new-", null,
				PosixFilePermissions.asFileAttribute(OWNER_ONLY_FILE));
		try {
			Files.writeString(beside, content);
			publish(beside, file);
		}
		finally {
			Files.deleteIfExists(beside);
		}
	}

	/**
	 * A fresh directory of mode 0700 beside the one it is to become;
	 * {@link #removeHalfMade} knows it by its name.
	 */
	static Path beside(Path directory) throws IOException {
		return Files.createTempDirectory(parent(directory), directory.getFileName() + ".new-",
				PosixFilePermissions.asFileAttribute(OWNER_ONLY_DIRECTORY));
	}

	/**
	 * Gives what was made beside its name; the contents of a directory must have reached
	 * the disk before.
	 */
	static void publish(Path made, Path name) throws IOException {
		force(made);
		Files.move(made, name, StandardCopyOption.ATOMIC_MOVE);
		force(parent(name));
	}

	/**
	 * Waits until the file, or the list of names in the directory, has reached the disk.
	 */
	static void force(Path path) throws IOException {
		try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
			channel.force(true);
		}
	}

	/** Waits until everything in the directory has reached the disk. */
	static void forceAll(Path directory) throws IOException {
		try (var all = Files.walk(directory)) {
			for (Path path : all.filter(path -> !Files.isSymbolicLink(path)).toList()) {
				force(path);
			}
		}
	}

	/** Removes what a killed start left beside. */
	static void removeHalfMade(Path parent) throws IOException {
		try (var halfMade = Files.newDirectoryStream(parent, "*.new-*")) {
			for (Path path : halfMade) {
				for (ProcessHandle maker : Inhabitants.of(path)) {
					Processes.kill(maker);
				}
				remove(path);
			}
		}
	}

	static void remove(Path path) throws IOException {
		try {
			Files.walkFileTree(path, new SimpleFileVisitor<>() {

				@Override
				public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
					Files.delete(file);
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
						throws IOException {
					if (failure != null) {
						throw failure;
					}
					Files.delete(directory);
					return FileVisitResult.CONTINUE;
				}

			});
		}
		catch (NoSuchFileException gone) {
			// what was to be reached
		}
	}

	private static Path parent(Path path) {
		Path parent = path.getParent();
		if (parent == null) {
			throw new IllegalArgumentException(path + " has no parent");
		}
		return parent;
	}

}
